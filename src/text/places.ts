import type { CatalogueIndex } from '../model/catalogue.ts';
import { type Kommun, type Referens, type ReferensKallor, RIKET } from '../model/kommun.ts';
import { must } from '../model/must.ts';
import { formatDate } from './dates.ts';

/** A slug without the code that tells two of the same spelling apart: `habo-0305` → `habo`. */
const spelling = (kommun: Kommun) => kommun.slug.replace(/-\d{4}$/, '');

/** Other kommuner whose name looks the same without its dots and rings: Håbo and Habo. */
export function lookalikes(index: CatalogueIndex, kommun: Kommun): readonly Kommun[] {
  return index.catalogue.referens.kommuner.filter(
    (k) => k.kod !== kommun.kod && spelling(k) === spelling(kommun),
  );
}

/** `Västerbottens län`, whatever the reference data calls it. */
export function lanNameOf(index: CatalogueIndex, kommun: Pick<Kommun, 'lanskod'>): string {
  return must(index.lan(kommun.lanskod), `län ${kommun.lanskod}`).namn;
}

/** Name of the kommun's SKR group: `Större stad`. */
export function groupNameOf(index: CatalogueIndex, kommun: Kommun): string {
  const group = index.catalogue.referens.kommungrupper.find((g) => g.kod === kommun.kommungrupp);
  return must(group, `kommungrupp ${kommun.kommungrupp}`).namn;
}

/** The name of a place of any level; a stadsdel's after its city's: "Stockholm, Bromma". */
export function placeName(index: CatalogueIndex, kod: string): string {
  if (kod === RIKET) return 'Riket';
  const stadsdel = index.stadsdel(kod);
  if (stadsdel) return `${index.kommun(stadsdel.kommunkod)?.namn ?? stadsdel.kommunkod}, ${stadsdel.namn}`;
  return index.kommun(kod)?.namn ?? index.lan(kod)?.namn ?? kod;
}

/** Whose the inhabitants are, and of which day: `SCB, 31 december 2024`. */
export const populationSource = ({ folkmangd }: ReferensKallor): string =>
  `${folkmangd.kalla}, ${formatDate(folkmangd.datum)}`;

/** Which groups of kommuner these are: `Kommungrupp enligt SKR 2023`. */
export const groupSource = ({ kommungrupper }: ReferensKallor): string =>
  `Kommungrupp enligt ${kommungrupper.kalla} ${kommungrupper.ar}`;

/** The same inside a sentence: `riket`, `Blekinge län`, `Umeå`. */
export const placeInText = (index: CatalogueIndex, kod: string): string =>
  kod === RIKET ? 'riket' : placeName(index, kod);
/** The kommun that pages show things with: Umeå, or else the first. Null where there are none. */
export const exampleKommun = ({ kommuner }: Pick<Referens, 'kommuner'>): Kommun | null =>
  kommuner.find((k) => k.slug === 'umea') ?? kommuner[0] ?? null;

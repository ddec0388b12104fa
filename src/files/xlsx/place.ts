import type { CatalogueIndex } from '../../model/catalogue.ts';
import { type Kommun, type Lan, type Niva, RIKET } from '../../model/kommun.ts';
import type { Observation } from '../../model/observation.ts';
import { perIndex, perIndexBy } from '../../model/per-index.ts';
import { allValues } from '../common/absent.ts';
import { anyExample } from '../common/scopes.ts';
import { aboutSheet, indicatorSheet, SYMBOL_SHEET } from './about.ts';
import { longSheet } from './long.ts';
import { newestOfMany, newestSheet } from './newest.ts';
import type { Sheet } from './sheet.ts';

const byPlace = perIndex(
  (index): ReadonlyMap<string, readonly Observation[]> => Map.groupBy(allValues(index), (o) => o.kod),
);
/** A place's values, in catalogue order. */
const valuesAt = perIndexBy(
  (index, kod: string): readonly Observation[] => byPlace(index).get(kod) ?? [],
  'platsens-varden',
);
/** A city's stadsdelar have codes that start with the city's. */
const districtsByCity = perIndex(
  (index): ReadonlyMap<string, readonly Observation[]> =>
    Map.groupBy(
      index.catalogue.observationer.filter((o) => o.niva === 'stadsdel'),
      (o) => o.kod.slice(0, 4),
    ),
);

const districtsOf = perIndexBy(
  (index, kod: string): readonly Observation[] => districtsByCity(index).get(kod) ?? [],
  'stadsdelarnas-varden',
);

/** Sheets that many workbooks have are made once: riket's, each län's, and those that explain. */
const countrySheet = perIndex((index) =>
  longSheet(index, { title: 'Riket', niva: 'riket', values: valuesAt(index, RIKET) }),
);
const lanSheet = perIndexBy((index, kod: string): Sheet | null => {
  const lan = index.lan(kod);
  if (lan === undefined) return null;
  return longSheet(index, {
    title: lan.namn,
    niva: 'lan',
    values: valuesAt(index, kod),
    compared: 'riket',
  });
});
const allIndicators = perIndex((index) => indicatorSheet(index, index.catalogue.indikatorer));
const aboutReal = perIndex((index) =>
  aboutSheet(index, { omraden: index.catalogue.omraden, example: false }),
);
const aboutExample = perIndex((index) =>
  aboutSheet(index, { omraden: index.catalogue.omraden, example: true }),
);

const closing = (index: CatalogueIndex, example: boolean): readonly Sheet[] => [
  allIndicators(index),
  SYMBOL_SHEET,
  example ? aboutExample(index) : aboutReal(index),
];

/** A kommun's workbook: its newest answers, then all its own values beside those of its län and of riket. */
export function kommunSheets(index: CatalogueIndex, kommun: Kommun): readonly Sheet[] {
  const { kod, namn, lanskod } = kommun;
  const own = valuesAt(index, kod);
  const lan = lanSheet(index, lanskod);
  const districts = districtsOf(index, kod);
  const compared = 'lan-och-riket';
  return [
    newestSheet(index, kommun),
    longSheet(index, { title: namn, niva: 'kommun', values: own, compared }),
    ...(lan ? [lan] : []),
    countrySheet(index),
    longSheet(index, { title: `${namn}: stadsdelar`, niva: 'stadsdel', values: districts, compared }),
    ...closing(index, anyExample(own) || anyExample(districts)),
  ];
}

/** A län's workbook: the newest answers of its kommuner, the län beside riket, and all its kommuner and their stadsdelar. */
export function lanSheets(index: CatalogueIndex, { kod, namn }: Lan): readonly Sheet[] {
  const own = valuesAt(index, kod);
  const kommuner = index.kommunerOfLan(kod);
  const values = kommuner.flatMap((k) => valuesAt(index, k.kod));
  const districts = kommuner.flatMap((k) => districtsOf(index, k.kod));
  const lan = lanSheet(index, kod);
  return [
    newestOfMany(index, namn, kommuner),
    ...(lan ? [lan] : []),
    longSheet(index, { title: `Kommuner i ${namn}`, niva: 'kommun', values }),
    longSheet(index, { title: `Stadsdelar i ${namn}`, niva: 'stadsdel', values: districts }),
    countrySheet(index),
    ...closing(index, anyExample(own) || anyExample(values)),
  ];
}

/** Every value in the catalogue, a sheet for each level. */
export function allSheets(index: CatalogueIndex): readonly Sheet[] {
  const { release } = index.catalogue;
  const values = allValues(index);
  const level = (niva: Niva, name: string) =>
    longSheet(index, {
      title: `${release.titel}: ${name}`,
      niva,
      values: values.filter((o) => o.niva === niva),
    });
  return [
    level('riket', 'riket'),
    level('lan', 'län'),
    level('kommun', 'kommuner'),
    level('stadsdel', 'stadsdelar'),
    ...closing(index, anyExample(values)),
  ];
}

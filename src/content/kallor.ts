import type { TextPart } from '../markup/table.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import { BETWEEN_SOURCES, KALLSLAG, type Kallpost } from '../model/kalla.ts';
import { formatDate } from '../text/dates.ts';
import { countOf } from '../text/numbers.ts';

/** A source as its own page lists it. */
type SourceEntry = {
  readonly id: string;
  readonly name: string;
  /** Publisher, publication and place in it, for finding it again; the last part may be a link. */
  readonly where: readonly TextPart[];
  /** `12 siffror`; empty where no figure names it. */
  readonly figures: string;
  readonly remarks: readonly string[];
};

/** Sources of one kind. */
export type SourceGroup = {
  readonly slag: Kallpost['slag'];
  readonly title: string;
  readonly text: string;
  readonly entries: readonly SourceEntry[];
};

const WORDS: Readonly<Record<Kallpost['slag'], Pick<SourceGroup, 'title' | 'text'>>> = {
  forstahand: {
    title: 'Förstahandskällor',
    text: 'Den som har tagit fram siffran har publicerat den, själv eller i en databas som den lämnar sina siffror till.',
  },
  andrahand: {
    title: 'Andrahandskällor',
    text: 'Någon annan återger siffran, till exempel en tidning. Vi använder dem när vi inte har hittat siffran hos den som har tagit fram den. Vet du var den står, skriv till oss.',
  },
  egen: { title: 'Egna beräkningar', text: 'Siffran är räknad av oss på uppgifter som har en egen källa.' },
};

/** How many figures name each source, by what it is called beside them. */
function uses(index: CatalogueIndex): ReadonlyMap<string, number> {
  const { observationer, publicerat, kartlaggningar, program } = index.catalogue;
  const counts = new Map<string, number>();
  const figures = [
    observationer,
    publicerat,
    ...kartlaggningar.map((k) => k.varden),
    ...program.flatMap((p) => [p.indikatorer, p.utfall]),
  ];
  for (const { kalla } of figures.flat())
    for (const name of kalla?.split(BETWEEN_SOURCES) ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function whereOf({ utgivare, publikation, sida, url }: Kallpost): readonly TextPart[] {
  const place = [publikation, sida].filter((part) => part !== null).join(', ');
  if (url === null) return [{ text: place === '' ? utgivare : `${utgivare}: ${place}` }];
  return [{ text: `${utgivare}: ` }, { text: place === '' ? url : place, href: url }];
}

/** Why there is nothing to follow; our own calculations are nowhere else. */
function withoutAddress({ url, slag, not }: Kallpost): readonly string[] {
  if (url !== null || slag === 'egen') return [];
  return [not === null ? 'Adress saknas: den sida där siffran stod är inte antecknad.' : 'Adress saknas.'];
}

function entryOf(kalla: Kallpost, count: number): SourceEntry {
  return {
    id: kalla.id,
    name: kalla.namn,
    where: whereOf(kalla),
    figures: count === 0 ? '' : countOf(count, { one: 'siffra', many: 'siffror' }),
    remarks: [
      ...withoutAddress(kalla),
      ...(kalla.kontrollerad ? [] : ['Inte kontrollerad: ingen har läst siffran i källan igen.']),
      ...(kalla.not === null ? [] : [kalla.not]),
      ...(kalla.hamtad === null ? [] : [`Hämtad ${formatDate(kalla.hamtad)}.`]),
    ],
  };
}

/** The register of sources as readers meet it, by how near each is to whoever found the figures out. */
export function sourceGroups(index: CatalogueIndex): readonly SourceGroup[] {
  const counts = uses(index);
  const collator = new Intl.Collator('sv');
  const sorted = index.catalogue.kallor.toSorted((a, b) => collator.compare(a.namn, b.namn));
  return KALLSLAG.map((slag) => ({
    slag,
    ...WORDS[slag],
    entries: sorted.filter((k) => k.slag === slag).map((k) => entryOf(k, counts.get(k.visas) ?? 0)),
  })).filter(({ entries }) => entries.length > 0);
}

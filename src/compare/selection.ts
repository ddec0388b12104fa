import { askedIn } from '../model/pieces.ts';
import type { CompareData } from './data.ts';
import { againstOf } from './presets.ts';

/** What the reader has chosen; all of it stands in the address. */
export type Selection = {
  readonly kommuner: readonly string[];
  /** Empty means every indicator. */
  readonly indikatorer: readonly string[];
  readonly vy: View;
  /** Null means the newest year of each indicator. */
  readonly ar: number | null;
  /** Another year to stand beside it, where the two may be compared; null means none. */
  readonly med: number | null;
  /** The indicator that the map shows; null means who is chosen. */
  readonly karta: string | null;
  /** A second group that the first is set against: `lan:14`, `grupp:A1`, or kommunkoder with commas; null for none. */
  readonly mot: string | null;
};

export const VIEWS = ['tabell', 'punkter', 'karta'] as const;
export type View = (typeof VIEWS)[number];

/** What an address without a choice means. */
export const NOTHING: Selection = {
  kommuner: [],
  indikatorer: [],
  vy: 'tabell',
  ar: null,
  med: null,
  karta: null,
  mot: null,
};

/** More than this is no longer a comparison, and no longer fits a page. */
export const MAX_KOMMUNER = 50;

export type Parsed = { readonly selection: Selection; readonly messages: readonly string[] };

/** Every year that some indicator has, newest first. */
export const yearsOf = ({ indikatorer }: Pick<CompareData, 'indikatorer'>): readonly number[] =>
  [...new Set(indikatorer.flatMap((i) => i.utgavor.flatMap((u) => u.ar ?? [])))].toSorted((a, b) => b - a);

const codes = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,\s]+/)
      .map((c) => c.trim())
      .filter((c) => c !== ''),
  ),
];

const quoted = (items: readonly string[]) => items.map((i) => `”${i.slice(0, 12)}”`).join(', ');

/** A second group as an address names it: of kommunkoder those that there are, each once. */
function againstIn(asked: string, known: ReadonlySet<string>) {
  if (asked.includes(':')) return { mot: asked, unknown: [] };
  const all = codes(asked);
  return {
    mot: all.filter((c) => known.has(c)).join(','),
    unknown: all.filter((c) => !known.has(c)),
  };
}

/**
 * Reads an address. What is valid is kept; what is not is answered in words, never dropped in silence.
 * @param search the part from `?`, as in `location.search`
 */
export function parseSelection(search: string, data: CompareData): Parsed {
  const params = new URLSearchParams(search);
  const messages: string[] = [];
  const knownKommuner = new Set(data.kommuner.map((k) => k.kod));
  const knownIndikatorer = new Set(data.indikatorer.map((i) => i.id));

  const asked = codes(askedIn(params, 'k'));
  const unknown = asked.filter((c) => !knownKommuner.has(c));
  if (unknown.length > 0)
    messages.push(
      `Det finns ingen kommun med ${unknown.length === 1 ? 'koden' : 'koderna'} ${quoted(unknown)}. Övriga val är kvar.`,
    );
  const valid = asked.filter((c) => knownKommuner.has(c));
  if (valid.length > MAX_KOMMUNER)
    messages.push(
      `Du kan jämföra högst ${MAX_KOMMUNER} kommuner åt gången. De första ${MAX_KOMMUNER} av ${valid.length} visas.`,
    );

  const askedIndikatorer = codes(askedIn(params, 'i'));
  const unknownIndikatorer = askedIndikatorer.filter((c) => !knownIndikatorer.has(c));
  if (unknownIndikatorer.length > 0)
    messages.push(
      `Det finns ingen indikator att jämföra med id ${quoted(unknownIndikatorer)}. Övriga val är kvar.`,
    );

  const years = yearsOf(data);
  const yearIn = (name: string, instead: string): number | null => {
    const asked = params.get(name);
    const found = years.find((y) => String(y) === asked) ?? null;
    if (asked !== null && found === null)
      messages.push(
        `Det finns inga uppgifter att jämföra från år ${quoted([asked])}. ${instead} Övriga val är kvar.`,
      );
    return found;
  };
  const ar = yearIn('ar', 'Varje indikator visar sitt senaste år.');
  const med = yearIn('med', 'Inget annat år står bredvid.');

  const askedMap = params.get('karta');
  if (askedMap !== null && !knownIndikatorer.has(askedMap))
    messages.push(`Kartan kan inte visa ${quoted([askedMap])}. Övriga val är kvar.`);

  const askedAgainst = params.get('mot');
  const against = askedAgainst === null ? null : againstIn(askedAgainst, knownKommuner);
  const mot = against !== null && againstOf(data, against.mot) !== null ? against.mot : null;
  if (askedAgainst !== null && mot === null)
    messages.push(`Det finns ingen grupp ${quoted([askedAgainst])} att ställa mot. Övriga val är kvar.`);
  else if (against !== null && against.unknown.length > 0)
    messages.push(
      `Den andra gruppen saknar ${quoted(against.unknown)}: det finns ingen sådan kommun. Övriga val är kvar.`,
    );

  const vy = params.get('vy') ?? 'tabell';
  if (!VIEWS.some((v) => v === vy))
    messages.push(
      `Det går inte att visa jämförelsen som ${quoted([vy])}. Tabellen visas. Övriga val är kvar.`,
    );
  return {
    selection: {
      kommuner: valid.slice(0, MAX_KOMMUNER),
      indikatorer: askedIndikatorer.filter((c) => knownIndikatorer.has(c)),
      vy: VIEWS.find((v) => v === vy) ?? 'tabell',
      ar,
      med,
      karta: askedMap !== null && knownIndikatorer.has(askedMap) ? askedMap : null,
      mot,
    },
    messages,
  };
}

/** The address of a selection, `?k=…` or empty; reading it back gives the same selection. */
export function toSearch(selection: Selection): string {
  const parts = [
    selection.kommuner.length > 0 ? `k=${selection.kommuner.join(',')}` : '',
    selection.indikatorer.length > 0 ? `i=${selection.indikatorer.join(',')}` : '',
    selection.ar !== null ? `ar=${selection.ar}` : '',
    selection.med !== null ? `med=${selection.med}` : '',
    selection.karta !== null ? `karta=${selection.karta}` : '',
    selection.mot !== null ? `mot=${selection.mot}` : '',
    selection.vy !== 'tabell' ? `vy=${selection.vy}` : '',
  ].filter((p) => p !== '');
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** Adds kommuner that are not chosen yet, up to the limit; says how many did not fit. */
export function addKommuner(
  selection: Selection,
  koder: readonly string[],
): { readonly selection: Selection; readonly left: number } {
  const all = [...new Set([...selection.kommuner, ...koder])];
  return {
    selection: { ...selection, kommuner: all.slice(0, MAX_KOMMUNER) },
    left: Math.max(0, all.length - MAX_KOMMUNER),
  };
}

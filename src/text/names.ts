import type { Enhet } from '../model/edition.ts';
import type { Indicator } from '../model/indicator.ts';
import { egenBerakning } from '../model/inlasning.ts';
import type { Observation } from '../model/observation.ts';

/** `Umeås`, but `Borås`, `Alingsås`, `Bjuv` → `Bjuvs`: a name that ends in s, x or z takes nothing more. */
export function genitive(name: string): string {
  return /[sxz]$/i.test(name) ? name : `${name}s`;
}

/** What a percentage counts, in the forms that sentences need. */
export type Units = { readonly one: string; readonly many: string; readonly definite: string };

const KOMMUNER: Units = { one: 'kommun', many: 'kommuner', definite: 'kommunerna' };
const KOMMUNER_OCH_STADSDELAR: Units = {
  one: 'kommun eller stadsdel',
  many: 'kommuner och stadsdelar',
  definite: 'kommunerna och stadsdelarna',
};

/** The words for an edition's unit. */
export function unitsOf(enhet: Enhet): Units {
  return enhet === 'kommuner' ? KOMMUNER : KOMMUNER_OCH_STADSDELAR;
}

const ISLANDS: ReadonlySet<string> = new Set(['Gotland', 'Orust', 'Tjörn']);

/** `i Umeå`, `i riket`, `i Västerbottens län`; `på Gotland`, as one says of an island. */
export function inPlace(name: string): string {
  return `${ISLANDS.has(name) ? 'på' : 'i'} ${name}`;
}

/** Where figures come from: made-up answers are never laid at the door of whoever asks the question. */
export function sourceText(kalla: string, example: boolean): string {
  return example ? `Exempeldata. Frågan kommer från ${kalla}.` : `Källa: ${kalla}.`;
}

/** Stands with every figure that holds example data. */
export const EXAMPLE_NOTE =
  'Exempeldata: svaren är påhittade och visar hur sidan fungerar. De säger inget om hur någon verklig kommun har svarat.';

/** The source of an indicator's figures, as it stands under them. */
export const sourceLine = ({ kalla }: Pick<Indicator, 'kalla'>, example: boolean): string =>
  sourceText(kalla, example);

/**
 * Where one value comes from: what its row says, else its indicator's source; what we have computed is ours.
 * @param indicator the value's
 */
export function valueSource(
  { kalla }: Pick<Indicator, 'kalla'>,
  o: Pick<Observation, 'kalla' | 'exempel' | 'ursprung' | 'varde'>,
): string {
  if (o.exempel) return sourceText(kalla, true);
  return o.kalla ?? (o.ursprung === null && o.varde !== null ? egenBerakning(kalla) : kalla);
}

/** A question whose answers are made up, among others whose are not. */
export const markedName = (name: string, exempel: boolean): string => (exempel ? `${name} (exempel)` : name);

/** The same note where real answers stand beside made-up ones. */
export const MIXED_NOTE =
  'Exempeldata: svaren på frågor märkta (exempel) är påhittade och räknas inte i sammanfattningarna. De andra svaren är riktiga.';

/** Notes without that of example data, for a place where it has been said already. */
export const withoutExampleNote = (notes: readonly string[]): readonly string[] =>
  notes.filter((note) => note !== EXAMPLE_NOTE);

export const exampleNotes = (example: boolean): readonly string[] => (example ? [EXAMPLE_NOTE] : []);

/** `Kommuner med …, 2016`; no year where it is not known. */
export const withYear = (words: string, ar: number | null): string =>
  ar === null ? words : `${words}, ${ar}`;

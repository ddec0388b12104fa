import { listOf } from '../lists.ts';
import { capitalise, countInWords, inWords, KOMMUN, LAN } from '../numbers.ts';

/** Everyone who shares a value, and the value as shown. Names are `Hallands län`. */
export type LanEnd = { readonly names: readonly string[]; readonly shown: string };

/** More län than this are counted instead of named. */
const MOST_NAMES = 4;

/** `i Hallands län`, `i Hallands och Kalmar län`, `i sju län`. */
function inLan(names: readonly string[]): string {
  if (names.length > MOST_NAMES) return `i ${countInWords(names.length, LAN)}`;
  return `i ${listOf(names.map((name) => name.replace(/ län$/, '')))} län`;
}

/** "Högst är värdet i Hallands län (33 %) och lägst i Uppsala och Kalmar län (8 %)." */
export function lanSpread(high: LanEnd, low: LanEnd): string {
  if (high.shown === low.shown) return `Värdet är detsamma i alla län (${high.shown}).`;
  return `Högst är värdet ${inLan(high.names)} (${high.shown}) och lägst ${inLan(low.names)} (${low.shown}).`;
}

/** The kommuner of a län, or of riket, in an area and year. */
export type SaidPlaces = {
  /** `Västerbottens län`; null for riket. */
  readonly place: string | null;
  readonly ar: number;
  readonly om: string;
  readonly asked: number;
  /** Kommuner that were asked themselves; cities whose stadsdelar answer are not among them. */
  readonly kommuner: number;
  readonly answered: number;
  /** How many questions the middle kommun says yes to, here and in riket; half a question where two share the middle. */
  readonly middle: number | null;
  readonly riket: number | null;
  readonly most: { readonly yes: number; readonly names: readonly string[] } | null;
  readonly missing: readonly string[];
  readonly cities: readonly string[];
};

/** More names than this are counted instead. */
const NAMED = 4;

/** `sju`; where two kommuner share the middle, `mellan sex och sju`. */
const half = (n: number) =>
  Number.isInteger(n) ? inWords(n) : `mellan ${inWords(Math.floor(n))} och ${inWords(Math.ceil(n))}`;

/** `ja på fyra av 23 frågor`, `inte ja på någon av 23 frågor`. */
const yesTo = (n: number, asked: number) =>
  n === 0 ? `inte ja på någon av ${inWords(asked)} frågor` : `ja på ${half(n)} av ${inWords(asked)} frågor`;

function whoAnswered({ place, ar, om, kommuner, answered, cities }: SaidPlaces): string {
  const others = cities.length > 0 ? 'andra ' : '';
  const where = place === null ? 'i riket' : `i ${place}`;
  if (answered === kommuner)
    return kommuner === 1
      ? `Den enda kommunen ${where} svarade på enkäten om ${om} ${ar}.`
      : `Alla ${inWords(kommuner)} ${others}kommuner ${where} svarade på enkäten om ${om} ${ar}.`;
  return `${capitalise(inWords(answered))} av ${inWords(kommuner)} ${others}${kommuner === 1 ? KOMMUN.one : KOMMUN.many} ${where} svarade på enkäten om ${om} ${ar}.`;
}

function whoDoesMost(most: NonNullable<SaidPlaces['most']>): string | null {
  const { yes, names } = most;
  if (yes === 0) return null;
  const who = names.length > NAMED ? countInWords(names.length, KOMMUN) : listOf(names);
  return `Flest ja har ${who}: ${inWords(yes)}.`;
}

/**
 * The first sentences about a län or riket: "14 av 15 kommuner i Västerbottens län svarade på enkäten om arbetet mot
 * hemlöshet 2016. Kommunen i mitten svarade ja på fyra av 23 frågor, i riket fem. Flest ja har Skellefteå: 15."
 */
export function placesResult(said: SaidPlaces): string {
  const { ar, om, asked, answered, middle, riket, most, missing, cities, kommuner } = said;
  if (kommuner > 0 && answered === 0)
    return `Ingen kommun i ${said.place ?? 'riket'} svarade på enkäten om ${om} ${ar}.`;
  const beside = riket === null ? '' : `. I riket är det ${half(riket)}`;
  const mid =
    middle === null
      ? null
      : answered === 1
        ? `Den svarade ${yesTo(middle, asked)}.`
        : `Kommunen i mitten svarade ${yesTo(middle, asked)}${beside}.`;
  const silent = missing.length === 0 || missing.length > NAMED ? null : `${listOf(missing)} svarade inte.`;
  const districts =
    cities.length === 0 ? null : `I ${listOf(cities)} svarade stadsdelarna i stället för staden.`;
  return [districts, whoAnswered(said), mid, most === null ? null : whoDoesMost(most), silent]
    .filter((s) => s !== null)
    .join(' ');
}

import { listOf } from '../lists.ts';
import { capitalise, countInWords, formatRatio, formatYears, inWords, LAN } from '../numbers.ts';
import { questionsAbout } from './profile.ts';

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
  if (low.names.length > MOST_NAMES)
    return `Högst är värdet ${inLan(high.names)} (${high.shown}). ${capitalise(inLan(low.names))} är det lägst: ${low.shown}.`;
  return `Högst är värdet ${inLan(high.names)} (${high.shown}) och lägst ${inLan(low.names)} (${low.shown}).`;
}

/** A question in which a place differs from riket, both shares as shown and of the same year. */
export type SaidContrast = {
  readonly pastaende: string;
  readonly ar: number;
  readonly here: string;
  readonly riket: string;
  readonly more: boolean;
};

/** The kommuner of a län in an area: who has answered, and where the län differs most from riket. */
export type SaidPlaces = {
  /** `Västerbottens län`. */
  readonly place: string;
  readonly om: string;
  /** How many questions the area asks. */
  readonly fragor: number;
  readonly first: number;
  readonly last: number;
  /** Kommuner that were asked themselves; cities whose stadsdelar answer are not among them. */
  readonly kommuner: number;
  /** How many of them have answered at least one question. */
  readonly answered: number;
  readonly contrasts: readonly SaidContrast[];
  readonly missing: readonly string[];
  readonly cities: readonly string[];
};

/** More names than this are counted instead. */
const NAMED = 4;

function whoAnswered(said: SaidPlaces): string {
  const { place, om, fragor, first, last, kommuner, answered, cities } = said;
  const other = cities.length > 0 ? 'andra ' : '';
  const what = `på ${questionsAbout(om, fragor)} ${formatYears(first, last)}`;
  if (answered === 0) return `Ingen ${other}kommun i ${place} svarade ${what}.`;
  if (kommuner === 1)
    return `Den enda ${cities.length > 0 ? 'andra ' : ''}kommunen i ${place} svarade ${what}.`;
  const who =
    answered === kommuner ? `Alla ${inWords(kommuner)}` : formatRatio({ count: answered, of: kommuner });
  return `${who} ${other}kommuner i ${place} svarade ${what}.`;
}

const contrast = ({ pastaende, ar, here, riket, more }: SaidContrast): string =>
  `${more ? 'Vanligare' : 'Ovanligare'} än i riket är svaret att de ${pastaende}: ${here} i länet mot ${riket} i riket ${ar}.`;

/**
 * The first sentences about a län: "14 av 15 kommuner i Västerbottens län svarade på frågor om arbetet mot hemlöshet
 * 2016–2023. Vanligare än i riket är svaret att de …: 8 av 14 i länet mot 23 % i riket 2020."
 */
export function placesResult(said: SaidPlaces): string {
  const { contrasts, missing, cities, kommuner } = said;
  const silent = missing.length === 0 || missing.length > NAMED ? null : `${listOf(missing)} svarade inte.`;
  const districts =
    cities.length === 0 ? null : `I ${listOf(cities)} svarade stadsdelarna i stället för staden.`;
  return [districts, kommuner === 0 ? null : whoAnswered(said), ...contrasts.map(contrast), silent]
    .filter((s) => s !== null)
    .join(' ');
}

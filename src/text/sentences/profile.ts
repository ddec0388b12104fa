import { listOf } from '../lists.ts';
import { genitive } from '../names.ts';
import { capitalise, countInWords, FRAGA, formatRatio, formatYears, inWords } from '../numbers.ts';
import type { SaidShare } from './national.ts';

/** `frågor om arbetet mot hemlöshet`; of an area that asks but one, `den enda frågan om …`. */
export const questionsAbout = (om: string, fragor: number): string =>
  fragor === 1 ? `den enda frågan om ${om}` : `frågor om ${om}`;

/**
 * Which years a place's answers are from: "Umeå svarade senast 2023 på frågor om arbetet mot hemlöshet. Här står det nyaste
 * svaret på varje fråga, från 2016–2023."
 * @param said.newest false for the answers of one edition
 */
export function answeredResult(said: {
  readonly place: string;
  /** The end of "frågor om …": `arbetet mot hemlöshet`. */
  readonly om: string;
  /** How many questions the area asks. */
  readonly fragor: number;
  readonly first: number;
  readonly last: number;
  readonly newest: boolean;
}): string {
  const { place, om, fragor, first, last, newest } = said;
  if (!newest) return `${place} svarade på enkäten om ${om} ${last}.`;
  const start = `${place} svarade senast ${last} på ${questionsAbout(om, fragor)}.`;
  return first === last
    ? start
    : `${start} Här står det nyaste svaret på varje fråga, från ${formatYears(first, last)}.`;
}

/** A place without a single answer. @param said.asked the years in which it was asked */
export function silentResult(said: {
  readonly place: string;
  readonly om: string;
  readonly asked: readonly number[];
}): string {
  const { place, om, asked } = said;
  const no = 'Att svaren saknas betyder inte nej.';
  if (asked.length === 0) return `${place} har inte fått några frågor om ${om}. ${no}`;
  const [first, last] = [Math.min(...asked), Math.max(...asked)];
  return first === last
    ? `${place} svarade inte på enkäten om ${om} ${last}. ${no}`
    : `${place} svarade inte på någon av enkäterna om ${om} ${formatYears(first, last)}. ${no}`;
}

/** How many questions have no answer at all: "Svar saknas på tre frågor." Null when all have one. */
export const openResult = (open: number): string | null =>
  open === 0 ? null : `Svar saknas på ${countInWords(open, FRAGA)}.`;

/** An answer that is not what it was: `nej` 2018, `ja` 2020. */
export type SaidChange = {
  readonly kortnamn: string;
  readonly from: string;
  readonly to: string;
  readonly before: number;
  readonly now: number;
};

/**
 * What has changed since the last comparable edition, the newest change in full. Null when no question has two answers that may
 * be compared.
 * @param changed newest first
 * @param same how many answers are as they were
 */
export function changedResult(changed: readonly SaidChange[], same: number): string | null {
  const [newest] = changed;
  if (newest === undefined)
    return same === 0 ? null : 'Inget svar har ändrats sedan den förra jämförbara utgåvan.';
  const what = `”${newest.kortnamn}”, från ${newest.from} ${newest.before} till ${newest.to} ${newest.now}`;
  if (changed.length === 1) return `Ett svar har ändrats sedan den förra jämförbara utgåvan: ${what}.`;
  return `${capitalise(inWords(changed.length))} svar har ändrats sedan den förra jämförbara utgåvan, bland annat ${what}.`;
}

/** One thing done that few do: "Få svarade som Umeå, att de erbjuder Bostad först: 8 % i riket 2016." */
export function rareResult(said: {
  readonly place: string;
  readonly pastaende: string;
  readonly ar: number;
  /** As shown: `8 %`, `2 av 4`. */
  readonly riket: string;
}): string {
  const { place, pastaende, ar, riket } = said;
  return `Få svarade som ${place}, att de ${pastaende}: ${riket} i riket ${ar}.`;
}

/** One thing that more than half of those alike do: "Av 7 liknande kommuner svarade 5 att de … (2016), men inte Umeå." */
export function gapResult(said: {
  readonly place: string;
  readonly pastaende: string;
  readonly ar: number;
  readonly peers: SaidShare;
}): string {
  const { place, pastaende, ar, peers } = said;
  const who =
    peers.count === peers.of
      ? `Alla ${inWords(peers.of)} liknande kommuner svarade`
      : `Av ${peers.of} liknande kommuner svarade ${peers.count}`;
  return `${who} att de ${pastaende} (${ar}), men inte ${place}.`;
}

/** Those like a place that did not answer itself: "Av de 7 kommuner som är mest lika Säffle svarade 6." */
export function peersTookPart(
  place: string,
  { asked, answered }: { readonly asked: number; readonly answered: number },
): string {
  const who = `kommuner som är mest lika ${place}`;
  if (answered === 0) return `Ingen av de ${inWords(asked)} ${who} svarade heller.`;
  return answered === asked
    ? `Alla ${inWords(asked)} ${who} svarade.`
    : `Av de ${asked} ${who} svarade ${answered}.`;
}

/** A question that the stadsdelar of a city agree on, and its year. */
export type SaidAgreement = { readonly kortnamn: string; readonly ar: number } | null;

/** A city whose stadsdelar answer in its place: how many did in the newest edition, and what they agree on. */
export function stadsdelResult(said: {
  readonly place: string;
  readonly ar: number;
  readonly om: string;
  readonly fragor: number;
  readonly stadsdelar: number;
  readonly answered: number;
  readonly allYes: SaidAgreement;
  readonly noneYes: SaidAgreement;
}): string {
  const { place, ar, om, fragor, stadsdelar, answered, allYes, noneYes } = said;
  const start = `${genitive(place)} stadsdelar svarar var för sig, i stället för staden.`;
  const who =
    answered === 0
      ? `Ingen av de ${inWords(stadsdelar)} svarade på ${questionsAbout(om, fragor)} ${ar}.`
      : answered === stadsdelar
        ? `Alla ${inWords(stadsdelar)} svarade på ${questionsAbout(om, fragor)} ${ar}.`
        : `${formatRatio({ count: answered, of: stadsdelar })} svarade på ${questionsAbout(om, fragor)} ${ar}.`;
  return [
    start,
    who,
    allYes && `Alla som besvarade ”${allYes.kortnamn}” svarade ja (${allYes.ar}).`,
    noneYes && `Ingen som besvarade ”${noneYes.kortnamn}” svarade ja (${noneYes.ar}).`,
  ]
    .filter((s) => s !== null)
    .join(' ');
}

/** How answers have moved since the last comparable edition. */
export type SaidChanges = {
  /** Questions that were held against an earlier answer. */
  readonly compared: number;
  /** Towards ja or alla, and away from it. */
  readonly towards: number;
  readonly away: number;
};

const ett = (n: number) => (n === 1 ? 'ett' : inWords(n));

/** "Tio frågor går att jämföra med en tidigare utgåva: två svar har gått mot ja, ett från ja och sju är oförändrade." */
export function changesResult({ compared, towards, away }: SaidChanges): string {
  if (compared === 0) return 'Ingen fråga har två svar som går att jämföra. Därför räknas ingen förändring.';
  const same = compared - towards - away;
  const moved = [
    ...(towards === 0 ? [] : [`${ett(towards)} svar har gått mot ja`]),
    ...(away === 0 ? [] : [`${ett(away)}${towards === 0 ? ' svar har gått' : ''} från ja`]),
  ];
  const rest = `${ett(same)} är ${same === 1 ? 'oförändrat' : 'oförändrade'}`;
  const what =
    same === compared
      ? compared === 1
        ? 'svaret är detsamma'
        : 'svaren är desamma'
      : listOf([...moved, ...(same === 0 ? [] : [rest])]);
  return `${capitalise(countInWords(compared, FRAGA))} går att jämföra med en tidigare utgåva: ${what}.`;
}

import type { MissingCounts } from '../../statistics/years.ts';
import { listOf } from '../lists.ts';
import { genitive } from '../names.ts';
import { capitalise, countInWords, FRAGA, inWords } from '../numbers.ts';
import { missingSentence } from './missing.ts';

/** What a profile in one area and year adds up to. */
export type SaidProfile = {
  readonly place: string;
  readonly ar: number;
  /** The end of "frågor om …": `arbetet mot hemlöshet`. */
  readonly om: string;
  readonly asked: number;
  /** How many were answered with the first answer: ja or alla. */
  readonly yes: number;
  /** Questions without an answer from the place, by reason. */
  readonly missing: MissingCounts;
  /** False when the place left the whole survey unanswered. */
  readonly tookPart: boolean;
};

/** The nearest kommuner: how many they are, how many of them took part, and how many said yes to more. */
export type SaidPeers = { readonly asked: number; readonly answered: number; readonly more: number };

function yesOf({ place, ar, om, asked, yes }: SaidProfile): string {
  if (yes === 0) return `${place} svarade inte ja på någon av de ${inWords(asked)} frågorna om ${om} ${ar}`;
  if (yes === asked) return `${place} svarade ja på alla ${inWords(asked)} frågor om ${om} ${ar}`;
  return `${place} svarade ja på ${inWords(yes)} av ${inWords(asked)} frågor om ${om} ${ar}`;
}

/**
 * How much a place does: "Umeå svarade ja på fyra av 23 frågor om arbetet mot hemlöshet 2016." Questions left without
 * an answer are told by their reason: they are not a no.
 */
export function profileResult(profile: SaidProfile): string {
  const { place, ar, om, missing, tookPart } = profile;
  const unanswered = missing.get('bortfall') ?? 0;
  if (!tookPart)
    return `${place} svarade inte på enkäten om ${om} ${ar}. Att svaren saknas betyder inte nej.`;
  const open = unanswered === 0 ? '' : ` och lämnade ${countInWords(unanswered, FRAGA)} utan svar`;
  const others = missingSentence(new Map([...missing].filter(([reason]) => reason !== 'bortfall')), FRAGA);
  return [`${yesOf(profile)}${open}.`, ...(others === null ? [] : [others])].join(' ');
}

/**
 * The place among those like it: "Av de sju kommuner som är mest lika Umeå svarade fyra ja på fler frågor." Null when fewer than
 * three of them took part, which is too few to say anything of.
 */
export function peersResult(place: string, { asked, answered, more }: SaidPeers): string | null {
  if (answered < 3) return null;
  const who = `kommuner som är mest lika ${place}`;
  if (answered === asked) {
    if (more === 0) return `Ingen av de ${inWords(asked)} ${who} svarade ja på fler frågor.`;
    if (more === asked) return `Alla ${inWords(asked)} ${who} svarade ja på fler frågor.`;
    return `Av de ${inWords(asked)} ${who} svarade ${inWords(more)} ja på fler frågor.`;
  }
  const them = more === 0 ? 'ingen av dem' : more === answered ? 'alla de' : `${inWords(more)} av dem`;
  return `Av de ${inWords(asked)} ${who} deltog ${inWords(answered)}, och ${them} svarade ja på fler frågor.`;
}

/** Those like a place that did not answer itself: "Av de sju kommuner som är mest lika Säffle deltog sex." */
export function peersTookPart(place: string, { asked, answered }: SaidPeers): string {
  const who = `kommuner som är mest lika ${place}`;
  if (answered === 0) return `Ingen av de ${inWords(asked)} ${who} svarade heller.`;
  return answered === asked
    ? `Alla ${inWords(asked)} ${who} svarade.`
    : `Av de ${inWords(asked)} ${who} svarade ${inWords(answered)}.`;
}

/** A question that stands out, and how common a yes is in riket as shown (`8 %`, `2 av 4`). */
export type SaidDifference = {
  readonly kind: 'ovanlig-styrka' | 'vanlig-brist';
  readonly pastaende: string;
  readonly nekat: string | null;
  readonly kortnamn: string;
  readonly riket: string;
};

/** What differs most: "Umeå erbjuder Bostad först. Det är ovanligt: 8 % i riket svarade ja." */
export function differenceResult(place: string, what: SaidDifference): string {
  const { kind, pastaende, nekat, kortnamn, riket } = what;
  if (kind === 'ovanlig-styrka')
    return `Ovanligt är att ${place} ${pastaende}: bara ${riket} i riket svarade ja.`;
  const own = nekat === null ? `${place} svarade nej om ${kortnamn}` : `${place} ${nekat}`;
  return `${own}, men ${riket} i riket svarade ja på den frågan.`;
}

/** A city whose stadsdelar answer in its place: how many did, and on how many questions they agree. */
export function stadsdelResult(said: {
  readonly place: string;
  readonly ar: number;
  readonly om: string;
  readonly asked: number;
  readonly stadsdelar: number;
  readonly answered: number;
  readonly allYes: number;
  readonly noneYes: number;
}): string {
  const { place, ar, om, asked, stadsdelar, answered, allYes, noneYes } = said;
  const start = `${genitive(place)} stadsdelar svarar var för sig, i stället för staden.`;
  if (answered === 0) return `${start} Ingen av de ${inWords(stadsdelar)} svarade på enkäten om ${om} ${ar}.`;
  const who =
    answered === stadsdelar
      ? `Alla ${inWords(stadsdelar)} svarade`
      : `${capitalise(inWords(answered))} av ${inWords(stadsdelar)} svarade`;
  const all =
    allYes === 0
      ? 'Ingen fråga fick ja av alla'
      : `På ${inWords(allYes)} av ${inWords(asked)} frågor svarade alla ja`;
  const none = noneYes === 0 ? 'varje fråga fick ja av minst en' : `på ${inWords(noneYes)} svarade ingen ja`;
  const agree = `${all}, och ${none}.`;
  return `${start} ${who} på enkäten om ${om} ${ar}. ${agree}`;
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

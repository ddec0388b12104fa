import type { Enhet } from '../model/edition.ts';
import { listOf } from './lists.ts';
import { unitsOf } from './names.ts';

// What a share of a question counts. Pages, slides, sheets, reports, CSV and text alternatives take their words from here, so
// that the same share is never said to be of two things; a test goes over everything that is written.

/** Who is counted: the answers that come first, whatever the question's are called. */
const SAID_YES = 'som svarade ja eller alla';

/** Of whom: who did not answer is no part of a share. */
export const OF_ANSWERED = 'av dem som svarade';

/** Within a sentence or a caption. */
export const YES_SHARE = `andel ${SAID_YES}`;
/** The same in the definite form: `andelen som svarade ja eller alla`. */
export const THE_YES_SHARE = `andelen ${SAID_YES}`;

/** The share and its base where the unit is said elsewhere. */
export const SHARE_BASE = `Andel ${SAID_YES}, ${OF_ANSWERED}`;

/** The share and its base in an edition: `Andel av kommunerna som svarade ja eller alla, av dem som svarade.` */
export const shareBase = (enhet: Enhet): string =>
  `Andel av ${unitsOf(enhet).definite} ${SAID_YES}, ${OF_ANSWERED}.`;

/**
 * What to know where published figures stand beside our own shares of the same edition and the sources count another unit: two
 * bases are never left for one.
 * @param bases what each published figure is of, in its source's words
 */
export function publishedBase(enhet: Enhet, bases: readonly string[]): readonly string[] {
  const { many } = unitsOf(enhet);
  const others = [...new Set(bases)].filter((bas) => bas !== many);
  return others.length === 0
    ? []
    : [`De publicerade andelarna är enligt källorna av ${listOf(others)}. Övriga andelar är av ${many}.`];
}

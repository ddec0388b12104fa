import { percent } from '../../src/statistics/share.ts';
import { ASSUMED, MAX_FORCED, MAX_SKIPPED } from './assumptions.ts';
import { uniform } from './noise.ts';
import type { Target } from './sources.ts';

/** How many of a group answer what, and how many skip the question. */
export type Quota = { readonly skipped: number; readonly first: number; readonly middle: number };

/** The published figures and assumptions that one question must meet in one year, in one group of respondents. */
export type Demand = {
  readonly indikator: string;
  readonly firstPercent: number | null;
  readonly firstCount: number | null;
  readonly middlePercent: number;
};

/** Collects what is published of a question; falls back on our assumptions. @throws when neither says anything */
export function demandOf(targets: readonly Target[], indikator: string, middleAnswer: string | null): Demand {
  const value = (enhet: Target['enhet'], svar: string | null) =>
    targets.find((t) => t.enhet === enhet && t.svar === svar)?.varde ?? null;
  const assumed = ASSUMED[indikator];
  const firstCount = value('antal', null);
  const firstPercent = value('procent', null) ?? (firstCount === null ? (assumed?.first ?? null) : null);
  const middlePercent =
    middleAnswer === null ? 0 : (value('procent', middleAnswer) ?? assumed?.middle ?? null);
  if (firstPercent === null && firstCount === null)
    throw new Error(`${indikator}: ingen andel att utgå från`);
  if (middlePercent === null) throw new Error(`${indikator}: ingen andel för svaret ${middleAnswer}`);
  return { indikator, firstPercent, firstCount, middlePercent };
}

/**
 * The smallest number of skipped answers for which whole numbers of respondents give exactly the demanded
 * percentages (rounded half up) and counts.
 * @param of how many respondents there are
 * @param from where to begin: how many would skip the question anyway
 * @throws when not even that makes the figures agree
 */
export function quotaFor(demand: Demand, of: number, from: number): Quota {
  for (let skipped = from; skipped <= Math.min(from + MAX_FORCED, of - 1); skipped += 1) {
    const quota = exactQuota(demand, of - skipped);
    if (quota) return { ...quota, skipped };
  }
  throw new Error(`${demand.indikator}: siffrorna går inte att få ihop med ${of} svarande`);
}

/** How many skip a question by chance; nobody where a published count leaves no room for it. */
export function skippedByChance(demand: Demand, ar: number): number {
  if (demand.firstCount !== null) return 0;
  return Math.floor(uniform('hoppar', demand.indikator, ar) * (MAX_SKIPPED + 1));
}

function exactQuota(demand: Demand, answered: number): Omit<Quota, 'skipped'> | null {
  const nearest = (share: number) => Math.round((share * answered) / 100);
  const first = demand.firstCount ?? nearest(demand.firstPercent ?? 0);
  const middle = nearest(demand.middlePercent);
  const meets = (count: number, share: number | null) =>
    share === null || percent({ count, of: answered }) === share;
  const fits =
    first + middle <= answered && meets(first, demand.firstPercent) && meets(middle, demand.middlePercent);
  return fits ? { first, middle } : null;
}

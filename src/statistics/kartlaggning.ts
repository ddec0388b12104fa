import {
  INDELNINGAR,
  type Kartlaggning,
  type Kartlaggningsvarde,
  type Omgang,
  type Situation,
} from '../model/kartlaggning.ts';

export type Counted = Kartlaggningsvarde & { readonly varde: number };
const isCounted = (v: Kartlaggningsvarde | undefined): v is Counted => typeof v?.varde === 'number';

/** True for a count of everybody in the kartläggning's own place: no class, both sexes. */
const isWhole = (k: Kartlaggning, v: Kartlaggningsvarde) =>
  v.plats === k.kod && v.kon === 'T' && INDELNINGAR.every((name) => v.klass[name] === null);

/** The count as it was first published, or the reason that there is none; undefined when the round did not count it. */
export function publishedCount(
  kartlaggning: Kartlaggning,
  ar: number,
  matt: string,
  situation: Situation = 'alla',
): Kartlaggningsvarde | undefined {
  return kartlaggning.varden.find(
    (v) =>
      v.ar === ar &&
      v.matt === matt &&
      v.situation === situation &&
      isWhole(kartlaggning, v) &&
      v.enhet === 'antal' &&
      v.omraknad === null,
  );
}

/** A year by two methods, and the newer round that the recomputed figure may be compared with. */
export type RecomputedPair = {
  /** What the newer round is counted by, and the older one recomputed with. */
  readonly method: string;
  readonly published: Counted;
  readonly recomputed: Counted;
  readonly newer: Counted;
  /** `newer` minus `recomputed`: the only change that may be spoken of. */
  readonly change: number;
};

/** The main count recomputed with a later round's method, beside what was published and what it may be compared with. */
export function recomputedPairs(kartlaggning: Kartlaggning): readonly RecomputedPair[] {
  const { huvudmatt, omgangar, varden } = kartlaggning;
  return varden.flatMap((recomputed) => {
    if (recomputed.matt !== huvudmatt || recomputed.situation !== 'alla' || !isCounted(recomputed)) return [];
    if (!isWhole(kartlaggning, recomputed)) return [];
    const round = omgangar.find((o) => o.ar > recomputed.ar && o.jamforbar === recomputed.omraknad);
    const newer = round && publishedCount(kartlaggning, round.ar, huvudmatt);
    const published = publishedCount(kartlaggning, recomputed.ar, huvudmatt);
    return round && isCounted(newer) && isCounted(published)
      ? [{ method: round.jamforbar, published, recomputed, newer, change: newer.varde - recomputed.varde }]
      : [];
  });
}

/** Years from which counts may not be compared with the round before. */
export function roundBreaks({ omgangar, ...k }: Kartlaggning): readonly number[] {
  const main = mainRounds({ omgangar, ...k });
  return main.flatMap((o, i) => (i > 0 && main[i - 1]?.jamforbar !== o.jamforbar ? [o.ar] : []));
}

/** The rounds that counted the main measure, or say why there is no figure; oldest first. */
export function mainRounds(kartlaggning: Kartlaggning) {
  return kartlaggning.omgangar
    .filter((o) => publishedCount(kartlaggning, o.ar, kartlaggning.huvudmatt))
    .toSorted((a, b) => a.ar - b.ar);
}

/**
 * A round's count per 10 000 inhabitants on 31 December of the same year, with the round's own population; null when
 * either is unknown. Never with another year's population.
 */
export function per10000(kartlaggning: Kartlaggning, { ar, folkmangd }: Omgang): number | null {
  const count = publishedCount(kartlaggning, ar, kartlaggning.huvudmatt);
  return isCounted(count) && folkmangd ? (10_000 * count.varde) / folkmangd.antal : null;
}

/** The round before that counted the main measure in the same way, and the change since; null when there is none. */
export function comparableChange(
  kartlaggning: Kartlaggning,
  ar: number,
): { readonly before: Counted; readonly now: Counted; readonly change: number } | null {
  const rounds = mainRounds(kartlaggning);
  const at = rounds.findIndex((o) => o.ar === ar);
  const [previous, round] = [rounds[at - 1], rounds[at]];
  if (!previous || !round || previous.jamforbar !== round.jamforbar) return null;
  const before = publishedCount(kartlaggning, previous.ar, kartlaggning.huvudmatt);
  const now = publishedCount(kartlaggning, ar, kartlaggning.huvudmatt);
  return isCounted(before) && isCounted(now) ? { before, now, change: now.varde - before.varde } : null;
}

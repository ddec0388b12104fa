import type { Kartlaggning, Kartlaggningsvarde, Matt, Situation } from '../model/kartlaggning.ts';

export type Counted = Kartlaggningsvarde & { readonly varde: number };
const isCounted = (v: Kartlaggningsvarde | undefined): v is Counted => typeof v?.varde === 'number';

/** The count as it was first published, or the reason that there is none; undefined when the round did not count it. */
export function publishedCount(
  kartlaggning: Kartlaggning,
  ar: number,
  matt: Matt,
  situation: Situation = 'alla',
): Kartlaggningsvarde | undefined {
  return kartlaggning.varden.find(
    (v) =>
      v.ar === ar &&
      v.matt === matt &&
      v.situation === situation &&
      v.kon === 'T' &&
      v.enhet === 'antal' &&
      v.omraknad === null,
  );
}

/** A year by two methods, and the newer round that the recomputed figure may be compared with. */
export type RecomputedPair = {
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
    const round = omgangar.find((o) => o.ar > recomputed.ar && o.jamforbar === recomputed.omraknad);
    const newer = round && publishedCount(kartlaggning, round.ar, huvudmatt);
    const published = publishedCount(kartlaggning, recomputed.ar, huvudmatt);
    return isCounted(newer) && isCounted(published)
      ? [{ published, recomputed, newer, change: newer.varde - recomputed.varde }]
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

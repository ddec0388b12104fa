import { z } from 'zod';

/** What kind of value an indicator holds. The first three are survey questions (enkät). */
export const SVARSTYPER = [
  'ja-nej',
  'ja-delvis-nej',
  'alla-vissa-ingen',
  'andel',
  'antal',
  'per-1000',
  'per-100000',
  'kronor',
  'kategori',
] as const;

// Marked pure so that a browser that needs only the words gets no zod.
export const Svarstyp = /* @__PURE__ */ z.enum(SVARSTYPER);
export type Svarstyp = z.infer<typeof Svarstyp>;

/** The fixed answers of the question types, best-known first: the first one is what shares count. */
const FIXED_ANSWERS: Partial<Record<Svarstyp, readonly string[]>> = {
  'ja-nej': ['ja', 'nej'],
  'ja-delvis-nej': ['ja', 'delvis', 'nej'],
  'alla-vissa-ingen': ['alla', 'vissa', 'ingen'],
};

const NO_ANSWERS: readonly string[] = [];

/**
 * The valid answer words of an indicator, in order; empty for numeric types.
 * @param kategorier the indicator's own words, used when `svarstyp` is `kategori`
 */
export function answersOf(svarstyp: Svarstyp, kategorier: readonly string[] = NO_ANSWERS): readonly string[] {
  if (svarstyp === 'kategori') return kategorier;
  return FIXED_ANSWERS[svarstyp] ?? NO_ANSWERS;
}

/** True for the types whose value is a word that was chosen among a few, not a number. */
export function isQuestion(svarstyp: Svarstyp): boolean {
  return svarstyp in FIXED_ANSWERS;
}

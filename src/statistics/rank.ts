/** A value with the interval that it cannot be told apart within. */
export type Ranked = {
  readonly kod: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

/** A place among others, as honestly as it can be said. */
export type RankInterval = {
  /** Best place it can have (1 = highest value). */
  readonly from: number;
  readonly to: number;
  readonly of: number;
  /** How many others have an interval that overlaps this one's. */
  readonly indistinguishable: number;
};

/** No rank is given where fewer units than this have a value, or to a unit whose base is smaller than `RANK_FLOOR`. */
export const RANK_MIN_UNITS = 10;
export const RANK_FLOOR = 100;

/** 95 % two-sided. */
const Z = 1.959963984540054;

/**
 * Wilson score interval of a proportion (Wilson 1927): how far the share could have been by chance in a
 * population of this size. The register counts everyone, so the interval is not sampling error; it says how
 * much weight the figure bears when kommuner of different sizes are put in order.
 * @param share 0–1
 * @param n base, > 0
 */
export function wilson(share: number, n: number): { readonly low: number; readonly high: number } {
  const z2 = Z * Z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * Place as an interval, highest value first: someone is surely ahead only when the whole of its interval is.
 * Equal values share their places. Null under `RANK_MIN_UNITS` units, or when the unit is not among them.
 */
export function rankInterval(units: readonly Ranked[], kod: string): RankInterval | null {
  const me = units.find((u) => u.kod === kod);
  if (!me || units.length < RANK_MIN_UNITS) return null;
  const ahead = units.filter((u) => u.low > me.high).length;
  const behind = units.filter((u) => u.high < me.low).length;
  return {
    from: ahead + 1,
    to: units.length - behind,
    of: units.length,
    indistinguishable: units.length - ahead - behind - 1,
  };
}

import { answerType, hasAnswers } from '../model/answer.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import { folkmangdOf } from '../model/kommun.ts';
import { perIndexBy } from '../model/per-index.ts';
import type { NoRank } from '../model/rank.ts';

/** A value with the interval within which it cannot be ranked. */
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

/** A kommun's place with the interval of its value, or the one reason why it has none. */
export type Placing =
  | { readonly kind: 'rank'; readonly rank: RankInterval; readonly unit: Ranked; readonly base: number }
  | { readonly kind: 'none'; readonly why: NoRank };

/** Why nothing in this indicator is ranked; null when kommuner may be. */
export function unranked(indicator: Indicator): NoRank | null {
  if (hasAnswers(indicator)) return 'svar';
  // Only a part of a known whole can be ranked; counts and amounts follow the size of the kommun.
  const { per, quantity } = answerType(indicator.svarstyp);
  if (quantity === 'artal') return 'artal';
  if (per === 1) return 'antal';
  return indicator.bas === null ? 'bas-okand' : null;
}

/**
 * The interval of a value: Wilson's for its base, and never narrower than what the rounding of the value hides.
 * @param value as the source gives it, in units of `per`
 */
export function rankedUnit(
  indicator: Pick<Indicator, 'svarstyp' | 'decimaler'>,
  kod: string,
  value: number,
  base: number,
): Ranked {
  const { per } = answerType(indicator.svarstyp);
  const half = 0.5 * 10 ** -indicator.decimaler;
  // Half a unit up is already rounded to the next value.
  const up = half * (1 - 1e-6);
  const { low, high } = wilson(Math.min(1, Math.max(0, value / per)), base);
  return {
    kod,
    value,
    low: Math.max(0, Math.min(per * low, value - half)),
    high: Math.max(per * high, value + up),
  };
}

type Field = { readonly units: readonly Ranked[]; readonly placings: ReadonlyMap<string, Placing> };

const none = (why: NoRank): Placing => ({ kind: 'none', why });

function fieldOf(index: CatalogueIndex, indicator: Indicator, ar: number | null): Field {
  const folkmangd = folkmangdOf(index.catalogue.referens, ar);
  const based = index.observationsOf(indicator.id, ar).flatMap((o) => {
    const base = folkmangd.get(o.kod);
    return o.niva === 'kommun' && o.kon === 'T' && typeof o.varde === 'number' && base !== undefined
      ? [{ kod: o.kod, varde: o.varde, base }]
      : [];
  });
  const units = based
    .filter(({ base }) => base >= RANK_FLOOR)
    .map(({ kod, varde, base }) => rankedUnit(indicator, kod, varde, base));
  const placings = based.map(({ kod, base }): readonly [string, Placing] => {
    const unit = units.find((u) => u.kod === kod);
    if (!unit) return [kod, none('liten-bas')];
    const rank = rankInterval(units, kod);
    return [kod, rank === null ? none('for-fa') : { kind: 'rank', rank, unit, base }];
  });
  return { units, placings: new Map(placings) };
}

const fields = perIndexBy((index, id: string, ar: number | null): Field | null => {
  const indicator = index.indikator(id);
  return indicator === undefined ? null : fieldOf(index, indicator, ar);
});

/**
 * A kommun's place in an indicator and year, highest value first, among the kommuner that have a value.
 * The base is the kommun's inhabitants that year or, where the reference data does not have them, another year: good
 * enough for the width of an interval.
 */
export function placingOf(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  kod: string,
): Placing {
  const why = unranked(indicator);
  if (why !== null) return none(why);
  return fields(index, indicator.id, ar)?.placings.get(kod) ?? none('saknas');
}

import type { Kommun, Referens } from '../model/kommun.ts';
import type { Fordelning, Observation } from '../model/observation.ts';
import { tally } from './aggregate.ts';
import { type Summary, summarise } from './distribution.ts';

/** A set of kommuner that are looked at together: an SKR group, a size class, a län, a reader's own choice. */
export type KommunGroup = { readonly kod: string; readonly namn: string; readonly koder: readonly string[] };

/** Size classes by inhabitants: our own limits, in the steps that the ÖJ reports of 2014 used (15 000). */
export const SIZE_CLASSES = [
  { kod: 's1', namn: 'Under 15 000 invånare', from: 0 },
  { kod: 's2', namn: '15 000–29 999', from: 15_000 },
  { kod: 's3', namn: '30 000–69 999', from: 30_000 },
  { kod: 's4', namn: '70 000–199 999', from: 70_000 },
  { kod: 's5', namn: '200 000 eller fler', from: 200_000 },
] as const;

/** The size class of a kommun. */
export function sizeClassOf(kommun: Pick<Kommun, 'folkmangd'>): (typeof SIZE_CLASSES)[number] {
  return SIZE_CLASSES.findLast((c) => kommun.folkmangd >= c.from) ?? SIZE_CLASSES[0];
}

/** The SKR groups, in their order. */
export function kommungrupper(referens: Referens): readonly KommunGroup[] {
  return referens.kommungrupper.map((g) => ({
    kod: g.kod,
    namn: g.namn,
    koder: referens.kommuner.filter((k) => k.kommungrupp === g.kod).map((k) => k.kod),
  }));
}

/** The size classes, smallest first. */
export function sizeGroups(referens: Referens): readonly KommunGroup[] {
  return SIZE_CLASSES.map((c) => ({
    kod: c.kod,
    namn: c.namn,
    koder: referens.kommuner.filter((k) => sizeClassOf(k).kod === c.kod).map((k) => k.kod),
  }));
}

/** Kommunkoder with a common land border with one, in code order. */
export function neighboursOf(referens: Pick<Referens, 'grannar'>, kod: string): readonly string[] {
  return referens.grannar.flatMap(([a, b]) => (a === kod ? [b] : b === kod ? [a] : [])).toSorted();
}

/** What a group says of a question (counts) or a number (spread). */
export type GroupResult = {
  readonly group: KommunGroup;
  /** Questions: how many gave each answer. */
  readonly fordelning: Fordelning;
  readonly svarande: number;
  readonly tillfragade: number;
  /** Numbers: spread over the kommuner that have a value. */
  readonly summary: Summary | null;
  readonly exempel: boolean;
};

/**
 * Results by group. For a question the units are those of the edition (`answeringUnits`), so a city's
 * stadsdelar count in its group; a stadsdel belongs where its kommun does.
 * @param units the observations that count, all of one indicator and year
 * @param answers the question's answers, empty for numbers
 */
export function byGroup(
  groups: readonly KommunGroup[],
  answers: readonly string[],
  units: readonly Observation[],
): readonly GroupResult[] {
  return groups.map((group) => {
    const members = new Set(group.koder);
    const mine = units.filter((o) => members.has(o.kod.slice(0, 4)));
    const numbers = mine.flatMap((o) => (typeof o.varde === 'number' ? [o.varde] : []));
    return { group, ...tally(answers, mine), summary: summarise(numbers) };
  });
}

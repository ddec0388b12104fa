import type { Highs } from 'highs';
import { type AttackQuestion, attackComponent, LIMITS } from './component.ts';
import type { Truth } from './insiders.ts';
import { type Exposure, possibleCounts } from './intervals.ts';
import type { PublishedKnowledge } from './knowledge.ts';
import { onePerson } from './one-person.ts';
import { openQuestions } from './polytope.ts';

/** What came of trying to find out what is hidden. */
export type Attack = {
  /** Cells that no published file gives and that must not be found out. */
  readonly hidden: number;
  /** Those that can be estimated too closely, fewest possible counts first. */
  readonly exposed: readonly Exposure[];
  /** Those that somebody who is alone in another cell can tell. */
  readonly exposedToInsiders: readonly Exposure[];
  /** Those of which nothing was shown, neither that they can be found out nor that they cannot, within the limit of work. */
  readonly notShown: readonly string[];
  readonly narrowest: Exposure | null;
  /** Tables that contradict themselves or each other: no conclusion can be drawn from them. */
  readonly contradictions: readonly string[];
};

/**
 * Tries to find out hidden counts from everything that is published, by integer programming: the least and the most
 * that each can be, in whole counts. Shares no code with what protects.
 * @param possible how many counts must remain possible for every hidden cell
 * @param truth the true counts, for what somebody who is alone in a cell can find out; nobody else uses it
 */
export function attack(
  highs: Highs,
  knowledge: PublishedKnowledge,
  possible: number,
  truth: Truth = new Map(),
): Attack {
  return attackWithin(highs, knowledge, { possible, truth, limits: LIMITS });
}

/** The same within other limits, for tests. */
export function attackWithin(highs: Highs, knowledge: PublishedKnowledge, asked: AttackQuestion): Attack {
  const { components, contradictions } = openQuestions(knowledge, onePerson(highs, knowledge, asked.truth));
  const searched = components.map((component) => ({
    component,
    ...attackComponent(highs, component, asked),
  }));
  const byWidth = (a: Exposure, b: Exposure) => possibleCounts(a.interval) - possibleCounts(b.interval);
  const narrowest = searched.flatMap((s) => s.narrowest ?? []).toSorted(byWidth)[0] ?? null;
  return {
    hidden: components.reduce((sum, c) => sum + c.unknowns.filter((u) => u.possible !== 0).length, 0),
    exposed: searched.flatMap((s) => s.narrow).toSorted(byWidth),
    exposedToInsiders: searched.flatMap((s) => s.exposedToInsiders),
    notShown: searched.flatMap((s) => s.notShown),
    narrowest,
    contradictions: [
      ...contradictions,
      ...searched.flatMap((s) => (s.contradictory ? s.component.rows.map((r) => r.table) : [])),
    ],
  };
}

import type { Highs } from 'highs';
import { insiderExposures, type Truth } from './insiders.ts';
import { type ComponentAttack, intervalsOf } from './intervals.ts';
import type { Component } from './polytope.ts';
import { attackByWitnesses } from './witnesses.ts';

/** How a component is attacked. */
export type AttackLimits = {
  /** The most unknown cells of which every interval is searched for; in larger ones whole tables are looked for. */
  readonly everyInterval: number;
  /** The work on one larger component: simplex iterations times rows. */
  readonly work: number;
};

/** What is asked of an attack: how many counts must remain possible, and what those who are alone know. */
export type AttackQuestion = {
  readonly possible: number;
  readonly truth: Truth;
  readonly limits: AttackLimits;
};

export const LIMITS: AttackLimits = { everyInterval: 400, work: 3e9 };

/**
 * Attacks one component, in whole counts whatever its size. How narrow the narrowest cell of a large one is is at least
 * what is said.
 */
export function attackComponent(
  highs: Highs,
  component: Component,
  { truth, possible, limits }: AttackQuestion,
): ComponentAttack {
  if (component.unknowns.length > limits.everyInterval)
    return attackByWitnesses(highs, component, { truth, possible, limit: limits.work });
  return {
    ...intervalsOf(highs, component, possible),
    exposedToInsiders: insiderExposures(highs, component, truth, possible),
    notShown: [],
  };
}

import type { Highs } from 'highs';
import { puzzleOf } from './components.ts';
import { insiderFindings } from './insiders.ts';
import { countOf, type Finding, intervalsOf } from './intervals.ts';
import type { Sights } from './sight.ts';

/** What came of trying to find out what is hidden. */
export type Attack = {
  /** Cells that no published file gives. */
  readonly hidden: number;
  /** Those that can be told too closely, fewest possible counts first. */
  readonly exposed: readonly Finding[];
  /** Those that somebody who is alone in another cell can tell. */
  readonly exposedToInsiders: readonly Finding[];
  readonly narrowest: Finding | null;
  /** Tables that contradict themselves or each other: no conclusion can be drawn from them. */
  readonly contradictions: readonly string[];
};

/**
 * Tries to find out hidden counts from everything that is published, by linear programming: the least and the most
 * that each can be. Shares no code with what protects.
 * @param possible how many counts must remain possible for every hidden cell
 * @param alone ids of cells with one single person, who knows that count
 */
export function attack(
  highs: Highs,
  sights: Sights,
  possible: number,
  alone: ReadonlySet<string> = new Set(),
): Attack {
  const { components, contradictions } = puzzleOf(sights);
  const searched = components.map((component) => ({
    component,
    ...intervalsOf(highs, component, possible),
  }));
  const byWidth = (a: Finding, b: Finding) => countOf(a.interval) - countOf(b.interval);
  const narrowest = searched.flatMap((s) => s.narrowest ?? []).toSorted(byWidth)[0] ?? null;
  return {
    hidden: components.reduce((sum, c) => sum + c.unknowns.length, 0),
    exposed: searched.flatMap((s) => s.narrow).toSorted(byWidth),
    exposedToInsiders: insiderFindings(components, alone, possible),
    narrowest,
    contradictions: [
      ...contradictions,
      ...searched.flatMap((s) => (s.contradictory ? s.component.rows.map((r) => r.table) : [])),
    ],
  };
}

import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import { type Change, change } from './change.ts';
import { breaksOf, comparable } from './comparability.ts';

/** A question that was asked a place more than once: the newest answer against the last one it may be held against. */
export type QuestionChange = {
  readonly indicator: Indicator;
  readonly earlier: Observation;
  readonly later: Observation;
  readonly change: Change;
};

/**
 * What changed for a place in an area since the last comparable edition, question by question.
 *
 * The newest edition that asked the question is held against the newest earlier one in the same comparability segment in
 * which the place has an answer. Where every earlier edition lies before a break the change is of kind `break`, where the
 * answers are missing `absent`: then nothing is computed, and the reason is there to be said.
 */
export function changesOf(index: CatalogueIndex, omrade: string, kod: string): readonly QuestionChange[] {
  return index.indikatorerOf(omrade).flatMap((indicator): QuestionChange[] => {
    if (indicator.typ !== 'enkat') return [];
    const all = index
      .yearsOf(indicator.id)
      .flatMap((ar) => (ar === null ? [] : (index.observation(indicator.id, kod, ar) ?? [])));
    const later = all.at(-1);
    // A made-up answer and a real one are nothing to compare.
    const asked = all.filter((o) => o.exempel === later?.exempel);
    if (later === undefined || asked.length < 2) return [];
    const breaks = breaksOf(indicator, index.omrade(indicator.omrade));
    const before = asked.slice(0, -1).toReversed();
    const inSegment = before.filter(
      (o) => o.ar !== null && later.ar !== null && comparable(breaks, o.ar, later.ar),
    );
    const earlier = inSegment.find((o) => o.varde !== null) ?? inSegment[0] ?? before[0];
    return earlier === undefined
      ? []
      : [{ indicator, earlier, later, change: change(breaks, earlier, later) }];
  });
}

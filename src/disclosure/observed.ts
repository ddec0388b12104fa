import type { Observation } from '../model/observation.ts';
import { cellId, isCount } from './register.ts';
import type { Base } from './round.ts';
import type { Rounded } from './rounded-sources.ts';

/** What a rounded number says of itself, after what its source says. */
export const roundedNote = (not: string | null, base: Base): string =>
  [not, `Avrundat till en multipel av ${base} för att skydda enskilda.`].filter(Boolean).join(' ');

/** The observations as they may be shown. An indicator without a cell that is hidden or rounded is left as it is. */
export function observedAll(
  observationer: readonly Observation[],
  hidden: ReadonlySet<string>,
  rounded: Rounded,
): readonly Observation[] {
  const touched = new Set([...hidden, ...rounded.keys()].map((id) => id.slice(0, id.indexOf('|'))));
  return touched.size === 0 && observationer.every((o) => o.bidrag === undefined)
    ? observationer
    : observationer.map((o) =>
        touched.has(o.indikator) ? observed(withoutBidrag(o), hidden, rounded) : withoutBidrag(o),
      );
}

/** Who contributes is for the protection alone. */
function withoutBidrag(o: Observation): Observation {
  if (o.bidrag === undefined) return o;
  const { bidrag: _, ...rest } = o;
  return rest;
}

function observed(o: Observation, hidden: ReadonlySet<string>, rounded: Rounded): Observation {
  // Rates are no counts, and are hidden by the same ids.
  const id = cellId(o);
  if (o.varde !== null && hidden.has(id)) return { ...o, varde: null, saknas: 'skyddad' };
  if (!isCount(o)) return o;
  const to = rounded.get(id);
  if (to) return { ...o, varde: to.n, not: roundedNote(o.not, to.base) };
  return o;
}

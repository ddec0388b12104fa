import { runsOf, type SeriesPoint } from './series-runs.ts';
import { coordinate, element, svg } from './svg.ts';

const WIDTH = 160;
const HEIGHT = 40;
const EDGE = 5;

/**
 * A series small enough to stand beside its number: years keep their distance, a line never leaves its comparable segment, every
 * break is a dashed rule, and the newest year is a filled point. The words beside it say what it shows.
 * @param points oldest first, with at least one value
 * @param label the text alternative
 */
export function spark(points: readonly SeriesPoint[], label: string): string {
  const runs = runsOf(points);
  const drawn = runs.flat();
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (!first || !last) return '';
  const most = Math.max(...drawn.map((p) => p.varde));
  const x = (ar: number) =>
    first.ar === last.ar
      ? WIDTH - EDGE
      : EDGE + ((WIDTH - 2 * EDGE) * (ar - first.ar)) / (last.ar - first.ar);
  // From zero: a small change must not look like a large one.
  const y = (varde: number) => HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * varde) / (most || 1);
  const at = (p: { readonly ar: number; readonly varde: number }) =>
    `${coordinate(x(p.ar))} ${coordinate(y(p.varde))}`;
  const cuts = drawn.flatMap((p, i) => {
    const before = drawn[i - 1];
    return before && before.segment !== p.segment ? [(x(before.ar) + x(p.ar)) / 2] : [];
  });
  return svg(
    { class: 'chart spark', viewBox: [0, 0, WIDTH, HEIGHT], label },
    element('path', { class: 'axis', d: `M0 ${HEIGHT - EDGE}H${WIDTH}` }),
    ...cuts.map((cut) => element('path', { class: 'cut', d: `M${coordinate(cut)} 0V${HEIGHT - EDGE}` })),
    ...runs
      .filter((run) => run.length > 1)
      .map((run) =>
        element('path', {
          class: run[0]?.segment === last.segment ? 'line' : 'line-old',
          d: `M${run.map(at).join('L')}`,
        }),
      ),
    ...runs
      .filter((run) => run.length === 1)
      .flatMap((run) =>
        run.map((p) => element('circle', { class: 'pt-old', cx: x(p.ar), cy: y(p.varde), r: 2.5 })),
      ),
    element('circle', { class: 'pt', cx: x(last.ar), cy: y(last.varde), r: 4 }),
  );
}

import { observablePlot, serverDocument } from './plot-svg.ts';

/** Where each dot of a beeswarm lies, in the order of the values; `y` is relative to the middle line. */
export type Swarm = {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly up: number;
  readonly down: number;
};

/**
 * Packs dots around a line so that none overlap, by Observable Plot's dodge transform.
 * @param values one a dot
 * @param range pixels of the domain's ends
 */
export function swarm(
  values: readonly number[],
  layout: {
    readonly domain: readonly [number, number];
    readonly range: readonly [number, number];
    readonly radius: number;
  },
): Swarm {
  // The interval tree below Plot's dodge forgets a dot that is centred on 0 exactly, so we lay out far from it.
  const shift = 1000;
  const height = 4000;
  // Laid from the lowest to the highest, dots pack without holes.
  const order = values.map((_, i) => i).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const Plot = observablePlot();
  const plot = Plot.plot({
    document: serverDocument(),
    width: 1000,
    height,
    margin: 0,
    x: { domain: [...layout.domain], range: layout.range.map((x) => x + shift), axis: null },
    marks: [
      Plot.dot(
        order,
        Plot.dodgeY({
          x: (i: number) => values[i] ?? 0,
          r: layout.radius,
          anchor: 'middle',
          padding: layout.radius / 6,
        }),
      ),
    ],
  });
  const laid = [...plot.querySelectorAll('circle')].map((circle) => ({
    x: Number(circle.getAttribute('cx')) - shift,
    y: Number(circle.getAttribute('cy')) - height / 2,
  }));
  if (laid.length !== values.length) throw new Error('a dot was lost on the way');
  const places = new Map(order.map((i, at) => [i, laid[at]]));
  const points = values.flatMap((_, i) => places.get(i) ?? []);
  const ys = points.map((p) => p.y);
  return { points, up: -Math.min(0, ...ys), down: Math.max(0, ...ys) };
}

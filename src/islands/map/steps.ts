/** Where a tile lies, in the map's own units: x to the right, y down. */
export type Spot = { readonly x: number; readonly y: number };

/** The arrow keys, and where they lead. */
export const ARROWS = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const satisfies Readonly<Record<string, Spot>>;
export type Arrow = keyof typeof ARROWS;

export const isArrow = (key: string): key is Arrow => key in ARROWS;

/** A tile counts as lying in a direction up to this far beside it: rows are shifted by half a tile. */
const BESIDE = 1.2;

/**
 * The tile that an arrow leads to: the nearest in its direction, over water too.
 * @returns its place in the list; null at the edge of the map
 */
export function nextSpot(spots: readonly Spot[], from: number, arrow: Arrow): number | null {
  const own = spots[from];
  if (!own) return null;
  const { x, y } = ARROWS[arrow];
  let best: { readonly at: number; readonly cost: number } | null = null;
  for (const [at, spot] of spots.entries()) {
    const [dx, dy] = [spot.x - own.x, spot.y - own.y];
    const along = dx * x + dy * y;
    const beside = Math.abs(dx * y) + Math.abs(dy * x);
    if (along <= 0 || beside > along * BESIDE) continue;
    const cost = along + 2 * beside;
    if (best === null || cost < best.cost) best = { at, cost };
  }
  return best?.at ?? null;
}

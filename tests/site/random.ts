/** Which random pages are looked at: `OJ_FRO`, or the day's own; a test that uses it says it when it fails. */
export const SEED = Number(process.env.OJ_FRO ?? new Date().toISOString().slice(0, 10).replaceAll('-', ''));

/** So many of the items, in an order that the seed decides. */
export function sample<T>(items: readonly T[], count: number, seed = SEED): readonly T[] {
  const left = [...items];
  let state = seed;
  return Array.from({ length: Math.min(count, left.length) }, () => {
    // Lehmer's generator: enough to choose pages by.
    state = (state * 48_271 + 11) % 2_147_483_647;
    return left.splice(state % left.length, 1);
  }).flat();
}

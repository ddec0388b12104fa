/**
 * Randomness by name: the same key always gives the same number, on every machine and whatever else is drawn.
 * A new question or a new kommun therefore never changes what the others got.
 */

/** FNV-1a with a final mix (murmur3), 32 bits: short keys that differ in one letter get unrelated numbers. */
function hash(key: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Evenly distributed in [0, 1). */
export function uniform(...key: readonly (string | number)[]): number {
  return hash(key.join('|')) / 2 ** 32;
}

/**
 * About normal, mean 0 and standard deviation 1: twelve uniform numbers less six (Irwin–Hall). Only additions,
 * so that no two machines can differ in the last bit.
 */
export function normal(...key: readonly (string | number)[]): number {
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += uniform(...key, i);
  return sum;
}

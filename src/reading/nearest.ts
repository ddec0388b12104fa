/**
 * Edit distance with neighbouring swaps (optimal string alignment): how many letters must be added, removed,
 * changed or swapped. Case and å/ä/ö count as they stand.
 */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/**
 * The valid word that was most likely meant: fewest edits, ignoring case; the first one when several are as near.
 * Null when none is near (more than half of the letters would have to change).
 */
export function nearest(value: string, valid: Iterable<string>): string | null {
  const wanted = value.trim().toLowerCase();
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const word of valid) {
    const d = distance(wanted, word.toLowerCase());
    if (d < least) [best, least] = [word, d];
  }
  return best !== null && least <= Math.max(1, Math.floor(Math.max(wanted.length, best.length) / 2))
    ? best
    : null;
}

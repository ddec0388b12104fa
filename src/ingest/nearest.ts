/**
 * Edit distance between two strings: insertions, deletions, substitutions and swaps of neighbours each cost 1
 * (optimal string alignment).
 * @param limit the largest distance of interest; when it is more, any larger number may be returned
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(substituted, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
      smallest = Math.min(smallest, best);
    }
    // From here no way leads back: a row's smallest number is at most one more than the one before.
    if (smallest > limit) return smallest;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Longer texts are not misspelt codes or answers; comparing them would only take time. */
const LONGEST = 200;

/**
 * The valid value that a mistyped one is likeliest to stand for, or null when nothing is near: at most half as
 * many edits as it has letters. Case does not count. The first of equals wins; a beginning ("del") is as good as a
 * near hit.
 */
export function nearest(value: string, candidates: Iterable<string>): string | null {
  const typed = value.trim().toLowerCase();
  if (typed === '' || typed.length > LONGEST) return null;
  const farthest = Math.floor(typed.length / 2);
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const valid = candidate.toLowerCase();
    const distance = editDistance(typed, valid, Math.min(farthest, bestDistance - 1));
    const weight =
      distance <= farthest ? distance : valid.startsWith(typed) ? valid.length : Number.POSITIVE_INFINITY;
    if (weight < bestDistance) {
      best = candidate;
      bestDistance = weight;
    }
  }
  return best;
}

/** `Menade du ”ja”?`, or what the valid values are when none is near. */
export function didYouMean(value: string, candidates: readonly string[]): string {
  const near = nearest(value, candidates);
  if (near !== null) return `Menade du ”${near}”?`;
  return `Skriv något av: ${candidates.join(', ')}.`;
}

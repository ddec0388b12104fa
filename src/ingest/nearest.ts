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

const digitsOf = (text: string) => text.replace(/\D/g, '');

/**
 * True when one series of digits may be a slip of the pen for the other: the same, two neighbours swapped, or one digit
 * lost or doubled. Another digit is another year, code or id, never a misspelt one.
 */
function digitsMayBe(typed: string, valid: string): boolean {
  if (typed === valid) return true;
  if (typed === '' || valid === '' || editDistance(typed, valid, 1) > 1) return false;
  return typed.length !== valid.length || [...typed].sort().join('') === [...valid].sort().join('');
}

/**
 * The valid value that a mistyped one is likeliest to stand for, or null when nothing is near: at most one edit for
 * every third letter, and digits that are not others. Case does not count. The first of equals wins; a beginning
 * ("del") is as good as a near hit.
 */
export function nearest(value: string, candidates: Iterable<string>): string | null {
  const typed = value.trim().normalize('NFC').toLowerCase();
  if (typed === '' || typed.length > LONGEST) return null;
  const digits = digitsOf(typed);
  const farthest = typed.length === 1 ? 0 : Math.max(1, Math.floor(typed.length / 3));
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const valid = candidate.toLowerCase();
    const distance = editDistance(typed, valid, Math.min(farthest, bestDistance - 1));
    const begins = digits === '' && valid.startsWith(typed);
    const weight = distance <= farthest ? distance : begins ? valid.length : Number.POSITIVE_INFINITY;
    if (weight < bestDistance && digitsMayBe(digits, digitsOf(valid))) {
      best = candidate;
      bestDistance = weight;
    }
  }
  return best;
}

/** So many valid values can be read in a line. */
const LISTED = 40;

/** `Menade du ”ja”?`, or what the valid values are when none is near. */
export function didYouMean(value: string, candidates: readonly string[]): string {
  const near = nearest(value, candidates);
  if (near !== null) return `Menade du ”${near}”?`;
  const shown = candidates.slice(0, LISTED).join(', ');
  return candidates.length > LISTED ? `Några av dem som finns: ${shown} …` : `Skriv något av: ${shown}.`;
}

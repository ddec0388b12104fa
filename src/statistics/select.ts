/**
 * The value that would stand at a place if the values were sorted, without sorting them (Hoare's selection). Linear on
 * average, where a sort of a million values takes longer than all else that is done with them.
 * @param values finite numbers; their order is changed
 * @param place counted from 0
 * @returns NaN when there is no such place
 */
export function selectSorted(values: Float64Array, place: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i += 1;
      while ((values[j] ?? 0) > pivot) j -= 1;
      if (i > j) break;
      const swapped = values[i] ?? 0;
      values[i] = values[j] ?? 0;
      values[j] = swapped;
      i += 1;
      j -= 1;
    }
    if (place <= j) high = j;
    else if (place >= i) low = i;
    else break;
  }
  return values[place] ?? Number.NaN;
}

import { formatNumber } from './numbers.ts';

/** `a`, `a och b`, `a, b och c`; empty for nothing. Semicolons where an item has a comma outside quotation marks. */
export function listOf(items: readonly string[], word: 'och' | 'eller' = 'och'): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  const separator = items.some((item) => item.replace(/”[^”]*”/g, '').includes(', ')) ? '; ' : ', ';
  return items.length === 1 ? last : `${items.slice(0, -1).join(separator)} ${word} ${last}`;
}

/**
 * `a, b och 3 till`. Never hides a single item: what would be "och 1 till" is named instead.
 * @param max how many are named at most (one more when that completes the list)
 */
export function cappedList(items: readonly string[], max: number): string {
  if (items.length <= max + 1) return listOf(items);
  return listOf([...items.slice(0, max), `${formatNumber(items.length - max)} till`]);
}

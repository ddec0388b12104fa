/** More years than this in one range is a slip of the pen. */
const MOST_YEARS = 100;

/**
 * `2016-2024`, `2016,2018` or both, as a person writes years.
 * @returns the years, oldest first, or a Swedish sentence about the part that is none
 */
export function readYears(text: string): readonly number[] | string {
  const years: number[] = [];
  for (const part of text.split(',')) {
    const [, from, to] = /^(\d{4})(?:[-–](\d{4}))?$/.exec(part.trim()) ?? [];
    if (from === undefined) return `”${part.trim()}” är inte ett år. Skriv till exempel 2016-2024.`;
    const last = Number(to ?? from);
    if (last < Number(from) || last - Number(from) > MOST_YEARS)
      return `”${part.trim()}” är inte en följd av år.`;
    for (let ar = Number(from); ar <= last; ar += 1) years.push(ar);
  }
  return [...new Set(years)].sort((a, b) => a - b);
}

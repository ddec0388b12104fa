const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/**
 * `23 november 2026`. The table is our own so that no time zone or clock takes part.
 * @param iso `2026-11-23`
 * @throws RangeError when it is not such a date
 */
export function formatDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined || Number(day) < 1 || Number(day) > 31)
    throw new RangeError(`not a date: ${iso}`);
  return `${Number(day)} ${name} ${year}`;
}

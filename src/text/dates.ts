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

/** A day, or a month where only that is known: `15 mars 2027`, `mars 2027`. @param iso `2027-03-15` or `2027-03` */
export function formatDayOrMonth(iso: string): string {
  return iso.length === 7 ? formatDate(`${iso}-01`).replace(/^1 /, '') : formatDate(iso);
}

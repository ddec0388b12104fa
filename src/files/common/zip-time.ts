/**
 * The time that every entry of a zip gets: noon on the day of the release, so that the same input gives the same
 * bytes. Zip has no time zone and fflate writes the local parts of a Date, so those are what we set.
 * @param datum ISO date
 */
export function zipTime(datum: string): Date {
  const [year = 1980, month = 1, day = 1] = datum.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

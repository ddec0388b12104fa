/**
 * A value that is there in everything that may be published: readers have seen to it, or our own code put it there.
 * @param what it is, for the one who mends the code
 * @throws when it is not there: a fault of the tool, never of the data
 */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`There is no ${what}`);
  return value;
}

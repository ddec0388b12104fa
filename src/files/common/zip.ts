/** A file inside a zip. Bytes that several zips share are best one object: then they are compressed once. */
export type ZipPart = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** True for what is compressed already: doing it again takes time and gains nothing. */
  readonly packed?: boolean;
};

/** What a zip holds of a part: its size and sum (CRC-32) as it was, and the bytes that it was compressed to. */
export type Deflated = {
  readonly size: number;
  readonly crc: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/**
 * Puts parts into a zip, all with the date of the release. The server compresses with Node's own code, the browser in
 * JavaScript: what is written does not know which.
 * @param datum ISO date
 */
export type Zip = (parts: readonly ZipPart[], datum: string) => Uint8Array;

/**
 * The time that every entry of a zip gets: noon on the day of the release, so that the same input gives the same
 * bytes. Zip has no time zone and fflate writes the local parts of a Date, so those are what we set.
 * @param datum ISO date
 */
export function zipTime(datum: string): Date {
  const [year = 1980, month = 1, day = 1] = datum.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

import type { BytePlace } from '../audit/px.ts';
import type { PlacedCount } from '../audit/shown.ts';

/** PX's sign for a value that is confidential, as our PX files have it (`DATASYMBOL4`). */
const CONFIDENTIAL = '"...."';

/** The protected values of a PX file, with the sign for confidential in their places. */
export function withoutInPx(content: Uint8Array, counts: readonly PlacedCount<BytePlace>[]): Uint8Array {
  const sign = new TextEncoder().encode(CONFIDENTIAL);
  const parts: Uint8Array[] = [];
  let done = 0;
  for (const { place } of counts.toSorted((a, b) => a.place.from - b.place.from)) {
    parts.push(content.subarray(done, place.from), sign);
    done = place.to;
  }
  parts.push(content.subarray(done));
  return new Uint8Array(Buffer.concat(parts));
}

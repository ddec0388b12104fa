import { deserialize, serialize } from 'node:v8';
import type { Stamps } from '../../files/figures/stamp-maker.ts';
import { sha256 } from '../../model/sha256.ts';
import type { Store } from './store.ts';

/** They are kept again when there are so many times as many: all of them are eleven megabytes. */
const MORE = 1.25;

/** Under which the parts of pictures are in the store. @param code a hash of everything but data */
export const keyOfStamps = (code: string): string => sha256(`bildernas delar ${code}`);

/**
 * Lets the pictures of this process be drawn with the parts that earlier ones have drawn: to draw those of one map for the
 * first time takes half a second, and an edit makes three or four pictures.
 * @returns keeps what has been drawn since, when that is much; to be called after a picture
 */
export async function keptStamps(store: Store, code: string): Promise<() => Promise<void>> {
  const { drawnStamps, drawWith } = await import('../../files/figures/png.ts');
  const key = keyOfStamps(code);
  const bytes = store.readNow(key);
  const before: Stamps = bytes === null ? new Map() : deserialize(bytes);
  let kept = before.size;
  drawWith(before);
  return async () => {
    const stamps = await drawnStamps();
    if (stamps.size <= kept * MORE) return;
    kept = stamps.size;
    await store.write(key, serialize(stamps));
  };
}

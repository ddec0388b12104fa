import { deserialize, serialize } from 'node:v8';
import { sha256 } from '../../model/sha256.ts';
import { plainHash } from './plain-hash.ts';
import type { Store } from './store.ts';

/**
 * What is computed of something, from the store where it has been computed of the very same before.
 * @param of.what its name, which no other has
 * @param of.code a hash of the code that computes it
 * @param of.from all that it is computed of: plain data
 * @param compute makes plain data
 */
export async function keptValue<T>(
  store: Store,
  { what, code, from }: { readonly what: string; readonly code: string; readonly from: unknown },
  compute: () => T | Promise<T>,
): Promise<T> {
  const key = sha256(`${what} ${code} ${plainHash(from)}`);
  const before = store.readNow(key);
  if (before !== null) return deserialize(before);
  const value = await compute();
  await store.write(key, serialize(value));
  return value;
}

import { createHash } from 'node:crypto';

/** Everything in some files as one short text: the same only when every name and byte is the same. */
export function stampOf(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}

/** Keeps what was made last, for as long as what it was made of is the same. A failure is not kept. */
export function remembered<T>(): (stamp: string, make: () => Promise<T>) => Promise<T> {
  let last: { readonly stamp: string; readonly made: Promise<T> } | null = null;
  return (stamp, make) => {
    if (last?.stamp === stamp) return last.made;
    const made = make();
    last = { stamp, made };
    made.catch(() => {
      if (last?.made === made) last = null;
    });
    return made;
  };
}

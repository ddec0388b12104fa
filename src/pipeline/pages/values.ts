import { createHash } from 'node:crypto';
import { readsOf, type Trace } from '../../model/trace.ts';
import { plainHash } from '../files/plain-hash.ts';

/** What stood under the names that were read for something: a hash of each, and what was read for those that are answers. */
export type StoodValues = {
  readonly values: ReadonlyMap<string, string>;
  readonly answers: ReadonlyMap<string, readonly string[]>;
};

/** What stands under a name now; with what was read for it where it is a function's answer, when that is known. */
export type ValueNow = (
  name: string,
) => Promise<{ readonly value: unknown; readonly trace?: Trace | null } | null>;

/** What stands under names now. Each is asked for at most once. */
export type ReadValues = {
  /** A hash of it; null when there is nothing, or no plain data. Nothing is waited for when it is known. */
  readonly hashOf: (name: string) => string | null | Promise<string | null>;
  /** True when under each of some names the same stands as then. */
  readonly areAsTheyWere: (names: readonly string[]) => Promise<boolean>;
  /** What stands under some names, for the next build. */
  readonly standing: (names: Iterable<string>) => Promise<StoodValues>;
};

/**
 * @param before what stood there in the build before: a function's answer is not asked for when all is as it was that was
 *   read for it then
 */
export function readValues(before: StoodValues, valueNow: ValueNow): ReadValues {
  const hashes = new Map<string, string | null>();
  const answers = new Map<string, readonly string[]>();

  const look = async (name: string): Promise<string | null> => {
    const hash = (await stillStands(name)) ?? (await hashNow(name));
    hashes.set(name, hash);
    return hash;
  };
  const hashOf = (name: string) => {
    const known = hashes.get(name);
    return known === undefined ? look(name) : known;
  };
  const areAsTheyWere = async (names: readonly string[]) => {
    for (const name of names) {
      const found = hashOf(name);
      const hash = found instanceof Promise ? await found : found;
      if (hash === null || hash !== before.values.get(name)) return false;
    }
    return true;
  };
  const stillStands = async (name: string): Promise<string | null> => {
    const reads = before.answers.get(name);
    if (reads === undefined || !(await areAsTheyWere(reads))) return null;
    answers.set(name, reads);
    return before.values.get(name) ?? null;
  };
  /**
   * Null also when asking fails: an earlier build has asked of an indicator, say, that is gone. A page that must ask the
   * same when it is made fails then, and says why.
   */
  const hashNow = async (name: string): Promise<string | null> => {
    try {
      const found = await valueNow(name);
      if (found?.trace) answers.set(name, [...readsOf(found.trace)]);
      return found === null ? null : hashOfValue(found.value);
    } catch {
      return null;
    }
  };
  return {
    hashOf,
    areAsTheyWere,
    standing: async (names) => {
      const [values, kept] = [new Map<string, string>(), new Map<string, readonly string[]>()];
      // What was read for an answer is added, and then come to.
      const all = new Set(names);
      for (const name of all) {
        const hash = await hashOf(name);
        if (hash === null) continue;
        values.set(name, hash);
        const reads = answers.get(name);
        if (reads === undefined) continue;
        kept.set(name, reads);
        for (const read of reads) all.add(read);
      }
      return { values, answers: kept };
    },
  };
}

/** A hash of plain data; null for what is none. */
export function hashOfValue(value: unknown): string | null {
  try {
    return Array.isArray(value) ? hashOfList(value) : plainHash(value);
  } catch {
    return null;
  }
}

const known = new WeakMap<object, string>();

/** A value stands in five lists: among its place's, its indicator's and year's, and all. It is written out for one. */
function hashOfList(list: readonly unknown[]): string {
  const items = list.map((item) => {
    if (typeof item !== 'object' || item === null) return plainHash(item);
    const hash = known.get(item) ?? plainHash(item);
    known.set(item, hash);
    return hash;
  });
  return createHash('sha256')
    .update(`lista ${items.join(' ')}`)
    .digest('hex');
}

import { must } from '../model/must.ts';
import { readsOf, type Trace } from '../model/trace.ts';
import { plainHash } from './files/plain-hash.ts';

/** What was read for something: numbers of names. Half a million of them are known in a build. */
export type Reads = Uint32Array;

/** What stood under the names that were read in a build. The number of a name is its place in the lists. */
export type StoodReads = {
  readonly names: readonly string[];
  /** A hash of what stood there; null where nothing did, or what is no plain data. */
  readonly hashes: readonly (string | null)[];
  /** What was read for the answer of a function; null for what is none, or where that is not known. */
  readonly answers: readonly (Reads | null)[];
};
export const NOTHING_STOOD: StoodReads = { names: [], hashes: [], answers: [] };

type Found = { readonly value: unknown; readonly trace?: Trace | null } | null;
/**
 * What stands under a name now, with what was read for it where it is a function's answer; null where there is nothing.
 * May throw: an earlier build has asked of an indicator, say, that is gone.
 */
export type ValueNow = (name: string) => Found | Promise<Found>;

/** Names that were read, in the build before and in this one, and what stands under them now. Each is looked up at most once. */
export type KeptReads = {
  /** True when the same stands under each name as in the build before. Nothing is waited for when all is known at once. */
  readonly areAsTheyWere: (reads: Reads) => boolean | Promise<boolean>;
  /** The numbers of what has been read now. */
  readonly numbered: (traces: readonly Trace[]) => Reads;
  /** Each name and a hash of what stands there now, a line each; null when something has none. */
  readonly written: (reads: Reads) => Promise<string | null>;
  /** What stands under some names now, for the next build, which knows them by other numbers. */
  readonly packed: (
    all: Iterable<Reads>,
  ) => Promise<{ readonly stood: StoodReads; readonly renumbered: (reads: Reads) => Reads }>;
};

type Stood = { readonly hash: string | null; readonly answer: Reads | null };
const NOWHERE: Stood = { hash: null, answer: null };

/**
 * @param before what stood in the build before: a function's answer is not asked for when all is as it was that was read
 *   for it then
 */
export function keptReads(before: StoodReads, valueNow: ValueNow): KeptReads {
  const names = [...before.names];
  const numbers = new Map(names.map((name, number) => [name, number] as const));
  const now: Known<Stood>[] = names.map(() => undefined);
  const same: Known<boolean>[] = names.map(() => undefined);

  const nameOf = (number: number) => must(names[number], 'name of a read');
  const numberOf = (name: string) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  };
  const stoodOf = (found: Found): Stood => ({
    // In a list: what it has in common with others is then hashed once (`plain-hash.ts`).
    hash: found === null ? null : plainHash([found.value]),
    answer: found?.trace ? Uint32Array.from(readsOf(found.trace), numberOf) : null,
  });
  // What needs the same when it is made fails then, and says why.
  const ask = (number: number): Stood | Promise<Stood> => {
    try {
      const found = valueNow(nameOf(number));
      return found instanceof Promise ? found.then(stoodOf).catch(() => NOWHERE) : stoodOf(found);
    } catch {
      return NOWHERE;
    }
  };
  const stoodBefore = (number: number): Stood => ({
    hash: before.hashes[number] ?? null,
    answer: before.answers[number] ?? null,
  });
  const standing = (number: number): Stood | Promise<Stood> =>
    once(now, number, () => {
      const was = stoodBefore(number);
      if (was.hash === null || was.answer === null) return ask(number);
      return whenKnown(areAsTheyWere(was.answer), (stands) => (stands ? was : ask(number)));
    });
  const isSame = (number: number): boolean | Promise<boolean> =>
    once(same, number, () =>
      whenKnown(standing(number), ({ hash }) => hash !== null && hash === stoodBefore(number).hash),
    );
  const areAsTheyWere = (reads: Reads): boolean | Promise<boolean> => {
    for (const [at, number] of reads.entries()) {
      const known = isSame(number);
      if (known instanceof Promise) return known.then((is) => is && areAsTheyWere(reads.subarray(at + 1)));
      if (!known) return false;
    }
    return true;
  };
  return {
    areAsTheyWere,
    numbered: (traces) => {
      const all = new Set<number>();
      for (const trace of traces) for (const name of readsOf(trace)) all.add(numberOf(name));
      return Uint32Array.from(all);
    },
    written: async (reads) => {
      let lines = '';
      for (const number of reads) {
        const known = standing(number);
        const { hash } = known instanceof Promise ? await known : known;
        if (hash === null) return null;
        lines += `${nameOf(number)} ${hash}\n`;
      }
      return lines;
    },
    packed: async (all) => {
      const later = new Map<number, number>();
      const renumbered = (reads: Reads): Reads =>
        reads.map((number) => {
          const known = later.get(number) ?? later.size;
          later.set(number, known);
          return known;
        });
      for (const reads of all) renumbered(reads);
      const hashes: (string | null)[] = [];
      const answers: (Reads | null)[] = [];
      // What was read for an answer gets a number too, and is then come to.
      for (const number of later.keys()) {
        const { hash, answer } = await standing(number);
        hashes.push(hash);
        answers.push(answer === null ? null : renumbered(answer));
      }
      return { stood: { names: [...later.keys()].map(nameOf), hashes, answers }, renumbered };
    },
  };
}

type Known<T> = T | Promise<T> | undefined;

/** What is known at a place, or is found out now, once. */
function once<T>(all: Known<T>[], at: number, find: () => T | Promise<T>): T | Promise<T> {
  const known = all[at];
  if (known !== undefined) return known;
  const found = find();
  all[at] = found;
  if (found instanceof Promise)
    void found.then((value) => {
      all[at] = value;
    });
  return found;
}

/** What follows from something: at once when that is known. */
const whenKnown = <T, U>(known: T | Promise<T>, next: (value: T) => U | Promise<U>): U | Promise<U> =>
  known instanceof Promise ? known.then(next) : next(known);

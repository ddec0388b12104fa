import type { CatalogueIndex } from './catalogue.ts';
import { emptyTrace, type Trace, tracedIndex, traceOf } from './trace.ts';

type Argument = string | number | null;
const isArgument = (value: unknown): value is Argument =>
  value === null || typeof value === 'string' || typeof value === 'number';
type Made<T> = { readonly value: T; readonly trace: Trace | null };
/** `read`: what a trace of who asks gets; null for a function without a name. */
type Remembered<T> = Made<T> & { readonly read: string | null };

/** What is remembered under a name, so that a trace can hold its answer in place of all that it read. */
const named = new Map<string, (base: CatalogueIndex, args: readonly Argument[]) => Made<unknown>>();
const ANSWER = 'svar';

/** Catalogues whose readers write traces: what is remembered of them is made once, and knows what it read. */
const watched = new WeakSet<CatalogueIndex>();

/** From now on, what is remembered of a catalogue is made so that a trace of it can be written. */
export const watch = (base: CatalogueIndex): void => void watched.add(base);

/**
 * Remembers a pure function's results for each catalogue and arguments, so that a thousand pages share what is the same
 * for them. They go with the catalogue when that is no longer used.
 * A trace of who asks gets all that the function read or, when it has a name, its answer: then nothing that leaves the
 * answer as it was counts as a change. No other memory may lie between pages and a catalogue: a trace would not know
 * what was read for it.
 * @param name for a function that reads much and answers little, in plain data; no two may have the same
 * @param most of large results only so many are remembered, the latest: they are then asked for soon or never
 */
export function perIndexBy<A extends readonly Argument[], T>(
  compute: (index: CatalogueIndex, ...args: A) => T,
  name?: string,
  most = Number.POSITIVE_INFINITY,
): (index: CatalogueIndex, ...args: A) => T {
  const results = new WeakMap<CatalogueIndex, Map<string, Remembered<T>>>();
  const madeOf = (base: CatalogueIndex, args: A): Remembered<T> => {
    const known = results.get(base) ?? new Map<string, Remembered<T>>();
    results.set(base, known);
    const key = args.length === 0 ? '' : args.join('|');
    const found = known.get(key);
    const isWatched = watched.has(base);
    // What was made before its catalogue was watched does not know what it read.
    if (found !== undefined && (found.trace !== null || !isWatched)) return found;
    const trace = isWatched ? emptyTrace() : null;
    const value = compute(trace === null ? base : tracedIndex(base, trace), ...args);
    // The text once: half a million reads are of some thousand answers.
    const read = name === undefined ? null : `${ANSWER}|${name}|${JSON.stringify(args)}`;
    const made = { value, trace, read };
    known.set(key, made);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return made;
  };
  if (name !== undefined) named.set(name, (base, args) => madeOf(base, args as A));
  return (index, ...args) => {
    const asking = traceOf(index);
    if (asking === null) return madeOf(index, args).value;
    const { value, trace, read } = madeOf(asking.base, args);
    if (read !== null) asking.trace.reads.add(read);
    else if (trace !== null) asking.trace.within.add(trace);
    return value;
  };
}

/** The same for a function of the catalogue alone. */
export const perIndex = <T>(
  compute: (index: CatalogueIndex) => T,
  name?: string,
): ((index: CatalogueIndex) => T) => perIndexBy<readonly [], T>(compute, name);

/**
 * What a named function answers now, and what it has read for that; null for a read that is none, or of a function that
 * is not there.
 */
export function answerIn(base: CatalogueIndex, read: string): Made<unknown> | null {
  const [kind, name = ''] = read.split('|', 2);
  const answer = kind === ANSWER ? named.get(name) : undefined;
  if (kind === undefined || answer === undefined) return null;
  // The read was written by an earlier build, maybe of another version. No schema library: pages' code comes here.
  const args: unknown = JSON.parse(read.slice(kind.length + name.length + 2));
  return Array.isArray(args) && args.every(isArgument) ? answer(base, args) : null;
}

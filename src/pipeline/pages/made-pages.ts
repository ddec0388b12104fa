import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { must } from '../../model/must.ts';
import type { Store } from '../files/store.ts';
import type { PageFacts } from './facts.ts';
import type { StoodValues } from './values.ts';

/** A page as it was last made. */
export type MadePage = {
  /** A hash of its route, and of what that handed it. */
  readonly own: string;
  /** The names of what was read for it, sorted. */
  readonly reads: readonly string[];
  /** Under which it is in the store. */
  readonly key: string;
  readonly facts: PageFacts;
};

/** The pages of a build by their paths, and what stood under each name that was read for one. */
export type MadePages = StoodValues & { readonly pages: ReadonlyMap<string, MadePage> };

/** In which a name that a hundred pages have read stands once. */
type Packed = {
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly answers: readonly (readonly [string, Uint32Array])[];
  readonly pages: readonly (readonly [string, Omit<MadePage, 'reads'>, Uint32Array])[];
};

/** Where the pages of the build before are in the store. @param code with which they were made */
export const keyOfPages = (code: string): string =>
  createHash('sha256').update(`sidornas läsning ${code}`).digest('hex');

/** Keeps for the next build what the pages of this one were made of. */
export async function writePages(
  store: Store,
  code: string,
  { values, answers, pages }: MadePages,
): Promise<void> {
  const names = new Set([...values.keys(), ...[...answers.values()].flat()]);
  const numbers = new Map([...names].map((name, i) => [name, i] as const));
  // Half a million, one at a time: `Uint32Array.from` takes twice as long.
  const numbersOf = (reads: readonly string[]) => {
    const found = new Uint32Array(reads.length);
    for (const [i, name] of reads.entries()) found[i] = must(numbers.get(name), 'the number of a read');
    return found;
  };
  const packed: Packed = {
    names: [...names],
    values: [...values.values()],
    answers: [...answers].map(([name, reads]) => [name, numbersOf(reads)]),
    pages: [...pages].map(([path, { reads, ...page }]) => [path, page, numbersOf(reads)]),
  };
  await store.write(keyOfPages(code), serialize(packed));
}

/** The pages of the build before; none when there was none with this code. */
export async function readPages(store: Store, code: string): Promise<MadePages> {
  const bytes = await store.read(keyOfPages(code));
  if (bytes === null) return { values: new Map(), answers: new Map(), pages: new Map() };
  const { names, values, answers, pages }: Packed = deserialize(bytes);
  const namesOf = (numbers: Uint32Array) => Array.from(numbers, (n) => must(names[n], 'the name of a read'));
  return {
    values: new Map(values.map((value, i) => [must(names[i], `name ${i}`), value])),
    answers: new Map(answers.map(([name, numbers]) => [name, namesOf(numbers)])),
    pages: new Map(pages.map(([path, page, numbers]) => [path, { ...page, reads: namesOf(numbers) }])),
  };
}

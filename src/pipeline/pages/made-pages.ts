import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { must } from '../../model/must.ts';
import type { Store } from '../files/store.ts';
import type { PageFacts } from './facts.ts';

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

/** The pages of a build by their paths, and the hash of what stood under each name that was read for one. */
export type MadePages = {
  readonly values: ReadonlyMap<string, string>;
  readonly pages: ReadonlyMap<string, MadePage>;
};

/** In which a name that a hundred pages have read stands once. */
type Packed = {
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly pages: readonly (readonly [string, Omit<MadePage, 'reads'>, Uint32Array])[];
};

/** Where the pages of the build before are in the store. @param code with which they were made */
export const keyOfPages = (code: string): string =>
  createHash('sha256').update(`sidornas läsning ${code}`).digest('hex');

/** Keeps for the next build what the pages of this one were made of. */
export async function writePages(store: Store, code: string, { values, pages }: MadePages): Promise<void> {
  const numbers = new Map([...values.keys()].map((name, i) => [name, i] as const));
  const packed: Packed = {
    names: [...values.keys()],
    values: [...values.values()],
    pages: [...pages].map(([path, { reads, ...page }]) => [
      path,
      page,
      Uint32Array.from(reads, (name) => must(numbers.get(name), `the read ${name}`)),
    ]),
  };
  await store.write(keyOfPages(code), serialize(packed));
}

/** The pages of the build before; none when there was none with this code. */
export async function readPages(store: Store, code: string): Promise<MadePages> {
  const bytes = await store.read(keyOfPages(code));
  if (bytes === null) return { values: new Map(), pages: new Map() };
  const { names, values, pages }: Packed = deserialize(bytes);
  return {
    values: new Map(names.map((name, i) => [name, must(values[i], `the value of ${name}`)])),
    pages: new Map(
      pages.map(([path, page, numbers]) => [
        path,
        { ...page, reads: Array.from(numbers, (n) => must(names[n], `name ${n}`)) },
      ]),
    ),
  };
}

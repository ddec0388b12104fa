import { expect, it } from 'vitest';
import { indexCatalogue } from '../../../src/model/catalogue.ts';
import { answerIn, watch } from '../../../src/model/per-index.ts';
import { emptyTrace, readsOf, switchedIndex } from '../../../src/model/trace.ts';
import { writersWithout } from '../../../src/pipeline/files/formats.ts';
import { loaded } from '../loaded.ts';

// Ten times as many kommuner shall take ten times as long, and not a hundred: what is read for each of them may not
// grow with how many the others are.

const KOMMUN = '2480';
/** Itself and those that are like it, with room for more of its sort. */
const FEW = 40;

/** The places that some reads are of: a read of a place's values says which. */
const placesOf = (reads: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...reads].flatMap((name) => (name.startsWith('plats|') ? (name.split('|')[2] ?? []) : [])));
const placesIn = (reads: ReadonlySet<string>): number => placesOf(reads).size;

it('neither what is made for a kommun nor an answer that it asks for has read the values of all others', async () => {
  const index = indexCatalogue((await loaded()).index.catalogue);
  watch(index);
  const { index: read, noted } = switchedIndex(index);
  const found = new Map<string, number>();
  for (const { files: list } of writersWithout([])) {
    const { made } = await noted(() => list(read).filter((file) => file.about === KOMMUN));
    for (const { path, content, rendering } of made) {
      const { trace } = await (rendering === undefined ? noted(content) : noted(rendering));
      const reads = readsOf(trace);
      found.set(path, placesIn(reads));
      // An answer that is about no place is given once, for all.
      for (const name of reads)
        if (/"\d{4}"/.test(name))
          found.set(name, placesIn(readsOf(answerIn(index, name)?.trace ?? emptyTrace())));
    }
  }
  const places = [...found.values()];
  expect(places.length).toBeGreaterThan(5);
  expect(Math.max(...places)).toBeGreaterThan(0);
  expect([...found].filter(([, count]) => count > FEW)).toEqual([]);
});

it('the workbook of a län has read the answers of its own kommuner, and nobody else’s', async () => {
  const index = indexCatalogue((await loaded()).index.catalogue);
  watch(index);
  const { index: read, noted } = switchedIndex(index);
  const found: (readonly [string, readonly string[]])[] = [];
  for (const { files: list } of writersWithout([])) {
    const { made } = await noted(() => list(read).filter(({ path }) => path.startsWith('data/lan/')));
    for (const { path, rendering, content } of made) {
      const { trace } = await (rendering === undefined ? noted(content) : noted(rendering));
      found.push([path, [...placesOf(readsOf(trace))]]);
    }
  }
  const { lan } = index.catalogue.referens;
  expect(found.length).toBe(lan.length);
  for (const [path, places] of found) {
    const own = new Set(places.map((kod) => kod.slice(0, 2)));
    expect([path, own.size, places.length > 0]).toEqual([path, 1, true]);
  }
});

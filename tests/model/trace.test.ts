import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { compareDataAmong, compareDataOf, withSimilar } from '../../src/compare/build.ts';
import { kommunTopic } from '../../src/content/amne.ts';
import { indicatorPage, indicatorYearPage, indicatorYears } from '../../src/content/indikator/page.ts';
import { sourceGroups } from '../../src/content/kallor.ts';
import { editionYears, kommunAreaPage } from '../../src/content/kommun/area-page.ts';
import { kommunPage } from '../../src/content/kommun/page.ts';
import { lanDocument } from '../../src/content/lan.ts';
import { omradePage } from '../../src/content/omrade.ts';
import { riketDocument } from '../../src/content/riket.ts';
import { sidePage } from '../../src/content/side.ts';
import { startDocument } from '../../src/content/start.ts';
import { type CatalogueIndex, indexCatalogue } from '../../src/model/catalogue.ts';
import { answerIn, perIndex, perIndexBy, watch } from '../../src/model/per-index.ts';
import { emptyTrace, readIn, readsOf, switchedIndex, tracedIndex } from '../../src/model/trace.ts';
import { plainHash } from '../../src/pipeline/files/plain-hash.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { EDITS, type Edit, editedFolder, type Folder, RUNS, randomEdits } from '../pipeline/edits.ts';

// A page is kept as long as what was read for it is as it was. So whatever is edited: a document of which no read has
// changed must be the same, or pages would be stale; and an edit must leave some documents, or nothing would be kept.

let folder: Folder;
let before: CatalogueIndex;

async function loaded(data: Folder): Promise<CatalogueIndex | null> {
  const { index } = await loadFiles(data);
  if (index !== null) watch(index);
  return index;
}

beforeAll(async () => {
  folder = await editedFolder();
  const index = await loaded(folder);
  if (index === null) throw new Error('The small folder has errors');
  before = index;
});

/** What pages say, by what it is. The places of one catalogue may be gone in another. */
function documents(index: CatalogueIndex): ReadonlyMap<string, (index: CatalogueIndex) => unknown> {
  const { referens, omraden, indikatorer, amnen } = index.catalogue;
  return new Map<string, (index: CatalogueIndex) => unknown>([
    ['start', startDocument],
    ['riket', riketDocument],
    ['sida vid sida', sidePage],
    ['källor', sourceGroups],
    ['jämförelse', compareDataOf],
    ['vad som kan jämföras', (i: CatalogueIndex) => compareDataAmong(i, [])],
    ...omraden.map((o) => [o.slug, (i: CatalogueIndex) => omradePage(i, o)] as const),
    ...referens.lan.map((l) => [`lan ${l.kod}`, (i: CatalogueIndex) => lanDocument(i, l)] as const),
    ...indikatorer.flatMap((o) => [
      [o.id, (i: CatalogueIndex) => indicatorPage(i, o)] as const,
      ...indicatorYears(index, o).map(
        (ar) => [`${o.id} ${ar}`, (i: CatalogueIndex) => indicatorYearPage(i, o, ar)] as const,
      ),
    ]),
    ...referens.kommuner.flatMap((k) => [
      [k.kod, (i: CatalogueIndex) => kommunPage(i, k, [])] as const,
      [
        `${k.kod} och liknande`,
        (i: CatalogueIndex) => compareDataAmong(i, withSimilar(i, k.kod), 'nyast'),
      ] as const,
      ...amnen.map((a) => [`${k.kod} ${a.slug}`, (i: CatalogueIndex) => kommunTopic(i, k, a)] as const),
      ...omraden.flatMap((o) => [
        [`${k.kod} ${o.slug}`, (i: CatalogueIndex) => kommunAreaPage(i, k, o)] as const,
        ...editionYears(index, o).map(
          (ar) => [`${k.kod} ${o.slug} ${ar}`, (i: CatalogueIndex) => kommunAreaPage(i, k, o, ar)] as const,
        ),
      ]),
    ]),
  ]);
}

function traced(index: CatalogueIndex, make: (index: CatalogueIndex) => unknown) {
  const trace = emptyTrace();
  const document = plainHash(make(tracedIndex(index, trace)));
  return { document, reads: [...readsOf(trace)] };
}

/** Names of the documents that an edit may not keep although they would be kept, and how many are kept. */
function stale(after: CatalogueIndex) {
  const [old, now] = [readIn(before), readIn(after)];
  const valueIn = (index: CatalogueIndex, read: typeof old, name: string) => {
    const found = answerIn(index, name) ?? read(name);
    return found === null ? name : plainHash(found.value);
  };
  const same = new Map<string, boolean>();
  const isSame = (name: string) => {
    const known = same.get(name) ?? valueIn(before, old, name) === valueIn(after, now, name);
    same.set(name, known);
    return known;
  };
  const kept = [...documents(before)].flatMap(([name, make]) => {
    const { document, reads } = traced(before, make);
    return reads.every(isSame) ? [{ name, document, make }] : [];
  });
  return {
    kept: kept.length,
    wrong: kept.filter(({ document, make }) => traced(after, make).document !== document).map((d) => d.name),
  };
}

const sameKeys = (folders: Edit) => loaded(folders(folder));

it.each(EDITS)('%s edited: what would be kept says the same', async (_, edit) => {
  const after = await sameKeys(edit);
  expect(after).not.toBeNull();
  if (after !== null) expect(stale(after).wrong).toEqual([]);
});

it('keeps all when nothing is edited, and most when one answer of one area is', async () => {
  const all = documents(before).size;
  const nothing = await loaded(folder);
  expect(nothing === null ? null : stale(nothing)).toEqual({ kept: all, wrong: [] });
  const answer = EDITS.find(([name]) => name === 'an answer');
  const after = answer === undefined ? null : await sameKeys(answer[1]);
  const kept = after === null ? 0 : stale(after).kept;
  expect(kept).toBeLessThan(all);
  expect(kept).toBeGreaterThan(0);
});

it('random cells edited: what would be kept says the same', async () => {
  await fc.assert(
    fc.asyncProperty(randomEdits, async (edit) => {
      const after = await sameKeys(edit);
      fc.pre(after !== null);
      expect(stale(after).wrong).toEqual([]);
    }),
    { numRuns: 5 * RUNS },
  );
});

it('what is remembered and reads more later is part of every trace that used it', () => {
  const [trace, remembered] = [emptyTrace(), emptyTrace()];
  trace.within.add(remembered);
  tracedIndex(before, remembered).yearsOf('U30428');
  expect([...readsOf(trace)]).toEqual(['ar|U30428']);
});

it('an index that is switched gives each thing that is made of it a trace of its own', async () => {
  const { index, noted } = switchedIndex(before);
  const listed = await noted(() => index.catalogue.indikatorer.map((i) => () => index.yearsOf(i.id)));
  expect([...readsOf(listed.trace)]).toEqual(['del|indikatorer']);
  const [make] = listed.made;
  const first = await noted(async () => make?.());
  expect([...readsOf(first.trace)]).toEqual([`ar|${before.catalogue.indikatorer[0]?.id}`]);
  expect([...readsOf(listed.trace)]).toEqual(['del|indikatorer']);
});

it('no trace misses a read: nothing is read of such an index when nothing is made, and one thing is made at a time', async () => {
  const { index, noted } = switchedIndex(before);
  expect(() => index.yearsOf('U30428')).toThrow();
  const failed = noted(() => {
    throw new Error('of its own');
  });
  await expect(failed).rejects.toThrow('of its own');
  const slow = noted(() => new Promise((done) => setTimeout(done, 5)));
  await expect(noted(() => 1)).rejects.toThrow();
  await slow;
  expect((await noted(() => index.yearsOf('U30428'))).made).toEqual(before.yearsOf('U30428'));
});

it('what was remembered of a catalogue before it was watched is made again, so that it knows what it read', () => {
  const years = perIndex((index) => index.yearsOf('U30428'));
  const unwatched = indexCatalogue(before.catalogue);
  years(unwatched);
  watch(unwatched);
  const trace = emptyTrace();
  years(tracedIndex(unwatched, trace));
  expect([...readsOf(trace)]).toEqual(['ar|U30428']);
});

it('what is remembered for a while is made again later, and what used it has read the same', () => {
  const made: string[] = [];
  const named = perIndexBy(
    (index, kod: string) => {
      made.push(kod);
      return index.kommun(kod)?.namn;
    },
    undefined,
    1,
  );
  const [first, second] = ['2480', '0180'];
  const reads = (kod: string) => {
    const trace = emptyTrace();
    named(tracedIndex(before, trace), kod);
    return readsOf(trace);
  };
  const once = reads(first);
  expect(once).not.toEqual(new Set());
  expect(reads(first)).toEqual(once);
  expect(made).toEqual([first]);
  reads(second);
  expect(reads(first)).toEqual(once);
  expect(made).toEqual([first, second, first]);
});

it('everything that a catalogue can be asked for leaves a read that can be looked up again', () => {
  const trace = emptyTrace();
  const index = tracedIndex(before, trace);
  const { catalogue, ...methods } = index;
  const known = readIn(before);
  const kod = before.catalogue.referens.kommuner[0]?.kod ?? '';
  for (const [name, method] of Object.entries(methods)) {
    trace.reads.clear();
    const [first, ...rest] = name.startsWith('observation') || /Of$/.test(name) ? ['U30428', 2016] : [kod];
    Reflect.apply(method, index, name === 'observation' ? ['U30428', kod, 2016] : [first, ...rest]);
    expect([name, trace.reads.size > 0]).toEqual([name, true]);
    for (const read of trace.reads) expect([read, known(read) === null]).toEqual([read, false]);
  }
  for (const name of Object.keys(before.catalogue)) {
    trace.reads.clear();
    Reflect.get(catalogue, name);
    expect([...trace.reads]).toEqual([`del|${name}`]);
    expect(known(`del|${name}`)?.value).toBe(Reflect.get(before.catalogue, name));
  }
});

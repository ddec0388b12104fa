import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { FileFacts } from '../../../src/files/common/facts.ts';
import { writers } from '../../../src/files/index.ts';
import type { CatalogueIndex } from '../../../src/model/catalogue.ts';
import { must } from '../../../src/model/must.ts';
import { perIndexBy, watch } from '../../../src/model/per-index.ts';
import { switchedIndex } from '../../../src/model/trace.ts';
import { type KeptFiles, keptFiles } from '../../../src/pipeline/files/kept.ts';
import { plainHash } from '../../../src/pipeline/files/plain-hash.ts';
import type { Store } from '../../../src/pipeline/files/store.ts';
import { loadFiles } from '../../../src/pipeline/load.ts';
import { EDITS, editedFolder, type Folder, RUNS, randomEdits } from '../edits.ts';

// A file is taken from the build before when all that was read for it is as it was. So whatever is edited: what would be
// taken must be what would be made. Documents are not rendered here, so that many edits can be tried.

function memoryStore(): Store {
  const entries = new Map<string, Uint8Array>();
  const readNow = (key: string) => entries.get(key) ?? null;
  return {
    folder: '',
    read: async (key) => readNow(key),
    readNow,
    lend: async (key, _, use) => {
      const bytes = readNow(key);
      if (bytes !== null) await use(bytes);
      return bytes !== null;
    },
    write: async (key, bytes) => void entries.set(key, bytes),
    asked: () => undefined,
    faults: () => [],
    tidy: async () => undefined,
  };
}

async function loaded(data: Folder): Promise<CatalogueIndex | null> {
  const { index } = await loadFiles(data);
  if (index !== null) watch(index);
  return index;
}

/** A file's facts stand for what it says: the bytes, or the document that they are rendered from. */
const factsOf = (said: unknown): FileFacts => ({ bytes: 0, sha256: plainHash(said) });

/** What every file says, by path. @param kept gets what was read for each */
async function madeFiles(index: CatalogueIndex, kept?: KeptFiles): Promise<ReadonlyMap<string, FileFacts>> {
  const switched = switchedIndex(index);
  const said = new Map<string, FileFacts>();
  for (const writer of writers) {
    const listing = await switched.noted(() => writer.files(switched.index));
    for (const file of listing.made) {
      const { made, trace } = await switched.noted(() =>
        file.rendering === undefined ? file.content() : file.rendering(),
      );
      const facts = factsOf(made);
      said.set(file.path, facts);
      kept?.keep(file.path, [listing.trace, trace], { key: file.path, facts });
    }
  }
  return said;
}

let folder: Folder;
let all: number;
const store = memoryStore();
beforeAll(async () => {
  folder = await editedFolder();
  const index = await loaded(folder);
  if (index === null) throw new Error('The small folder has errors');
  const kept = await keptFiles(store, 'code', index);
  all = (await madeFiles(index, kept)).size;
  await kept.write();
}, 60_000);

/** What would be kept of the build before the edit, and what of it is not as it would be made. */
async function after(data: Folder) {
  const index = await loaded(data);
  if (index === null) return null;
  const kept = await keptFiles(store, 'code', index);
  const anew = await madeFiles(index);
  const found: { readonly path: string; readonly same: boolean }[] = [];
  for (const [path, facts] of anew) {
    const known = await kept.find(path);
    if (known !== null) found.push({ path, same: known.facts.sha256 === facts.sha256 });
  }
  return { kept: found.length, wrong: found.filter((f) => !f.same).map((f) => f.path) };
}

it.each(EDITS)(
  '%s edited: no file that is kept is another',
  async (_, edit) => {
    const found = await after(edit(folder));
    expect(found?.wrong).toEqual([]);
  },
  60_000,
);

it('keeps every file when nothing is edited, and most when one answer is', async () => {
  expect(all).toBeGreaterThan(150);
  expect(await after(folder)).toEqual({ kept: all, wrong: [] });
  const answer = EDITS.find(([name]) => name === 'an answer')?.[1];
  const edited = answer === undefined ? null : await after(answer(folder));
  expect(edited?.kept).toBeLessThan(all);
  expect(edited?.kept).toBeGreaterThan(all / 2);
}, 60_000);

it(
  'random cells edited: no file that is kept is another',
  async () => {
    await fc.assert(
      fc.asyncProperty(randomEdits, async (edit) => {
        const found = await after(edit(folder));
        fc.pre(found !== null);
        expect(found.wrong).toEqual([]);
      }),
      { numRuns: 4 * RUNS },
    );
  },
  RUNS * 120_000,
);

it('keeps nothing of other code, and of a memory that it has not got', async () => {
  const index = await loaded(folder);
  if (index === null) throw new Error('The small folder has errors');
  const [path = ''] = (await madeFiles(index)).keys();
  const found = async (...[kept, code, of]: readonly [Store, string, string]) =>
    (await keptFiles(kept, code, index)).find(of);
  expect(await found(store, 'code', path)).not.toBeNull();
  expect(await found(store, 'other code', path)).toBeNull();
  expect(await found(memoryStore(), 'code', path)).toBeNull();
  expect(await found(store, 'code', 'no/such.file')).toBeNull();
}, 60_000);

it('asks for an answer anew only when something that was read for it has changed', async () => {
  let asked = 0;
  const answer = perIndexBy((of, id: string) => {
    asked += 1;
    return of.observationsOf(id).filter((o) => o.varde !== null).length;
  }, 'provets-svar');
  const own = memoryStore();
  const path = 'fil.csv';
  const facts = factsOf('bytes');
  const build = async (data: Folder) => {
    const index = must(await loaded(data), 'a catalogue');
    const kept = await keptFiles(own, 'code', index);
    asked = 0;
    const found = await kept.find(path);
    if (found === null) {
      const { index: noting, noted } = switchedIndex(index);
      const { trace } = await noted(() => answer(noting, 'U30428'));
      kept.keep(path, [trace], { key: path, facts });
    }
    await kept.write();
    return { kept: found !== null, asked };
  };
  expect(await build(folder)).toEqual({ kept: false, asked: 1 });
  expect(await build(folder)).toEqual({ kept: true, asked: 0 });
  // A text is nothing to it; another answer is asked about, and changes nothing in what it says.
  expect(await build(must(EDITS.find(([name]) => name === 'a text')?.[1], 'an edit')(folder))).toEqual({
    kept: true,
    asked: 0,
  });
  const edited = must(EDITS.find(([name]) => name === 'an answer')?.[1], 'an edit')(folder);
  expect(await build(edited)).toEqual({ kept: true, asked: 1 });
  expect(await build(edited)).toEqual({ kept: true, asked: 0 });
  const path2016 = 'omraden/hemloshet/enkat/2016.csv';
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(edited.get(path2016));
  const without = new TextEncoder().encode(text.replace('Karlskrona;;ja', 'Karlskrona;;bortfall'));
  expect(await build(new Map([...edited, [path2016, without]]))).toEqual({ kept: false, asked: 1 });
}, 60_000);

it('knows in the build after what it kept in this one', async () => {
  const index = await loaded(folder);
  if (index === null) throw new Error('The small folder has errors');
  const [path = ''] = (await madeFiles(index)).keys();
  const own = memoryStore();
  const first = await keptFiles(own, 'code', index);
  await madeFiles(index, first);
  await first.write();
  for (let build = 0; build < 2; build += 1) {
    const next = await keptFiles(own, 'code', index);
    expect(await next.find(path)).not.toBeNull();
    await next.write();
  }
}, 60_000);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { isSmallMachine, publishFiles, renderersFor } from '../../src/pipeline/files/index.ts';
import { siteInputs } from '../../src/pipeline/files/key.ts';
import { pagesCodeKey } from '../../src/pipeline/files/rendering-key.ts';
import { storeIn } from '../../src/pipeline/files/store.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { standingFiles } from '../../src/pipeline/standing.ts';
import { LITET } from '../files/helpers/catalogue.ts';
import { EDITS, type Edit, editedFolder, type Folder, RUNS, randomEdits } from './edits.ts';

// A file that is kept although what it says has changed is the worst fault of a cache. Whatever is edited, the files
// that are made with the store of the builds before are byte for byte those that are made with an empty one.

const effects = nodeEffects();

let home: string;
let before: Folder;
let inputs: Folder;
let builds = 0;
const warm = () => join(home, 'warm');

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'oj-kvar-'));
  before = await editedFolder();
  inputs = await siteInputs(LITET, effects);
  const { report } = await loadFiles(before);
  expect(report.findings.filter((f) => f.severity === 'error')).toEqual([]);
  await publish(before, warm());
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

/** @returns the hash of every file, and how many were reused; null when the data has errors */
async function publish(data: Folder, store: string, code: Folder = inputs, memory = effects.memory()) {
  const { index, hemligaKallor } = await loadFiles(data);
  if (index === null) return null;
  builds += 1;
  const all = new Map([...code, ...[...data].map(([path, content]) => [`data/${path}`, content] as const)]);
  const places = { folder: join(home, `${builds}`), store: storeIn(store) };
  const { manifest } = await publishFiles(
    { index, hemligaKallor },
    all,
    {
      ...places,
      standing: standingFiles(null),
      renderers: renderersFor(all, { ...places, code: pagesCodeKey(all) }, { memory: () => memory }),
      without: [],
      progress: () => undefined,
    },
    effects,
  );
  return {
    hashes: manifest.files.map((f) => `${f.sha256}  ${f.path}`),
    reused: manifest.writers.reduce((sum, w) => sum + w.reused, 0),
  };
}

/** So little that one process makes all files: to start one takes longer than to make those of the small folder. */
const LITTLE = 1e9;

/** Builds with the store of all builds before, and with an empty one. */
async function both(edit: Edit) {
  const data = edit(before);
  const kept = await publish(data, warm(), inputs, LITTLE);
  const anew = await publish(data, join(home, `cold-${builds}`), inputs, LITTLE);
  return kept === null || anew === null ? null : { kept, anew };
}

it.each(EDITS)(
  '%s edited: kept files are those that would be made',
  async (_, edit) => {
    const made = await both(edit);
    expect(made).not.toBeNull();
    expect(made?.kept.hashes).toEqual(made?.anew.hashes);
    expect(made?.anew.reused).toBe(0);
  },
  60_000,
);

it('a machine with little memory makes the same files, one at a time', async () => {
  expect(isSmallMachine({ memory: () => LITTLE })).toBe(true);
  expect(isSmallMachine({ memory: () => 4e9 })).toBe(false);
  const [little, much] = [
    await publish(before, join(home, 'little'), inputs, LITTLE),
    await publish(before, join(home, 'much'), inputs, 4e9),
  ];
  expect(little?.hashes).toEqual(much?.hashes);
}, 60_000);

// Which code is in the key, `files.test.ts` says; here that it is the key which decides.
it('a colour edited: nothing is reused', async () => {
  const palette = 'src/charts/palette.ts';
  const code = new Map([...inputs, [palette, bytes(`${new TextDecoder().decode(inputs.get(palette))}\n`)]]);
  expect((await publish(before, warm(), code))?.reused).toBe(0);
}, 60_000);

it(
  'random cells edited: kept files are those that would be made',
  async () => {
    await fc.assert(
      fc.asyncProperty(randomEdits, async (edit) => {
        const made = await both(edit);
        fc.pre(made !== null);
        expect(made.kept.hashes).toEqual(made.anew.hashes);
      }),
      { numRuns: RUNS },
    );
  },
  RUNS * 60_000,
);

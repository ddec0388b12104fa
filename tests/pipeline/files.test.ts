import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { collectors, writers } from '../../src/files/index.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { fileInputs, inputKey, siteInputs } from '../../src/pipeline/files/key.ts';
import type { Manifest, ManifestFile } from '../../src/pipeline/files/manifest.ts';
import { renderProcesses } from '../../src/pipeline/files/render-processes.ts';
import { closureOf, renderingKeys } from '../../src/pipeline/files/rendering-key.ts';
import { storeIn } from '../../src/pipeline/files/store.ts';
import { writeFiles } from '../../src/pipeline/files/write.ts';
import { load } from '../../src/pipeline/load.ts';
import { standingFiles } from '../../src/pipeline/standing.ts';
import { SUMS, siteSums } from '../../src/pipeline/sums.ts';
import { LITET, publish } from '../files/helpers/catalogue.ts';

const effects = nodeEffects();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oj-filer-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hashes = ({ files }: Manifest) => files.map((f) => `${f.sha256}  ${f.path}`);

describe('writing all files', () => {
  it('gives the bytes that each writer gives, however many processes share the work, and from the store', async () => {
    const { index } = await load(LITET, effects);
    if (!index) throw new Error('the small site has errors');
    const keyOf = renderingKeys(await siteInputs(LITET, effects));
    const write = async (name: string, store: string, processes: number, site: string | null = null) => {
      const standing = standingFiles(site);
      const places = { folder: join(folder, name), store: storeIn(join(folder, store)), standing };
      const home = { folder: places.folder, store: places.store.folder, code: 'code' };
      const renderers = renderProcesses({ processes, heap: [] }, home);
      const all = { ...places, formats: writers, code: 'code', keyOf, renderers, progress: () => undefined };
      return (await writeFiles(index, collectors, all, effects)).manifest;
    };
    const one = await write('one', 'store', 1);
    const three = await write('three', 'other-store', 3);
    const kept = await write('kept', 'store', 3);
    expect(hashes(kept)).toEqual(hashes(one));
    const site = join(folder, 'kept');
    writeFileSync(join(site, SUMS), siteSums(new Map(kept.files.map((f) => [f.path, f.sha256]))));
    const taken = await write('taken', 'store', 3, site);
    expect(hashes(taken)).toEqual(hashes(one));
    const inode = (place: string) => (f: ManifestFile) => statSync(join(folder, place, f.path)).ino;
    const same = taken.files.filter((f) => inode('taken')(f) === inode('kept')(f));
    expect(same.length).toBeGreaterThan(taken.files.length / 2);
    expect(kept.writers.reduce((sum, w) => sum + w.reused, 0)).toBeGreaterThan(20);
    expect(one.writers.reduce((sum, w) => sum + w.reused, 0)).toBe(0);
    expect(hashes(three)).toEqual(hashes(one));
    expect(one.writers.map((w) => w.name)).toEqual([...writers, ...collectors].map((w) => w.name));
    // What `npm run dev` serves, which no process has been near.
    const served = await publish(LITET);
    expect(one.files.map((f) => f.path).toSorted()).toEqual(served.paths);
    for (const file of one.files) {
      for (const place of ['three', 'kept', 'taken']) {
        const bytes = readFileSync(join(folder, place, file.path));
        expect([file.path, sha256(bytes), bytes.length]).toEqual([file.path, file.sha256, file.bytes]);
      }
      expect([file.path, sha256(await served.bytes(file.path))]).toEqual([file.path, file.sha256]);
    }
  }, 120_000);
});

describe('the key of the cache', () => {
  const input = fc.tuple(fc.string({ minLength: 1 }), fc.uint8Array({ maxLength: 20 }));
  const inputs = fc.uniqueArray(input, { selector: ([name]) => name, minLength: 1, maxLength: 6 });

  it('changes with any change of any input, and not with their order', () => {
    fc.assert(
      fc.property(inputs, fc.nat(), fc.uint8Array({ minLength: 1 }), (list, at, added) => {
        const key = inputKey(new Map(list));
        expect(inputKey(new Map(list.toReversed()))).toBe(key);
        const [name, bytes] = list[at % list.length] ?? ['', new Uint8Array()];
        const others = list.filter(([n]) => n !== name);
        expect(inputKey(new Map(others))).not.toBe(key);
        expect(inputKey(new Map([...others, [name, new Uint8Array([...bytes, ...added])]]))).not.toBe(key);
        expect(inputKey(new Map([...others, [`${name}x`, bytes]]))).not.toBe(inputKey(new Map(list)));
      }),
    );
  });

  it('is made of the data, all code that a file can depend on, the packages and the machine', async () => {
    const names = [...(await fileInputs(LITET, effects)).keys()];
    const rooms = new Set(names.filter((n) => n.startsWith('src/')).map((n) => n.split('/')[1]));
    for (const room of ['model', 'ingest', 'checks', 'statistics', 'text', 'charts', 'files', 'pipeline'])
      expect(rooms).toContain(room);
    expect(rooms).not.toContain('pages');
    expect(names).toContain('data/omraden/hemloshet/enkat/2016.csv');
    expect(names).toContain('data/publicering.json');
    expect(names).toContain('package-lock.json');
    expect(names).toContain('package.json');
    expect(names).toContain('node');
  });
});

describe('the key of a rendering', () => {
  const sources = (files: Readonly<Record<string, string>>) =>
    new Map(Object.entries(files).map(([name, code]) => [name, new TextEncoder().encode(code)]));

  it('covers what a module imports at run time, however far away, and not its types', () => {
    const found = closureOf(
      'src/a.ts',
      sources({
        'src/a.ts': "import { b } from './b/b.ts';\nimport type {\n  T,\n} from './types.ts';\n",
        'src/b/b.ts': "export { c } from '../c.ts';\nconst later = () => import('./d.ts');\n",
        'src/b/d.ts': "import 'zod';\nimport '../e.ts';",
        'src/c.ts': '',
        'src/e.ts': '',
        'src/types.ts': '',
        'src/other.ts': '',
      }),
    );
    expect([...found.keys()].toSorted()).toEqual([
      'src/a.ts',
      'src/b/b.ts',
      'src/b/d.ts',
      'src/c.ts',
      'src/e.ts',
    ]);
  });

  it('changes with the document, the code of any renderer, the packages and the machine', async () => {
    const inputs = await siteInputs(LITET, effects);
    const png = (svg: string) => ({ as: 'png', document: { svg, texts: {} } }) as const;
    const key = renderingKeys(inputs)(png('<svg/>'));
    expect(renderingKeys(inputs)(png('<svg/>'))).toBe(key);
    expect(renderingKeys(inputs)(png('<svg />'))).not.toBe(key);
    const changed = (name: string) => {
      expect([name, inputs.has(name)]).toEqual([name, true]);
      return renderingKeys(new Map([...inputs, [name, new TextEncoder().encode('{} // other')]]))(
        png('<svg/>'),
      );
    };
    for (const name of [
      'src/charts/palette.ts',
      'src/files/typst/look.ts',
      'src/files/pdf/kommun-template.ts',
      'src/files/pptx/theme.ts',
      'src/files/xlsx/styles.ts',
      'src/files/figures/png.ts',
      'src/files/common/zip-node.ts',
      'package-lock.json',
      'node',
    ])
      expect([name, changed(name) === key]).toEqual([name, false]);
    // What no renderer sees: data and its wording reach them only in documents.
    for (const name of ['data/omraden/hemloshet/enkat/2016.csv', 'src/text/sentences/profile.ts'])
      expect([name, changed(name) === key]).toEqual([name, true]);
  });

  it('sees what JSON would leave out', async () => {
    const keyOf = renderingKeys(await siteInputs(LITET, effects));
    const of = (marked: ReadonlyMap<number, string>) => {
      const chart = { marked } as never;
      return keyOf({ as: 'pptx', document: { slides: [{ figure: { kind: 'chart', chart } }] } as never });
    };
    expect(of(new Map([[1, 'red']]))).not.toBe(of(new Map()));
  });
});

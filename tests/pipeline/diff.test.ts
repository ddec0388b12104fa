import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { csvParse } from 'd3-dsv';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { cellKey, diffCells, type ReleaseCell } from '../../src/pipeline/diff/cells.ts';
import { readTables } from '../../src/pipeline/diff/read.ts';
import { compare, diffCsv, diffText, withoutProtected } from '../../src/pipeline/diff/report.ts';
import { fileInputs } from '../../src/pipeline/files/key.ts';
import { earlierVersions, latestChanges, releaseCollector } from '../../src/pipeline/files/release.ts';
import { load } from '../../src/pipeline/load.ts';
import { LITET, publish } from '../files/helpers/catalogue.ts';

const effects = nodeEffects();
const SURVEY = 'omraden/hemloshet/enkat/2016.csv';
const REGISTER = 'omraden/hemloshet/register/N07907.csv';

/** The small folder as it is (`old`), with an answer and a figure changed and a correction declared (`new`). */
let home: string;
let old: string;
let changed: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'oj-diff-'));
  old = join(home, 'old');
  changed = join(home, 'new');
  cpSync(LITET, old, { recursive: true });
  cpSync(LITET, changed, { recursive: true });
  edit(SURVEY, (text) => text.replace(/^(1060;Olofström;;)nej;/m, '$1ja;'));
  edit(REGISTER, (text) =>
    text
      .split('\n')
      .filter((line) => !line.startsWith('1081;'))
      .join('\n'),
  );
  edit('publicering.json', (text) => text.replace('"2026.1"', '"2026.2"'));
  edit('omraden/hemloshet/omrade.json', (text) => {
    const omrade = JSON.parse(text);
    omrade.utgavor[0].rattelser = [
      { datum: '2026-12-01', version: '2016.2', text: 'Olofströms svar var förväxlat.' },
    ];
    omrade.rattelser = [
      {
        datum: '2026-12-01',
        version: '2026.2',
        indikatorer: ['N07907'],
        text: 'Ronnebys värde var fel i källan.',
      },
    ];
    return JSON.stringify(omrade);
  });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function edit(path: string, change: (text: string) => string): void {
  const file = join(changed, path);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${path} is as it was`);
  writeFileSync(file, after);
}

describe('cells that differ', () => {
  const part = fc.constantFrom('a', 'b', 'c');
  const cell: fc.Arbitrary<ReleaseCell> = fc.record({
    indikator: part,
    del: fc.constantFrom('', 'a'),
    kod: part,
    ar: fc.constantFrom('', '2016', '2018'),
    kon: fc.constantFrom('T', 'K'),
    varde: fc.constantFrom('', '1', '2', 'ja'),
    saknas: fc.constantFrom('', 'bortfall'),
  });
  const table = fc.uniqueArray(cell, { selector: cellKey, maxLength: 20 });

  it('are exactly what turns the old table into the new', () => {
    fc.assert(
      fc.property(table, table, (before, after) => {
        const result = new Map(before.map((c) => [cellKey(c), c]));
        for (const c of diffCells(before, after)) {
          expect(c.fore).toEqual(contentOf(result.get(cellKey(c))));
          if (c.efter === null) result.delete(cellKey(c));
          else result.set(cellKey(c), { ...c, ...c.efter });
        }
        const rows = (cells: Iterable<ReleaseCell>) =>
          [...cells].map((c) => `${cellKey(c)} ${c.varde} ${c.saknas}`).toSorted();
        expect(rows(result.values())).toEqual(rows(after));
      }),
    );
  });

  it('are none between a table and itself', () => {
    fc.assert(
      fc.property(table, (cells) => {
        expect(diffCells(cells, cells.toReversed())).toEqual([]);
      }),
    );
  });

  const contentOf = (c: ReleaseCell | undefined) => (c ? { varde: c.varde, saknas: c.saknas } : null);
});

describe('a comparison of two data folders', () => {
  it('tells each change and what it was corrected for', async () => {
    const text = diffText(compare(await readTables(old, effects), await readTables(changed, effects)));
    expect(text).toContain('Från 2026.1 till 2026.2');
    expect(text).toContain('~ Olofström (1060): nej → ja');
    expect(text).toContain('~ Ronneby (1081): 23,7 → uppgift saknas');
    expect(text).toContain('~ Riket (00): 0 → 16,6667');
    expect(text).toContain('1 december 2026: Olofströms svar var förväxlat.');
    expect(text).toContain('Hemlöshet och utestängning');
  });

  it('has every change in the CSV, before and after', async () => {
    const csv = diffCsv(compare(await readTables(old, effects), await readTables(changed, effects)));
    const rows = csvParse(csv);
    expect(rows).toContainEqual(
      expect.objectContaining({
        andring: 'ändrad',
        kod: '1060',
        namn: 'Olofström',
        fore: 'nej',
        efter: 'ja',
      }),
    );
    expect(
      rows.some((r) => r.kod === '1081' && r.fore === '23.7' && r.efter_saknas === 'uppgift-saknas'),
    ).toBe(true);
    // The län and riket that Olofström is counted in have changed with it.
    expect(rows.filter((r) => r.andring === 'ändrad').map((r) => r.kod)).toEqual(
      expect.arrayContaining(['00', '10', '1060']),
    );
  });
});

it('a value that is protected now is not published as it was before', async () => {
  const before = await readTables(old, effects);
  const hide = (c: ReleaseCell) =>
    c.kod === '1060' && c.indikator === 'N07907' ? { ...c, varde: '', saknas: 'skyddad' } : c;
  const comparison = compare(before, { ...before, cells: before.cells.map(hide) });
  expect(diffText(comparison)).toMatch(/Olofström \(1060\): [\d,]+ → skyddad uppgift/);
  expect(diffText(withoutProtected(comparison))).toContain(
    'Olofström (1060): skyddad uppgift → skyddad uppgift',
  );
  const [row] = csvParse(diffCsv(withoutProtected(comparison)));
  expect([row?.kod, row?.fore, row?.fore_saknas]).toEqual(['1060', '', 'skyddad']);
});

describe('a published version', () => {
  /** What `/data/v/<version>/` of the old folder holds, written to disk. */
  async function release(): Promise<string> {
    const site = await publish(old);
    const folder = join(home, 'release');
    for (const path of site.paths.filter((p) => /^data\/(allt|referens)\/[a-z]+\.csv$/.test(p))) {
      const to = join(folder, path.replace(/^data\//, ''));
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, await site.bytes(path));
    }
    return folder;
  }

  it('says the same as the data folder that it was made of', async () => {
    const folder = await release();
    const { changes } = compare(await readTables(folder, effects), await readTables(old, effects));
    expect(changes).toEqual([]);
    const { changes: some } = compare(await readTables(folder, effects), await readTables(changed, effects));
    expect(some).toEqual(compare(await readTables(old, effects), await readTables(changed, effects)).changes);
  });

  it('that the data folder keeps is published again, and what has changed since then', async () => {
    cpSync(await release(), join(changed, 'versioner/2026.1'), { recursive: true });
    const { index } = await load(changed, effects);
    if (!index) throw new Error('the changed folder has errors');
    const inputs = await fileInputs(changed, effects);
    expect(earlierVersions(inputs).map((e) => e.version)).toEqual(['2026.1']);
    expect(latestChanges(index, inputs)?.changes.length).toBeGreaterThan(2);
    const paths = releaseCollector(inputs, new Set())
      .files(index, [])
      .map((f) => f.path);
    expect(paths).toContain('data/v/2026.1/allt/observationer.csv');
    expect(paths).toContain('data/v/2026.2/release.json');
    expect(paths).toContain('data/andringar.csv');
  });
});

describe('npm run diff', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/diff.ts', ...args], { encoding: 'utf8' });

  it('ends well', () => {
    const csv = join(home, 'andringar.csv');
    const { status, stdout } = run(old, changed, '--csv', csv);
    expect(status).toBe(0);
    expect(stdout).toContain('Olofström (1060): nej → ja');
    expect(readFileSync(csv, 'utf8')).toContain('Olofström');
  });

  it.each([
    ['one folder', [LITET], 'Ange två mappar'],
    ['a folder that is not there', [LITET, 'finns-inte'], 'finns inte'],
    ['a folder of something else', [LITET, 'scripts'], 'varken en datamapp'],
    ['an option that does not exist', [LITET, LITET, '--okand'], 'Okänt val'],
  ])('says in Swedish what is wrong with %s, and exits 2', (_, args, message) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it('refuses a table without its columns', () => {
    const folder = join(home, 'wrong');
    mkdirSync(join(folder, 'allt'), { recursive: true });
    writeFileSync(join(folder, 'allt/observationer.csv'), 'a,b\n1,2\n');
    const { status, stderr } = run(folder, LITET);
    expect(status).toBe(2);
    expect(stderr).toContain('kolumnen ”varde”');
  });
});

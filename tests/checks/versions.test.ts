import { describe, expect, it } from 'vitest';
import { tablesOfIndex } from '../../src/pipeline/diff/tables.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import {
  ANDEL,
  type Change,
  ENKAT_2018,
  folder,
  OMRADE,
  PUBLICERAT,
  replace,
  write,
} from '../ingest/folder.ts';

/** The folder with a version that was published from it before anything was changed. */
async function published(version: string, ...changes: readonly Change[]) {
  const { index } = await loadFiles(folder());
  if (!index) throw new Error('the folder has errors');
  const rows = tablesOfIndex(index).cells.map((c) =>
    [c.indikator, c.kod, c.ar, c.kon, c.varde, c.saknas].join(','),
  );
  const csv = `${['indikator,kod,ar,kon,varde,saknas', ...rows].join('\n')}\n`;
  const kept = [
    write(`versioner/${version}/allt/observationer.csv`, csv),
    write(`versioner/${version}/release.json`, JSON.stringify({ version, datum: '2025-01-01' })),
  ];
  return (await loadFiles(folder(...kept, ...changes))).report.findings;
}

const register = replace(ANDEL, ';4,5;', ';4,6;');
const answer = [
  replace(ENKAT_2018, 'Håbo;;nej', 'Håbo;;ja'),
  replace(PUBLICERAT, 'U1;2018;40', 'U1;2018;60'),
];

describe('a version that was published', () => {
  it('may be built again from the same values', async () => {
    expect(await published('2026.1')).toEqual([]);
  });

  it('may not change', async () => {
    expect(await published('2026.1', register)).toMatchObject([
      {
        code: 'version-andrad',
        file: 'publicering.json',
        message: expect.stringContaining('OJ-2 2022 0114 var 4.5 och är nu 4.6'),
      },
    ]);
  });

  it('is never followed by a lower number', async () => {
    expect(await published('2026.10')).toMatchObject([{ code: 'version-sankt', value: '2026.1' }]);
  });
});

describe('a value that has changed since the version before', () => {
  it('needs a correction: of the area for a register', async () => {
    expect(await published('2025.9', register)).toMatchObject([
      {
        code: 'rattelse-saknas',
        file: OMRADE,
        value: 'OJ-2',
        suggestion: expect.stringContaining('["OJ-2"]'),
      },
    ]);
  });

  it('needs a correction: of the edition for an answer', async () => {
    expect(await published('2025.9', ...answer)).toMatchObject([
      { code: 'rattelse-saknas', file: OMRADE, value: 'U1', message: expect.stringContaining('U1 2018') },
    ]);
  });

  it('is in order with one', async () => {
    const correction = `"datum": "2026-01-01", "version": "2026.1", "text": "Fel i källan, rättat."`;
    expect(
      await published(
        '2025.9',
        register,
        replace(OMRADE, '"utgavor"', `"rattelser": [{ ${correction}, "indikatorer": ["OJ-2"] }],\n"utgavor"`),
      ),
    ).toEqual([]);
    expect(
      await published(
        '2025.9',
        ...answer,
        replace(OMRADE, '"version": "2018.1",', `"version": "2018.1", "rattelser": [{ ${correction} }],`),
      ),
    ).toEqual([]);
  });
});

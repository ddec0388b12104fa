import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../../src/effects-node.ts';
import { openFolder } from '../../../src/import/folder.ts';
import type { HttpClient } from '../../../src/import/http/client.ts';
import { planOf } from '../../../src/import/plan.ts';
import { importScb, type ScbQuestion } from '../../../src/import/scb/import.ts';
import { readYears } from '../../../src/import/years.ts';
import { readDataFolder } from '../../../src/ingest/sizes.ts';
import { KOMMUNER } from '../workbooks.ts';

const open = openFolder(await readDataFolder('tests/fixtures/litet', nodeEffects()));
const dimension = (codes: readonly string[], more: object = {}) => ({
  category: { index: Object.fromEntries(codes.map((c, i) => [c, i])), ...more },
});
const YEARS = ['2023', '2024'];
const CODES = ['00', ...KOMMUNER.map(([kod]) => kod)];

/** A pretended SCB with a table of kommuner and years; a value is the year and the place of the kommun. */
function pretended(calls: string[], hidden: string | null = null): HttpClient {
  const asked = (url: string, body?: string): unknown => {
    calls.push(url);
    if (url.endsWith('/config')) return { maxDataCells: 6 };
    if (body === undefined)
      return {
        id: ['Region', 'Tid'],
        size: [CODES.length, YEARS.length],
        label: 'Folkmängd',
        dimension: { Region: dimension(CODES), Tid: dimension(YEARS) },
      };
    const { selection } = JSON.parse(body) as {
      readonly selection: readonly {
        readonly variableCode: string;
        readonly valueCodes: readonly string[];
      }[];
    };
    const [regions = [], years = []] = ['Region', 'Tid'].map(
      (name) => selection.find((s) => s.variableCode === name)?.valueCodes,
    );
    const cells = regions.flatMap((r) =>
      years.map((y) => (r === hidden ? null : Number(y) + CODES.indexOf(r))),
    );
    return {
      id: ['Region', 'Tid'],
      size: [regions.length, years.length],
      dimension: { Region: dimension(regions), Tid: dimension(years) },
      value: cells,
      status: Object.fromEntries(cells.flatMap((c, i) => (c === null ? [[i, '..']] : []))),
    };
  };
  return {
    json: async (url, body) => ({ url, json: asked(url, body), hamtad: '2026-11-25T10:00:00.000Z' }),
    asked: () => ({ fraga: calls, hamtad: '2026-11-25T10:00:00.000Z', sha256: '0'.repeat(64) }),
  };
}

const question: ScbQuestion = {
  table: 'TAB638',
  years: [2023, 2024, 2025],
  indikator: null,
  chosen: new Map(),
  baseUrl: 'https://scb.test/api/',
};

describe('the population of the kommuner from SCB', () => {
  it('is asked for in calls within the limit of cells, and says which years there are none of', async () => {
    const calls: string[] = [];
    const batch = await importScb(open, pretended(calls), question);
    // Six kommuner and two years are twelve cells: two calls of six, beside what the table and the service are asked of.
    expect(calls.filter((url) => url.includes('/data?'))).toHaveLength(2);
    expect(batch.folkmangder?.map(({ ar, antal }) => [ar, Object.keys(antal).length])).toEqual([
      [2023, KOMMUNER.length],
      [2024, KOMMUNER.length],
    ]);
    expect(batch.folkmangder?.[1]?.antal['0980']).toBe(2025);
    expect(batch.utelamnat).toMatchObject([{ ar: 2025, skal: 'året finns inte i tabellen' }]);
  });

  it('is laid in the folder: a file of all years, and the newest beside the kommuner', async () => {
    const plan = planOf(open, await importScb(open, pretended([]), question));
    const texts = new Map(
      plan.changes.map((c) => [c.path, new TextDecoder().decode(c.content ?? new Uint8Array())]),
    );
    expect([...texts.keys()]).toEqual(
      expect.arrayContaining([
        'referens/folkmangd.csv',
        'referens/folkmangd.inlasning.json',
        'referens/kommuner.csv',
        'referens/kallor.json',
      ]),
    );
    expect(texts.get('referens/kommuner.csv')).toMatch(/^0980;Gotland;.*\b2025\b/m);
    expect(texts.get('referens/kallor.json')).toContain('2024-12-31');
  });

  it('leaves out a cell that has a sign in place of its value', async () => {
    const batch = await importScb(open, pretended([], '1060'), { ...question, years: [2024] });
    expect(batch.folkmangder?.[0]?.antal).not.toHaveProperty('1060');
    expect(batch.utelamnat).toMatchObject([
      { ar: 2024, koder: ['1060'], skal: 'tecknet ”..” i stället för ett värde' },
    ]);
  });

  it('stops when a dimension has no such value, and when the answer is no JSON-stat', async () => {
    const strange: HttpClient = {
      ...pretended([]),
      json: async (url) => ({ url, json: { fel: true }, hamtad: '' }),
    };
    await expect(importScb(open, strange, question)).rejects.toThrow(/annat än JSON-stat 2/);
    await expect(importScb(open, pretended([]), { ...question, years: [1900] })).rejects.toThrow(/år/);
  });
});

describe('years as a person writes them', () => {
  it('are read in order, each once', () => {
    expect(readYears('2018, 2016-2018')).toEqual([2016, 2017, 2018]);
  });
  it.each(['tjugo', '2018-2016', '1900-2024', ''])('”%s” is none', (text) => {
    expect(readYears(text)).toContain('inte');
  });
});

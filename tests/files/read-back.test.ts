import { csvParse, dsvFormat } from 'd3-dsv';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { nodeEffects } from '../../src/effects-node.ts';
import { csvCell, csvText } from '../../src/files/csv/cells.ts';
import { allFiles } from '../../src/files/index.ts';
import { ABSENCE_SYMBOL } from '../../src/model/absence.ts';
import type { CatalogueIndex } from '../../src/model/catalogue.ts';
import { load } from '../../src/pipeline/load.ts';

type Value = Record<'kod' | 'niva' | 'kon', string> & {
  ar: number | null;
  varde: string | number | null;
  saknas: keyof typeof ABSENCE_SYMBOL | null;
  svarande: number | null;
  tillfragade: number | null;
  exempel: boolean;
};

let index: CatalogueIndex;
const read = async (path: string) => {
  const file = allFiles(index).find((f) => f.path === path);
  if (!file) throw new Error(`no ${path}`);
  return file.content();
};
const text = async (path: string) => new TextDecoder().decode(await read(path));
const api = async (id: string): Promise<readonly Value[]> =>
  JSON.parse(await text(`api/v1/observationer/${id}.json`)).values;

beforeAll(async () => {
  const { index: loaded } = await load('data', nodeEffects());
  if (!loaded) throw new Error('data has errors');
  index = loaded;
});

describe('files say the same as the API, cell for cell', () => {
  it.each(['hemloshet', 'ekonomiskt-bistand'])('the long CSV of %s', async (omrade) => {
    const rows = dsvFormat(';').parse(await text(`data/${omrade}/observationer.csv`));
    const ids = [...new Set(rows.map((r) => r.indikator ?? ''))];
    expect(ids.length).toBeGreaterThan(10);
    for (const id of ids) {
      const values = await api(id);
      const mine = rows.filter((r) => r.indikator === id);
      expect(mine).toHaveLength(values.length);
      for (const [i, v] of values.entries())
        expect(mine[i]).toEqual({
          indikator: id,
          kod: v.kod,
          niva: v.niva,
          ar: v.ar === null ? '' : String(v.ar),
          kon: v.kon,
          varde: v.varde === null ? '' : String(v.varde),
          saknas: v.saknas ?? '',
          svarande: v.svarande === null ? '' : String(v.svarande),
          tillfragade: v.tillfragade === null ? '' : String(v.tillfragade),
          exempel: v.exempel ? 'ja' : 'nej',
        });
    }
  });

  it.each(['Kommun', 'Län', 'Stadsdelar'])('the sheet %s of hemlöshet 2016', async (name) => {
    const book = XLSX.read(await read('data/hemloshet/2016.xlsx'));
    const sheet = book.Sheets[name];
    if (!sheet) throw new Error(`no sheet ${name}`);
    const [note, header, ...rows] = XLSX.utils.sheet_to_json<(string | number | null)[]>(sheet, {
      header: 1,
      defval: null,
      raw: true,
    });
    expect(note?.[0]).toContain('EXEMPELDATA');
    let compared = 0;
    for (const [column, title] of (header ?? []).entries()) {
      const id = / skäl$/.test(String(title)) ? String(title).replace(' skäl', '') : null;
      if (id === null) continue;
      const values = new Map((await api(id)).filter((v) => v.ar === 2016).map((v) => [v.kod, v]));
      for (const row of rows) {
        const v = values.get(String(row[0]));
        if (!v) continue;
        expect(row[column - 1]).toBe(v.saknas === null ? v.varde : ABSENCE_SYMBOL[v.saknas]);
        expect(row[column]).toBe(v.saknas);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(400);
  });
});

describe('every file', () => {
  it('has the same bytes when it is written twice', async () => {
    for (const file of allFiles(index).filter((f) => f.format !== 'JSON'))
      expect(Buffer.from(await file.content()).equals(Buffer.from(await file.content()))).toBe(true);
  });

  it('says that it holds example data, when it does', async () => {
    const survey = allFiles(index).filter((f) => /\/2016\./.test(f.path));
    expect(survey.length).toBe(4);
    for (const file of survey) expect(file.example && file.description.includes('exempeldata')).toBe(true);
  });
});

describe('csvCell', () => {
  it('never lets a text start as a formula, and leaves every number alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), (s, n) => {
        const [row] = csvParse(`a,b\r\n${csvText([[s, n]], ',')}`);
        expect(row?.a?.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(s);
        expect(Number(row?.b)).toBe(n === 0 ? 0 : n);
        expect(/^[=+\-@\t\r]/.test(row?.a ?? '')).toBe(false);
      }),
    );
  });

  it('writes absence as an empty field', () => {
    expect(csvCell(null, ';')).toBe('');
  });
});

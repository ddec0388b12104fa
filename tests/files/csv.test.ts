import { dsvFormat } from 'd3-dsv';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { csvBytes } from '../../src/files/csv/index.ts';
import { csvField, csvText, plainText } from '../../src/files/tables/csv-text.ts';
import { COMMA, SWEDISH_EXCEL } from '../../src/files/tables/table.ts';
import { type ApiValue, ownSource, type Published, publish } from './helpers/catalogue.ts';

let site: Published;
beforeAll(async () => {
  site = await publish();
});

const LONG = 'indikator,kod,niva,ar,kon,varde,saknas,svarande,tillfragade,exempel,kalla,not';
const asText = (value: string | number | null) => (value === null ? '' : String(value));
const fieldsOf = (id: string, v: ApiValue) => ({
  indikator: id,
  kod: v.kod,
  niva: v.niva,
  ar: asText(v.ar),
  kon: v.kon,
  varde: asText(v.varde),
  saknas: v.saknas ?? '',
  svarande: asText(v.svarande),
  tillfragade: asText(v.tillfragade),
  exempel: v.exempel ? 'ja' : 'nej',
  // The API says the source of every value; in the files it is the indicator's where this is empty.
  kalla: ownSource(site, id, v) ?? '',
  not: v.not ?? '',
});

describe('CSV says the same as the API, cell for cell', () => {
  it.each(['hemloshet', 'ekonomiskt-bistand', 'allt'])('the long files of %s', async (scope) => {
    const text = await site.text(`data/${scope}/observationer.csv`);
    expect(text.split('\r\n')[0]).toBe(LONG);
    const rows = dsvFormat(',').parse(text);
    const ids = [...new Set(rows.map((r) => r.indikator ?? ''))];
    expect(ids.length).toBeGreaterThan(10);
    const expected = [];
    for (const id of ids) expected.push(...(await site.api(id)).map((v) => fieldsOf(id, v)));
    expect([...rows]).toEqual(expected);

    const excel = await site.text(`data/${scope}/observationer-excel.csv`);
    expect(excel.startsWith('\ufeff')).toBe(true);
    const swedish = dsvFormat(';').parse(excel.slice(1));
    const withComma = (v: string) => (/^-?\d+\.\d+$/.test(v) ? v.replace('.', ',') : v);
    const named = ({ plats = '', indikatornamn: _, enhet: __, ...rest }: Record<string, string>) => ({
      ...rest,
      kod: plats.split(' ')[0],
    });
    expect(swedish.map(named)).toEqual(expected.map((r) => ({ ...r, varde: withComma(r.varde) })));
  });

  it('a year of an area, with names', async () => {
    const rows = dsvFormat(',').parse(await site.text('data/hemloshet/2016.csv'));
    const umea = rows.find((r) => r.kod === '2480' && r.indikator === 'U30428');
    expect(umea).toMatchObject({
      namn: 'Umeå',
      indikatornamn: 'Övergripande plan mot hemlöshet',
      ar: '2016',
    });
    const riket = rows.find((r) => r.kod === '00' && r.indikator === 'U30428');
    const api = (await site.api('U30428')).find((v) => v.kod === '00' && v.ar === 2016);
    expect(Number(riket?.varde)).toBe(api?.varde);
  });

  it('how many gave each answer', async () => {
    const rows = dsvFormat(',').parse(await site.text('data/hemloshet/fordelning.csv'));
    const mine = rows.filter((r) => r.indikator === 'U30437' && r.kod === '00' && r.ar === '2016');
    const riket = (await site.api('U30437')).find((v) => v.kod === '00' && v.ar === 2016);
    expect(Object.fromEntries(mine.map((r) => [r.svar, Number(r.antal)]))).toEqual(riket?.fordelning);
  });
});

describe('a CSV field', () => {
  const dialects = [COMMA, SWEDISH_EXCEL];
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ';', 'å', ' ', '1'),
    }),
  );

  it('never starts as a formula when it is a text, and always gives the text back', () => {
    fc.assert(
      fc.property(nasty, fc.constantFrom(...dialects), (text, dialect) => {
        const [row] = dsvFormat(dialect.separator).parseRows(
          csvText([[text, 'x']], { ...dialect, bom: false }),
        );
        expect(/^[=+\-@\t\r\n]/.test(row?.[0] ?? '')).toBe(false);
        expect(plainText(row?.[0] ?? '')).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('never alters a number', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(...dialects),
        (n, dialect) => {
          const [row] = dsvFormat(dialect.separator).parseRows(csvText([[n, 1]], { ...dialect, bom: false }));
          expect(Number(row?.[0]?.replace(',', '.'))).toBe(n === 0 ? 0 : n);
        },
      ),
    );
  });

  it('is quoted whenever some program could see several fields in it', () => {
    expect(csvField('a;b', COMMA)).toBe('"a;b"');
    expect(csvField('säger "hej"', COMMA)).toBe('"säger ""hej"""');
    expect(csvField(null, COMMA)).toBe('');
    expect(csvField(-3.5, SWEDISH_EXCEL)).toBe('-3,5');
    expect(() => csvField(Number.NaN, COMMA)).toThrow(RangeError);
  });
});

it.each([
  0, 1, 499, 500, 501, 1700,
])('a table of %i rows is the same as bytes, however it is put together', (n) => {
  const rows = Array.from({ length: n }, (_, i) => [i, `Håbo ”${i}”`, i % 3 === 0 ? null : i / 7]);
  for (const dialect of [COMMA, SWEDISH_EXCEL])
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvBytes(rows, dialect))).toBe(
      csvText(rows, dialect),
    );
});

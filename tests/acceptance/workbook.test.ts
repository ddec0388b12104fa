import { expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { publish } from '../files/helpers/catalogue.ts';

it('the workbook of hemlöshet 2016 has the published 17 % of U30428 beside the 17 % of the answers', async () => {
  const book = XLSX.read(await (await publish()).bytes('data/hemloshet/2016.xlsx'));
  const [, , , header = [], ...rows] = XLSX.utils.sheet_to_json<(string | number | null)[]>(
    book.Sheets.Riket ?? {},
    { header: 1, defval: null, blankrows: true },
  );
  const row = rows.find((r) => r[header.indexOf('Id')] === 'U30428') ?? [];
  const cell = (title: string) => row[header.indexOf(title)];
  expect(Math.round(Number(cell('Riket')))).toBe(17);
  expect(cell('Publicerad nationell siffra')).toBe(17);
  expect(cell('Publicerad av')).toContain('Socialstyrelsen');
});

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dsvFormat } from 'd3-dsv';
import { expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { publish } from './helpers/catalogue.ts';

const soffice = spawnSync('soffice', ['--version']).status === 0;
if (!soffice) console.warn('LibreOffice finns inte: arbetsböckerna öppnas bara med SheetJS.');

/** All sheets as CSV files with comma, in UTF-8, with cells as they are stored. */
const ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** LibreOffice writes at most 14 significant digits to CSV; that every digit is in the workbook is `xlsx-cells`' test. */
const DIGITS = 1e-13;

it.skipIf(!soffice)(
  'LibreOffice opens a workbook and finds every cell of every sheet',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'oj-'));
    const bytes = await (await publish()).bytes('data/hemloshet/2016.xlsx');
    writeFileSync(join(folder, 'bok.xlsx'), bytes);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profil`,
        '--headless',
        '--convert-to',
        ALL_SHEETS,
        '--outdir',
        folder,
        join(folder, 'bok.xlsx'),
      ],
      { stdio: 'ignore' },
    );
    const book = XLSX.read(bytes);
    for (const name of book.SheetNames) {
      const ours = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, {
        header: 1,
        raw: true,
        defval: '',
      });
      const theirs = dsvFormat(',').parseRows(readFileSync(join(folder, `bok-${name}.csv`), 'utf8'));
      expect([name, theirs.length]).toEqual([name, ours.length]);
      for (const [r, row] of ours.entries())
        for (const [c, value] of row.entries()) {
          const read = theirs[r]?.[c] ?? '';
          if (typeof value === 'number') {
            const near = Math.abs(Number(read) - value) <= Math.abs(value) * DIGITS;
            expect([name, r, c, near]).toEqual([name, r, c, true]);
          } else expect([name, r, c, read]).toEqual([name, r, c, value]);
        }
    }
  },
  180_000,
);

import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { bmeSheets, guessBme } from '../../src/import/bme/guess.ts';
import { importBme } from '../../src/import/bme/import.ts';
import { openFolder } from '../../src/import/folder.ts';
import type { RawSheet } from '../../src/import/table/raw-sheet.ts';
import { InlastFil } from '../../src/model/inlasning.ts';
import { load } from '../../src/pipeline/load.ts';
import { command, type TrialFolder, trialFolder } from './trial.ts';
import { BME_COLUMN, bmeSheet, KOMMUNER, type TestSheet, workbook } from './workbooks.ts';

const FILE = 'inventering/karlskrona.csv';
const HEADER = 'kommunkod;ar;uppgift;kon;alder;varde;text';

let trial: TrialFolder;
beforeEach(async () => {
  trial = await trialFolder();
  await trial.write(FILE, `${HEADER}\n1080;2024;kontrakt-alla;T;alla;50;\n`);
});
afterEach(() => trial.remove());

const put = (sheet: TestSheet, name = 'bme.xlsx') => trial.write(`../${name}`, workbook([sheet]));
const run = (...more: readonly string[]) =>
  command('scripts/import.ts', ['bme', join(trial.data, '../bme.xlsx'), '--data', trial.data, ...more]);

/** A sheet as the reader of workbooks gives it. */
const gridOf = ({ name, rows, merged = [] }: TestSheet): RawSheet => ({
  name,
  rows: rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? cell : '')),
  ),
  merged: merged.map(([r1, c1, r2, c2]) => [r1, r2, c1, c2]),
});

describe('the housing survey, by command', () => {
  it('is shown, confirmed once, and asks nothing the second time', async () => {
    await put(bmeSheet(KOMMUNER, { '1080': 48 }));
    const before = await trial.bytes();
    const first = await run();
    expect(first.code).toBe(1);
    expect(first.err).toContain('Svaren gäller: 2024');
    expect(first.err).toContain(`(kontrakt-bme) läses ur ”${BME_COLUMN}”`);
    const after = [...(await trial.bytes())].filter(([path]) => path !== 'bme.xlsx.mappning.json');
    expect(new Map(after)).toEqual(before);

    expect(await run('--bekrafta')).toMatchObject({ code: 0, err: '' });
    expect(await trial.text(FILE)).toBe(
      `${HEADER}\n1080;2024;kontrakt-alla;T;alla;50;\n1080;2024;kontrakt-bme;T;alla;48;\n`,
    );
    const record = InlastFil.parse(JSON.parse(await trial.text('inventering/karlskrona.inlasning.json')));
    expect(record.inlasningar).toMatchObject([
      { kalla: 'Boverket, bostadsmarknadsenkäten', indikatorer: ['kontrakt-bme'], ar: [2024] },
    ]);
    // The difference to the kommun's own figure is a warning of the ordinary validation.
    const { report } = await load(trial.data, nodeEffects());
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'inventering-skillnad', file: FILE, row: 3, value: '48' }),
    );

    const done = await trial.bytes();
    expect(await run()).toMatchObject({ code: 0, err: '' });
    expect(await trial.bytes()).toEqual(done);
  });

  it('lets what was written by hand stand, and shows where it differs', async () => {
    await trial.write(FILE, `${HEADER}\n1080;2024;kontrakt-bme;T;alla;53;\n`);
    await put(bmeSheet(KOMMUNER, { '1080': 48 }));
    const before = await trial.text(FILE);
    const { code, out } = await run('--bekrafta');
    expect(code).toBe(0);
    expect(out).toContain(
      `${FILE}, rad 2, kolumn varde: Karlskrona 2024: här står 53, men i bme.xlsx, rad 7, har kommunen svarat 48.`,
    );
    expect(await trial.text(FILE)).toBe(before);
  });

  it('tells that a kommun has no row, and goes on', async () => {
    await put(
      bmeSheet(
        KOMMUNER.filter(([kod]) => kod !== '1080'),
        {},
      ),
    );
    const { code, out } = await run('--bekrafta');
    expect(code).toBe(0);
    expect(out).toContain('Karlskrona (1080) har ingen rad i filen.');
  });

  const asked = bmeSheet(KOMMUNER, { '1080': 48 });
  const rows = (change: (rows: TestSheet['rows'][number][]) => void): TestSheet => {
    const copy = asked.rows.map((r) => [...r]);
    change(copy);
    return { ...asked, rows: copy };
  };
  it.each<[string, TestSheet, string]>([
    [
      'a column without a number',
      bmeSheet(KOMMUNER, { '1080': 'cirka femtio' }),
      `bme.xlsx, rad 7, kolumn ${BME_COLUMN}: Karlskrona: ”cirka femtio” är inte ett tal.`,
    ],
    [
      'half a contract',
      bmeSheet(KOMMUNER, { '1080': 48.5 }),
      `bme.xlsx, rad 7, kolumn ${BME_COLUMN}: Karlskrona: ”48.5” är inget helt antal.`,
    ],
    [
      'two rows of one kommun',
      rows((all) => all.splice(8, 0, ['1080', 'Karlskrona', '', '', 49])),
      'bme.xlsx, rad 9: Karlskrona står redan på rad 7.',
    ],
    [
      'a code and a name that disagree',
      rows((all) => all.splice(6, 1, ['1080', 'Ronneby', '', '', 49])),
      'bme.xlsx, rad 7: Raden kan vara Karlskrona, men koden 1080 och namnet ”Ronneby” är olika kommuner.',
    ],
    [
      'another question in the header',
      rows((all) => all.splice(3, 1, ['Kommunkod', 'Kommun', 'Läget', 'Hyr ut', 'Antal studentbostäder'])),
      `bme.xlsx, rad 4, kolumn ${BME_COLUMN}: Kolumnen ”${BME_COLUMN}” finns inte i bladet ”Svar”.`,
    ],
    ['another sheet', { ...asked, name: 'Enkät' }, 'bme.xlsx: Filen har inget blad ”Svar”'],
    [
      'no kommuner at all',
      { name: 'Svar', rows: [['Frågor'], ['Antal']] },
      'bme.xlsx: Filen har ingen tabell med kommuner i rader.',
    ],
    [
      'another year',
      bmeSheet(KOMMUNER, { '1080': 48 }, 2025),
      'bme.xlsx: I filen står året 2025, men kolumnerna är valda i en fil med året 2024.',
    ],
  ])('finds %s', async (_, sheet, message) => {
    const open = openFolder(await nodeEffects().readTree(trial.data));
    const { referens, formular } = open.catalogue;
    const sheets = (given: TestSheet) => bmeSheets([gridOf(given)], referens, 'bme.xlsx');
    const mapping = guessBme(sheets(asked), formular.uppgifter);
    if (!mapping) throw new Error('no mapping');
    const source = { fil: 'bme.xlsx', hamtad: '2026-11-25T10:00:00.000Z', sha256: '0'.repeat(64) };
    expect(() => importBme(open, { ...source, sheets: sheets(sheet) }, mapping)).toThrow(message);
  });

  it('writes nothing when something is wrong', async () => {
    await put(bmeSheet(KOMMUNER, { '1080': 'cirka femtio' }));
    const before = await trial.bytes();
    const { code, err } = await run('--bekrafta');
    expect(code).toBe(1);
    expect(err).toContain(
      `bme.xlsx, rad 7, kolumn ${BME_COLUMN}: Karlskrona: ”cirka femtio” är inte ett tal.`,
    );
    const after = [...(await trial.bytes())].filter(([path]) => path !== 'bme.xlsx.mappning.json');
    expect(new Map(after)).toEqual(before);
  });

  it('refuses a year that no inventory has', async () => {
    await put(asked);
    const { code, err } = await run('--ar', '2021', '--bekrafta');
    expect(code).toBe(1);
    expect(err).toContain('Svaren gäller 2021, men det finns ingen inventering för det året.');
  });
});

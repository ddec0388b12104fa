import { describe, expect, it } from 'vitest';
import { openedBme } from '../../../src/islands/inventering/bme.ts';
import { runJob } from '../../../src/islands/inventering/job.ts';
import { FORMULAR } from '../../fixtures/formular.ts';
import { BME_COLUMN, bmeSheet, type TestSheet, workbook } from '../../import/workbooks.ts';
import { filledTemplate, templateRow } from './files.ts';

const kommuner = [
  ['0114', 'Upplands Väsby'],
  ['0115', 'Vallentuna'],
  ['0117', 'Österåker'],
] as const;
const HEADER = 'kommunkod;ar;uppgift;kon;alder;varde;text';
const own = (...rows: readonly string[]) => ({
  name: 'inventering.csv',
  bytes: new TextEncoder().encode(`${HEADER}\n${rows.join('\n')}\n`),
});
const bmeFile = (sheet: TestSheet) => ({ name: 'bme.xlsx', bytes: workbook([sheet]) });

/** The tool's reading of an inventory and a housing survey whose columns are as guessed. */
async function read(inventory: ReturnType<typeof own>, sheet: TestSheet) {
  const opened = await openedBme(bmeFile(sheet), kommuner, FORMULAR);
  if (opened.kind === 'olasligt') throw new Error(opened.words);
  const bme = { ...bmeFile(sheet), mapping: opened.mapping };
  return runJob({ files: [inventory], kommuner, formular: FORMULAR, bme }, () => {});
}

describe('the housing survey in the tool', () => {
  it('shows its columns with numbers, and guesses which it is', async () => {
    const opened = await openedBme(bmeFile(bmeSheet(kommuner, {})), kommuner, FORMULAR);
    expect(opened).toMatchObject({
      kind: 'oppnad',
      sheets: [{ blad: 'Svar', kolumner: [BME_COLUMN], ar: 2024 }],
      mapping: { ar: 2024, svar: [{ uppgift: 'kontrakt-bme', kolumn: BME_COLUMN }] },
    });
  });

  it('fills what the kommun has left empty, and warns of what differs', async () => {
    const outcome = await read(own('0114;2024;kontrakt-alla;T;alla;50;'), bmeSheet(kommuner, { '0114': 48 }));
    expect(outcome).toMatchObject({
      kind: 'klart',
      findings: [{ code: 'inventering-skillnad', file: 'bme.xlsx', row: 5, column: BME_COLUMN, value: '48' }],
      years: [{ rader: [{ varde: 50 }, { uppgift: 'kontrakt-bme', varde: 48 }] }],
    });
  });

  it('lets what is typed stand, and shows the difference in the kommun’s own file', async () => {
    const outcome = await read(own('0114;2024;kontrakt-bme;T;alla;53;'), bmeSheet(kommuner, { '0114': 48 }));
    expect(outcome).toMatchObject({
      kind: 'klart',
      findings: [{ code: 'bme-skillnad', file: 'inventering.csv', row: 2, value: '53' }],
      years: [{ rader: [{ uppgift: 'kontrakt-bme', varde: 53 }] }],
    });
  });

  it('names the row and the column of the kommun’s own workbook', async () => {
    const opened = await openedBme(bmeFile(bmeSheet(kommuner, { '0114': 48 })), kommuner, FORMULAR);
    if (opened.kind === 'olasligt') throw new Error(opened.words);
    const row = templateRow('kontrakt-bme');
    const outcome = await runJob(
      {
        files: [{ name: 'mall.xlsx', bytes: filledTemplate({ [row]: 53 }) }],
        kommuner,
        formular: FORMULAR,
        bme: { ...bmeFile(bmeSheet(kommuner, { '0114': 48 })), mapping: opened.mapping },
      },
      () => {},
    );
    expect(outcome).toMatchObject({
      findings: [{ code: 'bme-skillnad', file: 'mall.xlsx', row, column: 'Värde', value: '53' }],
    });
  });

  it.each<[string, string, TestSheet]>([
    ['bme-tal', 'a column without a number', bmeSheet(kommuner, { '0114': 'många' })],
    ['bme-ar', 'another year', bmeSheet(kommuner, {}, 2021)],
    ['bme-dubblett', 'two rows of the kommun', bmeSheet([...kommuner, ['0114', 'Upplands Väsby']], {})],
  ])('stops at %s: %s', async (code, _, sheet) => {
    const outcome = await read(own('0114;2024;kontrakt-alla;T;alla;50;'), sheet);
    expect(outcome).toMatchObject({ kind: 'fynd', findings: [{ code, file: 'bme.xlsx' }] });
  });

  it('goes on without a kommun that has not answered', async () => {
    const others = [...kommuner.slice(1), ['0120', 'Värmdö']] as const;
    const all = [...kommuner, ['0120', 'Värmdö']] as const;
    const file = bmeFile(bmeSheet(others, {}));
    const opened = await openedBme(file, all, FORMULAR);
    if (opened.kind === 'olasligt') throw new Error(opened.words);
    const outcome = await runJob(
      {
        files: [own('0114;2024;kontrakt-alla;T;alla;50;')],
        kommuner: all,
        formular: FORMULAR,
        bme: { ...file, mapping: opened.mapping },
      },
      () => {},
    );
    expect(outcome).toMatchObject({ kind: 'klart', findings: [{ code: 'bme-kommun', value: '0114' }] });
  });

  it('says what a file is that has no kommuner, or is no table', async () => {
    const sheet = { name: 'Svar', rows: [['Frågor'], ['Antal']] };
    expect(await openedBme(bmeFile(sheet), kommuner, FORMULAR)).toMatchObject({
      kind: 'olasligt',
      words: expect.stringContaining('ingen tabell med kommuner'),
    });
    const pdf = { name: 'bme.pdf', bytes: new TextEncoder().encode('%PDF-1.7') };
    expect(await openedBme(pdf, kommuner, FORMULAR)).toMatchObject({
      words: expect.stringContaining('bme.pdf är en PDF'),
    });
  });

  it('hands the page no answers of any kommun', async () => {
    const opened = await openedBme(bmeFile(bmeSheet(kommuner, { '0115': 987_654 })), kommuner, FORMULAR);
    expect(JSON.stringify(opened)).not.toContain('987');
  });
});

import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { zipInNode } from '../../../src/files/common/zip-node.ts';
import { templateCsv } from '../../../src/files/inventering/csv.ts';
import { templateWorkbook } from '../../../src/files/xlsx/inventering-template.ts';
import { runJob } from '../../../src/islands/inventering/job.ts';
import { inventeringSheet } from '../../../src/islands/inventering/sheet.ts';
import { workbookSheets } from '../../../src/islands/inventering/workbook.ts';
import { FORMULAR } from '../../fixtures/formular.ts';
import { beyondLastRow, filledTemplate, RELEASE, withFarCell, zipBomb } from './files.ts';

const kommuner = [
  ['0114', 'Upplands Väsby'],
  ['0115', 'Vallentuna'],
] as const;
const run = async (...files: readonly (readonly [name: string, bytes: Uint8Array])[]) => {
  const steps: string[] = [];
  const job = { files: files.map(([name, bytes]) => ({ name, bytes })), kommuner, formular: FORMULAR };
  return { outcome: await runJob(job, (words) => steps.push(words)), steps };
};

describe('the template as a workbook', () => {
  it('is in words, and is read as the template in codes', () => {
    const bytes = templateWorkbook(FORMULAR, RELEASE, zipInNode, { kommunkod: '0114', ar: '2024' });
    const shown = utils.sheet_to_json<string[]>(read(bytes).Sheets['Inventering'] ?? {}, { header: 1 });
    expect(shown[3]).toEqual([
      'Kommunkod',
      'År',
      'Del',
      'Uppgift',
      'Kön',
      'Ålder',
      'Enhet',
      'Värde',
      'Fri text',
    ]);
    expect(shown[4]?.slice(2, 7)).toEqual([
      'Akuta boendelösningar',
      'Alla i akuta boendelösningar',
      'Alla',
      'Alla åldrar',
      'personer',
    ]);
    const sheet = inventeringSheet(workbookSheets(bytes), FORMULAR);
    expect(sheet?.above).toBe(3);
    const coded = templateCsv(FORMULAR, { kommunkod: '0114', ar: '2024' }).slice(1).trimEnd().split('\r\n');
    expect(sheet?.csv.split('\n')).toEqual(coded);
  });

  it('is read with its columns in any order, and with codes in it', () => {
    const rows = [
      ['Anteckning'],
      ['Uppgift', 'Värde', 'KOMMUNKOD', 'År', 'Kön', 'Ålder'],
      ['hotell', 7, '0114', 2024, 'T', 'alla'],
    ];
    expect(inventeringSheet([{ name: 'Mitt blad', rows }], FORMULAR)?.csv.split('\n')[1]).toBe(
      'hotell;7;0114;2024;T;alla',
    );
    expect(inventeringSheet([{ name: 'Annat', rows: [['något', 'annat']] }], FORMULAR)).toBeNull();
  });
});

describe('a job', () => {
  it('compiles a filled template, small counts hidden, and tells what it does', async () => {
    const { outcome, steps } = await run(['mall.xlsx', filledTemplate({ 5: 31, 23: 3 })]);
    if (outcome.kind !== 'klart') throw new Error(JSON.stringify(outcome));
    expect(outcome.kommun).toBe('Upplands Väsby');
    expect(outcome.html).toContain('31');
    const values = outcome.years.flatMap((y) => y.rader.map((r) => r.varde));
    expect(values).toContain(31);
    expect(values).not.toContain(3);
    expect(steps[0]).toBe('Läser mall.xlsx …');
    expect(steps).toHaveLength(3);
  });

  it('reports faults with the rows and the words of the workbook', async () => {
    const { outcome } = await run(['mall.xlsx', filledTemplate({ 5: '<5', 6: 12.5 })]);
    if (outcome.kind !== 'fynd') throw new Error(JSON.stringify(outcome));
    expect(outcome.findings.map((f) => [f.row, f.column, f.value])).toEqual([
      [5, 'Värde', '<5'],
      [6, 'Värde', '12,5'],
    ]);
  });

  it('is not brought down by one cell in the last corner, but says where it is', async () => {
    const { outcome } = await run(['mall.xlsx', withFarCell(filledTemplate({ 5: 31 }))]);
    expect(outcome).toEqual({
      kind: 'olasligt',
      words: expect.stringMatching(/^mall\.xlsx har något på rad 1048576 i bladet ”Inventering”/),
    });
  });

  it.each([
    ['a row that no sheet has', [['mall.xlsx', beyondLastRow(filledTemplate({ 5: 31 }))]], /Excel/],
    ['a zip bomb', [['mall.xlsx', zipBomb(300)]], /blir 300 MB/],
    ['text without the header', [['a.txt', strToU8('hej')]], /./],
    [
      'a workbook of something else',
      [
        ['a.xlsx', filledTemplate({})],
        ['a.xlsx', filledTemplate({})],
      ],
      /Två av filerna heter/,
    ],
    ['a CSV file without end', [['a.csv', strToU8('a;b\n'.repeat(30_000))]], /har 30000 rader/],
    ['a template that nobody has filled in', [['a.xlsx', filledTemplate({})]], /inga ifyllda siffror/],
  ] as const)('says what is wrong with %s', async (_, files, words) => {
    const { outcome } = await run(...files);
    const said = outcome.kind === 'olasligt' ? outcome.words : outcome.kind;
    expect(said).toMatch(words);
  });
});

import { describe, expect, it } from 'vitest';
import { templateCsv } from '../../../src/files/inventering/csv.ts';
import { ingest } from '../../../src/ingest/index.ts';
import { INVENTERING_COLUMNS } from '../../../src/ingest/inventering/inventering.ts';
import { FORMULAR } from '../../fixtures/formular.ts';
import { inventeringDefects } from '../cases/inventering.ts';
import { folder, write } from '../folder.ts';

it.each(inventeringDefects)('$name', ({ change, code, column }) => {
  const { findings } = ingest(folder(...change));
  expect(findings).toEqual([expect.objectContaining({ code, column, severity: 'error' })]);
});

describe('the template', () => {
  it('has the columns that are read', () => {
    expect(templateCsv(FORMULAR).slice(1).split('\r\n')[0]).toBe(INVENTERING_COLUMNS.join(';'));
  });

  it('is read without findings as it is, and gives what was filled in', () => {
    const filled = templateCsv(FORMULAR, { kommunkod: '0114', ar: '2024' }).replace(
      '0114;2024;hotell;T;alla;;',
      '0114;2024;hotell;T;alla;7;',
    );
    for (const [text, found] of [
      [templateCsv(FORMULAR), []],
      [filled, [{ kod: '0114', ar: 2024, exempel: false, rader: [{ uppgift: 'hotell', varde: 7 }] }]],
    ] as const) {
      const { findings, catalogue } = ingest(folder(write('inventering/prov.csv', text)));
      expect(findings).toEqual([]);
      expect(catalogue?.inventeringar).toMatchObject(found);
      expect(catalogue?.inventeringar).toHaveLength(found.length);
    }
  });
});

describe('what one wrong number breaks', () => {
  const rows = (
    ...given: readonly (readonly [uppgift: string, kon: string, alder: string, varde: number | string])[]
  ) =>
    ['kommunkod;ar;uppgift;kon;alder;varde;text']
      .concat(given.map(([uppgift, kon, alder, varde]) => `0114;2024;${uppgift};${kon};${alder};${varde};`))
      .join('\n');
  const found = (text: string) => ingest(folder(write('inventering/prov.csv', text))).findings;

  it('is one error, at the total that explains every sum that fails', () => {
    const ages = ['0-17', '18-29', '30-49', '50-64', '65-'];
    const text = rows(
      ['akut-alla', 'T', 'alla', 71],
      ['akut-alla', 'K', 'alla', 25],
      ['akut-alla', 'M', 'alla', 25],
      ...ages.map((age) => ['akut-alla', 'T', age, 10] as const),
      ['hotell', 'T', 'alla', 50],
    );
    expect(found(text)).toEqual([
      expect.objectContaining({
        code: 'inventering-summa',
        row: 2,
        value: '71',
        message: expect.stringMatching(
          /kvinnor och män är tillsammans 50, men alla är 71.*åldrarna är tillsammans 50/,
        ),
      }),
    ]);
  });

  it('is one error when a whole is smaller than several of its parts', () => {
    const text = rows(
      ['akut-alla', 'T', 'alla', 7],
      ['hotell', 'T', 'alla', 50],
      ['harbarge', 'T', 'alla', 12],
    );
    expect(found(text).map(({ row, value }) => [row, value])).toEqual([[2, '7']]);
  });

  it('is two errors when two numbers are wrong', () => {
    const text = rows(
      ['hotell', 'T', 'alla', 9],
      ['hotell', 'K', 'alla', 9],
      ['hotell', 'M', 'alla', 9],
      ['harbarge', 'T', 'alla', 9],
      ['harbarge', 'K', 'alla', 9],
      ['harbarge', 'M', 'alla', 9],
    );
    expect(found(text)).toHaveLength(2);
  });

  it.each([
    ['<5', /Skriv det verkliga talet/],
    ['1.200', /Menade du 1200/],
    ['12,6', /Avrundat blir det 13/],
    ['tolv', /till exempel 12\.$/],
  ])('says of %s what to write instead', (text, suggestion) => {
    const findings = found(rows(['hotell', 'T', 'alla', text]));
    expect(findings).toEqual([expect.objectContaining({ column: 'varde', value: text })]);
    expect(findings[0]?.suggestion).toMatch(suggestion);
  });
});

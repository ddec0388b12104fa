import { expect, it } from 'vitest';
import { loadFiles } from '../../src/pipeline/load.ts';
import { type Change, folder, write } from '../ingest/folder.ts';
import { inventering, kartlaggning, program } from './planted.ts';

const found = async (...changes: readonly Change[]) => {
  const { index, report } = await loadFiles(folder(...changes));
  return {
    published: index !== null,
    codes: report.findings.filter((f) => f.code.startsWith('dolt-tal')).map((f) => [f.code, f.row, f.value]),
  };
};

it('a note that says the number which is hidden in its row stops the publication', async () => {
  const lines = (not: string) => [
    'personer;alla;T;40',
    `personer;alla;K;3;antal;${not}`,
    'personer;alla;M;37',
  ];
  expect(await found(kartlaggning(lines('Bara 3 svar')))).toEqual({
    published: false,
    codes: [['dolt-tal-i-not', 3, '3']],
  });
  expect((await found(kartlaggning(lines('tre svar')))).published).toBe(false);
  expect(await found(kartlaggning(lines('Räknat 13 oktober')))).toEqual({ published: true, codes: [] });
});

it('a free text with the same number is pointed out', async () => {
  const change = (text: string) =>
    inventering(
      'akut-alla;T;alla;40;',
      'akut-alla;K;alla;3;',
      'akut-alla;M;alla;37;',
      `medarbetare;T;alla;;${text}`,
    );
  expect((await found(change('Vi har mött tre kvinnor'))).codes).toEqual([['dolt-tal-i-text', 5, '3']]);
  expect((await found(change('Vi har mött många kvinnor'))).codes).toEqual([]);
});

it('a programme’s note, reason or state with the number is found too', async () => {
  const changed = (file: string, ...lines: readonly string[]) =>
    found(program(['hemlosa;40;3;37'], {}), write(`program/prov/${file}`, `${lines.join('\n')}\n`));
  const noted = (not: string) =>
    changed(
      'indikatorer.csv',
      'id;mal;titel;enhet;riktning;basar;varde;kvinnor;man;tabell;kalla;not',
      `hemlosa;farre;Personer;personer;minska;2022;40;3;37;;Påhittad;${not}`,
    );
  expect(await noted('Bara 3 kvinnor')).toEqual({ published: false, codes: [['dolt-tal-i-not', 2, '3']] });
  expect((await noted('Räknat i oktober')).codes).toEqual([]);
  const outcome = await changed(
    'utfall.csv',
    'indikator;ar;varde;jamforbar;skal;kalla',
    'hemlosa;2023;2;ja;De två som var kvar;Påhittad',
  );
  expect(outcome).toEqual({ published: false, codes: [['dolt-tal-i-not', 2, '2']] });
  const state = (text: string) =>
    changed('lage.csv', 'atgard;datum;status;text;kalla', `1;2023-02-01;pagar;${text};Påhittad`);
  expect(await state('Tre kvinnor har fått hem')).toEqual({
    published: true,
    codes: [['dolt-tal-i-text', 2, '3']],
  });
  expect((await state('Flera har fått hem')).codes).toEqual([]);
});

it('a note beside the count, of its percentage or of all, is read too', async () => {
  const lines = (all: string, percent: string) => [
    `personer;alla;T;40;antal;${all}`,
    'personer;alla;K;3',
    'personer;alla;M;37',
    `personer;alla;K;7,5;procent;${percent}`,
  ];
  expect(await found(kartlaggning(lines('', '3 av 40')))).toEqual({
    published: false,
    codes: [['dolt-tal-i-not', 5, '3']],
  });
  expect(await found(kartlaggning(lines('Varav tre kvinnor', '')))).toEqual({
    published: true,
    codes: [['dolt-tal-i-text', 2, '3']],
  });
});

import { expect, it } from 'vitest';
import { loadFiles } from '../../src/pipeline/load.ts';
import { type Change, folder } from '../ingest/folder.ts';
import { inventering, kartlaggning } from './planted.ts';

const found = async (change: Change) => {
  const { index, report } = await loadFiles(folder(change));
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

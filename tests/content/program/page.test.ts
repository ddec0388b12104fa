import { expect, it } from 'vitest';
import { programPage, programTables } from '../../../src/content/program/page.ts';
import { PROGRAM_TABLE_NAMES } from '../../../src/model/program-tables.ts';
import { LITET } from '../../files/helpers/catalogue.ts';
import { loaded } from '../../pipeline/loaded.ts';

const { index } = await loaded(LITET);
const [program] = index.catalogue.program;
if (!program) throw new Error('no programme');

const file = (path: string) => ({
  path,
  mediaType: 'text/csv',
  format: 'CSV',
  title: path,
  description: '',
  opensIn: '',
  group: 'program',
  example: true,
});

it('has the kommun, every principle once under its kind, and the files of its own and of all programmes', () => {
  const own = [`data/program/${program.slug}.pdf`, 'data/program/atgarder.csv'];
  const page = programPage(index, program, [...own, 'data/program/annat.pdf', 'data/x.csv'].map(file));
  expect(page.kommun?.kod ?? null).toBe(index.kommun(program.kod)?.kod ?? null);
  expect(page.files.map((f) => f.path)).toEqual(own);
  expect(page.principles.flatMap((g) => g.principer).toSorted()).toEqual(
    program.principer.map((p) => p.princip).toSorted(),
  );
  expect(new Set(page.principles.map((g) => g.grupp)).size).toBe(page.principles.length);
  expect(page.work.rows.length).toBe(program.atgarder.length);
});

it('lists each table of a programme with its columns', () => {
  const { rows } = programTables();
  expect(rows.map((row) => row[0]?.text)).toEqual([...PROGRAM_TABLE_NAMES]);
  for (const row of rows) expect(row.every((cell) => cell.text.length > 3)).toBe(true);
});

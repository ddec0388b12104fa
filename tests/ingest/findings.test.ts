import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/index.ts';
import { type Code, INGEST_RULES } from '../../src/ingest/rules.ts';
import { absenceCases } from './cases/absence.ts';
import type { Case } from './cases/case.ts';
import { cellCases } from './cases/cells.ts';
import { definitionCases } from './cases/definitions.ts';
import { folderCases } from './cases/folder.ts';
import { formCases } from './cases/form.ts';
import { headerCases } from './cases/header.ts';
import { inventeringCases } from './cases/inventering.ts';
import { jsonCases } from './cases/json.ts';
import { kartlaggningCases } from './cases/kartlaggningar.ts';
import { placeCases } from './cases/places.ts';
import { programCases } from './cases/program.ts';
import { sourceCases } from './cases/sources.ts';
import { textCases } from './cases/texter.ts';
import { valueCases } from './cases/values.ts';
import { folder } from './folder.ts';

/** The type makes sure that no code is without a case. */
const CASES: Readonly<Record<Code, readonly Case[]>> = {
  ...folderCases,
  ...sourceCases,
  ...definitionCases,
  ...formCases,
  ...headerCases,
  ...placeCases,
  ...valueCases,
  ...cellCases,
  ...absenceCases,
  ...jsonCases,
  ...textCases,
  ...inventeringCases,
  ...kartlaggningCases,
  ...programCases,
};

it('says nothing about a folder without defects', () => {
  expect(ingest(folder()).findings).toEqual([]);
});

describe.each(Object.entries(CASES) as [Code, readonly Case[]][])('%s', (code, cases) => {
  it.each(cases.map((c) => [c.name, c] as const))('%s', (_, { change, finding }) => {
    const { findings } = ingest(folder(...change));
    const { message = '', suggestion, ...exact } = finding;
    expect(findings).toEqual([
      expect.objectContaining({
        ...exact,
        ...INGEST_RULES[code],
        code,
        message: expect.stringContaining(message),
        ...(suggestion ? { suggestion: expect.stringContaining(suggestion) } : {}),
      }),
    ]);
  });
});

/** What is said of a whole file or folder, where no row and no column is nearer than another. */
const OF_THE_WHOLE: readonly Code[] = [
  'enkat-utan-utgava',
  'fil-felnamn',
  'fil-namn',
  'fil-okand',
  'fil-saknas',
  'fil-stor',
  'fil-tom',
  'fil-utan-rader',
  'mapp-stor',
  'omrade-saknas',
  'ordlista-saknas',
  'register-utan-indikator',
  'text-namn',
];

it('every finding names a file, and the nearest row or column that there is', () => {
  const without = Object.values(CASES)
    .flat()
    .flatMap(({ change }) => ingest(folder(...change)).findings)
    .flatMap(({ file, row, column, code }) =>
      file === '' || (row === null && column === null) ? [code] : [],
    );
  expect([...new Set(without)].sort()).toEqual([...OF_THE_WHOLE].sort());
});

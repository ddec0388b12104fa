import { describe, expect, it } from 'vitest';
import { read, utils, write } from 'xlsx';
import { zipInNode } from '../../../src/files/common/zip-node.ts';
import { programTemplate } from '../../../src/files/xlsx/program-template.ts';
import { workbookBytes } from '../../../src/files/xlsx/workbook.ts';
import { isDefinition } from '../../../src/ingest/layout.ts';
import { checkProgram } from '../../../src/islands/granska/program.ts';
import { compareFixture } from '../../compare/fixture.ts';
import { folder } from '../../ingest/folder.ts';

const definitions = Object.fromEntries(
  [...folder()].flatMap(([path, bytes]) =>
    isDefinition(path) ? [[path, new TextDecoder().decode(bytes)]] : [],
  ),
);
const template = workbookBytes(
  programTemplate(),
  { title: 'Mall', subject: 'Mall' },
  compareFixture(1).release,
  zipInNode,
);

/** Row 5 of a sheet is the first below its header. */
const WHOLE: Readonly<Record<string, readonly (readonly (string | number)[])[]>> = {
  mal: [['hem', 'Fler hem', 'ja', '']],
  indikatorer: [
    ['personer', 'hem', 'Personer', 'personer', 'minska', 2019, 10, 4, 6, '', 'Ett prov', '', ''],
  ],
  utfall: [['personer', 2021, 8, 'ja', 'Samma sätt', 'Ett prov']],
  strategier: [['forst', 'Först ett hem']],
  arbetssatt: [['bostad-forst', 'forst', 'Bostad först', '']],
  atgarder: [['1', 'bostad-forst', 'Göra det', 'Nämnden', 'Regionen', 2020, 2021, '']],
  lage: [['1', '2021-03-01', 'pagar', '', 'Ett prov']],
};
const DEFINITION: Readonly<Record<string, string | number>> = {
  slug: 'prov',
  titel: 'Ett program',
  kod: 114,
  franAr: 2020,
  tillAr: 2025,
  utgivare: 'Nämnden',
  ingress: 'Ett program som bara finns i tester.',
  raknas: 'Alla som räknas.',
  skillnad: 'Ingen skillnad mot något annat.',
  kalla: 'Ett prov',
};

function filled(changes: Partial<typeof WHOLE> = {}, definition = DEFINITION): Uint8Array {
  const book = read(template);
  for (const [name, rows] of Object.entries({ ...WHOLE, ...changes }))
    utils.sheet_add_aoa(book.Sheets[name] ?? {}, rows as (string | number)[][], { origin: 'A5' });
  const sheet = book.Sheets.program ?? {};
  const keys = utils.sheet_to_json<string[]>(sheet, { header: 1 }).map((row) => row[0]);
  for (const [key, value] of Object.entries(definition))
    utils.sheet_add_aoa(sheet, [[value]], { origin: `B${keys.indexOf(key) + 1}` });
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}
const found = (bytes: Uint8Array) =>
  (checkProgram(definitions, bytes) ?? []).map(({ file, row, column, value }) => [file, row, column, value]);

describe('a programme filled in and checked in the browser', () => {
  it('has no findings when it has no faults, also with a code that Excel has made a number', () => {
    expect(found(filled())).toEqual([]);
  });

  it.each([
    [
      'a goal that does not exist',
      {
        indikatorer: [['personer', 'hemm', 'Personer', 'personer', 'minska', 2019, 10, 4, 6, '', 'Ett prov']],
      },
      ['bladet indikatorer', 5, 'mal', 'hemm'],
    ],
    [
      'a measure that nobody leads',
      { atgarder: [['1', 'bostad-forst', 'Göra det', '', '', 2020, 2021, '']] },
      ['bladet atgarder', 5, 'leder', ''],
    ],
    [
      'a status that does not exist',
      { lage: [['1', '2021-03-01', 'nästan klar', '', 'Ett prov']] },
      ['bladet lage', 5, 'status', 'nästan klar'],
    ],
    [
      'a deadline before the start',
      { atgarder: [['1', 'bostad-forst', 'Göra det', 'Nämnden', '', 2022, 2021, '']] },
      ['bladet atgarder', 5, 'slut', '2021'],
    ],
    [
      'an outcome without a year',
      { utfall: [['personer', '', 8, 'ja', 'Samma sätt', 'Ett prov']] },
      ['bladet utfall', 5, 'ar', ''],
    ],
    [
      'an indicator to follow that the site does not have',
      {
        indikatorer: [
          ['personer', 'hem', 'Personer', 'personer', 'minska', 2019, 10, 4, 6, '', 'Ett prov', '', 'OJ-99'],
        ],
      },
      ['bladet indikatorer', 5, 'foljs_av', 'OJ-99'],
    ],
  ])('says where: %s', (_name, changes, finding) => {
    expect(found(filled(changes))).toContainEqual(finding);
  });

  it('says what the definition lacks', () => {
    const { ingress: _, ...rest } = DEFINITION;
    expect(found(filled({}, rest)).map(([file, , column]) => [file, column])).toContainEqual([
      'bladet program',
      'ingress',
    ]);
  });

  it('leaves a workbook that is something else alone', () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['kommunkod', 'kommun']]), 'Blad1');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
    expect(checkProgram(definitions, bytes)).toBeNull();
  });
});

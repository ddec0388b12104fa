import { describe, expect, it } from 'vitest';
import { csvWriter } from '../../src/files/csv/index.ts';
import { RELEASE_TABLES } from '../../src/pipeline/diff/tables.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { wholeInventering } from '../ingest/cases/inventering.ts';
import { exampleRounds } from '../ingest/cases/kartlaggningar.ts';
import { wholeProgram } from '../ingest/cases/program.ts';
import {
  ANDEL,
  type Change,
  ENKAT_2018,
  folder,
  OMRADE,
  PUBLICERAT,
  replace,
  write,
} from '../ingest/folder.ts';

/**
 * What is found in a folder that keeps a version, published from it before anything was changed.
 * @param begin what the folder has, beside its areas, when it is published
 */
async function published(version: string, changes: readonly Change[] = [], begin: readonly Change[] = []) {
  const files = folder(...begin);
  const { index, report } = await loadFiles(files);
  if (!index) throw new Error(`the folder has errors: ${JSON.stringify(report.findings)}`);
  const release = { version, datum: '2025-01-01', indata: [...files.keys()].map((fil) => ({ fil })) };
  const kept = [write(`versioner/${version}/release.json`, JSON.stringify(release))];
  for (const file of csvWriter.files(index)) {
    const path = file.path.replace(/^data\//, '');
    if (RELEASE_TABLES.includes(path))
      kept.push(write(`versioner/${version}/${path}`, new TextDecoder().decode(await file.content())));
  }
  return (await loadFiles(folder(...begin, ...kept, ...changes))).report.findings;
}

const register = replace(ANDEL, ';4,5;', ';4,6;');
const answer = [
  replace(ENKAT_2018, 'Håbo;;nej', 'Håbo;;ja'),
  replace(PUBLICERAT, 'U1;2018;40', 'U1;2018;60'),
];

describe('a version that was published', () => {
  it('may be built again from the same values', async () => {
    expect(await published('2026.1')).toEqual([]);
  });

  it('may not change', async () => {
    expect(await published('2026.1', [register])).toMatchObject([
      {
        code: 'version-andrad',
        file: 'publicering.json',
        message: expect.stringContaining('OJ-2 2022 0114 var 4.5 och är nu 4.6'),
      },
    ]);
  });

  it('is never followed by a lower number', async () => {
    expect(await published('2026.10')).toMatchObject([{ code: 'version-sankt', value: '2026.1' }]);
  });
});

describe('a value that has changed since the version before', () => {
  it('needs a correction: of the area for a register', async () => {
    expect(await published('2025.9', [register])).toMatchObject([
      {
        code: 'rattelse-saknas',
        file: OMRADE,
        value: 'OJ-2',
        suggestion: expect.stringContaining('["OJ-2"]'),
      },
    ]);
  });

  it('needs a correction: of the edition for an answer', async () => {
    expect(await published('2025.9', answer)).toMatchObject([
      { code: 'rattelse-saknas', file: OMRADE, value: 'U1', message: expect.stringContaining('U1 2018') },
    ]);
  });

  it('is in order with one', async () => {
    const correction = `"datum": "2026-01-01", "version": "2026.1", "text": "Fel i källan, rättat."`;
    expect(
      await published('2025.9', [
        register,
        replace(OMRADE, '"utgavor"', `"rattelser": [{ ${correction}, "indikatorer": ["OJ-2"] }],\n"utgavor"`),
      ]),
    ).toEqual([]);
    expect(
      await published('2025.9', [
        ...answer,
        replace(OMRADE, '"version": "2018.1",', `"version": "2018.1", "rattelser": [{ ${correction} }],`),
      ]),
    ).toEqual([]);
  });
});

const CORRECTION = '"datum": "2026-01-01", "version": "2026.1", "text": "Fel i källan, rättat."';

/** What is published beside the areas: what is there, one figure of it changed, and the correction that says so. */
const COLLECTED = {
  'a kartläggning': {
    begin: exampleRounds.sound,
    id: 'kartlaggningar/prov',
    change: replace('kartlaggningar/prov/varden.csv', ';T;100;', ';T;101;'),
    said: 'kartlaggningar/prov 2017 0000 personer var 100 och är nu 101',
    file: 'kartlaggningar/prov/kartlaggning.json',
    correction: replace(
      'kartlaggningar/prov/kartlaggning.json',
      '"slug"',
      `"rattelser": [{ ${CORRECTION}, "ar": 2017 }], "slug"`,
    ),
  },
  'an inventory': {
    begin: wholeInventering,
    id: 'inventering/0114',
    change: replace('inventering/prov.csv', ';hotell;T;alla;7;', ';hotell;T;alla;8;'),
    said: 'inventering/0114 2024 0114 hotell var 7 och är nu 8',
    file: 'publicering.json',
    correction: replace(
      'publicering.json',
      '"version"',
      `"rattelser": [{ ${CORRECTION}, "inventering": "0114", "ar": 2024 }], "version"`,
    ),
  },
  'the base year of a programme': {
    begin: wholeProgram,
    id: 'program/prov',
    change: replace('program/prov/indikatorer.csv', ';10;4;6;', ';11;5;6;'),
    said: 'program/prov 2019 0114 personer kvinnor var 4 och är nu 5',
    file: 'program/prov/program.json',
    correction: replace('program/prov/program.json', '"slug"', `"rattelser": [{ ${CORRECTION} }], "slug"`),
  },
} as const;

describe.each(Object.entries(COLLECTED))('%s', (_, { begin, id, change, said, file, correction }) => {
  it('may be built again from the same values', async () => {
    expect(await published('2026.1', [], begin)).toEqual([]);
  });

  it('may not change in a version that was published', async () => {
    expect(await published('2026.1', [change], begin)).toMatchObject([
      { code: 'version-andrad', file: 'publicering.json', message: expect.stringContaining(said) },
    ]);
  });

  it('may not be added to a version that was published without it', async () => {
    const findings = await published('2026.1', begin);
    expect(findings.map((f) => f.code)).toEqual(['version-andrad']);
  });

  it('needs a correction when it has changed, and is in order with one', async () => {
    expect(await published('2025.9', [change], begin)).toMatchObject([
      { code: 'rattelse-saknas', file, value: id, message: expect.stringContaining(said) },
    ]);
    expect(await published('2025.9', [change, correction], begin)).toEqual([]);
  });

  it('is new without a correction', async () => {
    expect(await published('2025.9', begin)).toEqual([]);
  });
});

it('a correction of another round does not explain what has changed', async () => {
  const { begin, change } = COLLECTED['a kartläggning'];
  const other = [
    replace(
      'kartlaggningar/prov/kartlaggning.json',
      '"omgangar":[',
      '"omgangar":[{"ar":2011,"matperiod":null,"jamforbar":"äldre metod"},',
    ),
    replace(
      'kartlaggningar/prov/kartlaggning.json',
      '"slug"',
      `"rattelser": [{ ${CORRECTION}, "ar": 2011 }], "slug"`,
    ),
  ];
  expect((await published('2025.9', [change, ...other], begin)).map((f) => f.code)).toEqual([
    'rattelse-saknas',
  ]);
});

it('a version from before kartläggningar were kept says nothing of them', async () => {
  const drop: Change = (files) => {
    for (const path of [...files.keys()]) if (/^versioner.*kartlaggningar/.test(path)) files.delete(path);
  };
  const { begin, change } = COLLECTED['a kartläggning'];
  expect(await published('2026.1', [drop, change], begin)).toEqual([]);
});

it('measures of a programme go on without a correction, but not in a version that is published', async () => {
  const done = replace('program/prov/atgarder.csv', ';2020;2021', ';2020;2022');
  expect((await published('2026.1', [done], wholeProgram)).map((f) => f.code)).toEqual(['version-andrad']);
  expect(await published('2025.9', [done], wholeProgram)).toEqual([]);
});

it('a published national figure that nobody has answers for needs a correction too', async () => {
  const begin = [write(PUBLICERAT, 'indikator;ar;varde;kalla;not;svar\nOJ-1;2021;90;Påhittad;;\n')];
  const change = replace(PUBLICERAT, ';90;', ';95;');
  expect(await published('2026.1', [change], begin)).toMatchObject([
    { code: 'version-andrad', message: expect.stringContaining('OJ-1 2021 00 publicerad siffra') },
  ]);
  expect(await published('2025.9', [change], begin)).toMatchObject([
    { code: 'rattelse-saknas', file: OMRADE, value: 'OJ-1' },
  ]);
});

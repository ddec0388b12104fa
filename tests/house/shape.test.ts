import { describe, expect, it } from 'vitest';
import { crowdedFunctions, emptyDefaults, read, scripts, sources, tests, uncheckedJson } from './sources.ts';

const lines = (path: string) => read(path).trimEnd().split('\n').length;

it('no file has grown past 300 lines', () => {
  expect([...sources, ...scripts, ...tests].filter((path) => lines(path) > 300)).toEqual([]);
});

/** A concept is a file; a crumb needs a reason. The bound only goes down. */
const AT_MOST_SMALL = 24;

it('few files are crumbs of at most 15 lines', () => {
  const small = sources.filter(
    (path) => path.endsWith('.ts') && !path.startsWith('src/pages/') && lines(path) <= 15,
  );
  expect(small.length, small.join('\n')).toBeLessThanOrEqual(AT_MOST_SMALL);
});

it('no function has more than four positional parameters', () => {
  const found = [...sources, ...scripts].flatMap((path) => crowdedFunctions(path, 4)).sort();
  expect(found).toEqual([]);
});

it('no file names a place of one machine alone', () => {
  const place = /['"`]\/(tmp|home|root|work|Users)\//;
  const found = [...sources, ...scripts, ...tests].filter((path) => place.test(read(path)));
  expect(found).toEqual([]);
});

describe('an empty text in place of what is not there', () => {
  // `must` ends the build with its stack where something has to be there; an empty text would be published. Where
  // something may be absent a branch says so, or a reader of `model/pieces.ts`.
  const ALLOWED: Readonly<Record<string, { readonly times: number; readonly why: string }>> = {
    'src/model/pieces.ts': { times: 6, why: 'the readers of what a text or a row may lack' },
    'src/markup/table.ts': { times: 1, why: 'a cell that not every row of a table has' },
    'src/files/api/values.ts': { times: 1, why: "Kolada's form: the status of a value is an empty text" },
    'src/import/http/body.ts': { times: 1, why: 'a text that a source may leave out or set to null' },
    'src/import/batch.ts': { times: 1, why: 'what belongs to no indicator is sorted first' },
    'src/import/table/raw-sheet.ts': { times: 1, why: 'a row of a sheet ends at its last written cell' },
  };

  it('stands only where the file and the reason are named here', () => {
    const found = sources.flatMap((path) => {
      const times = read(path).match(/(?:\?\?|\|\|) (?:''|""|``)/g)?.length ?? 0;
      return times === 0 ? [] : [[path, times] as const];
    });
    const allowed = Object.entries(ALLOWED).map(([path, { times }]) => [path, times] as const);
    expect(found.toSorted()).toEqual(allowed.toSorted());
  });

  it('is no default of a look-up that is taken apart', () => {
    // A group of a pattern, a part of a split text and an attribute of the page may be absent; a row of data may not.
    const mayLack = /\.(?:exec|match|matchAll|split|entries)\(|\bdataset\b|^match$/;
    const found = sources.flatMap((path) =>
      emptyDefaults(path)
        .filter((from) => !mayLack.test(from))
        .map((from) => `${path}: ${from}`),
    );
    expect(found).toEqual([]);
  });
});

it('JSON is held against a schema, or is unknown: nothing claims what it holds', () => {
  // Its type is every value that JSON can have, and so claims nothing.
  const every = ['src/disclosure/audit/json.ts'];
  const found = [...sources, ...scripts]
    .filter((path) => !every.includes(path))
    .flatMap((path) => uncheckedJson(path).map((hit) => `${path}: ${hit}`));
  expect(found).toEqual([]);
});

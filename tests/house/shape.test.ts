import { expect, it } from 'vitest';
import { crowdedFunctions, read, scripts, sources, tests } from './sources.ts';

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

it('a name or an answer that must be there is never replaced by nothing', () => {
  // `must` ends the build with its stack; an empty string would be published.
  const patched =
    /(?:\)|\])\?\.(?:namn|kortnamn|titel|slug|enhet|bokstav|ord|text) \?\? ''|(?:answers|svar|answerWords\([^)]*\)|answersOf\([^)]*\))\[0\](?:\?\.\w+)? \?\? ''/g;
  const said =
    /^src\/(?:model|statistics|text|markup|charts|content|compare|files|components|layouts|pages)\//;
  const hits = sources
    .filter((path) => said.test(path))
    .flatMap((path) => (read(path).match(patched) ?? []).map((hit) => `${path}: ${hit}`));
  expect(hits).toEqual([]);
});

import { expect, it } from 'vitest';
import { read, roomOf, sources } from './sources.ts';

// A page is kept as long as what was read for it is unchanged (src/model/trace.ts). What is remembered between pages
// must therefore know what it read: `perIndex` does, and nothing else may stand in its place.

/** Rooms whose code runs while a page is made. */
const MAKING = [
  'statistics',
  'text',
  'markup',
  'charts',
  'content',
  'compare',
  'components',
  'layouts',
  'pages',
];
const making = sources.filter((path) => MAKING.includes(roomOf(path)));
const code = [...making, ...sources.filter((path) => roomOf(path) === 'files')];

it('remembers nothing of a catalogue but through perIndex', () => {
  // A map that is remembered is filled by one page and read by another.
  const shared = /perIndex(?:By)?\([^=]*=>\s*new (?:Map|Set|WeakMap)(?:<[^>]*>)?\(\)\s*[,)]/;
  const own = /new WeakMap<CatalogueIndex\b|new WeakMap<Catalogue\b/;
  expect(code.filter((path) => shared.test(read(path)) || own.test(read(path)))).toEqual([]);
  // What a module remembers by itself may hang on plain values alone, and those a trace has.
  const kept = making.filter((path) =>
    /^(?:const|let) \w+ = new (?:Map|Set|WeakMap)(?:<.*>)?\(\)/m.test(read(path)),
  );
  expect(kept).toEqual([
    'src/charts/hex/layout.ts',
    'src/charts/paint.ts',
    'src/compare/map.ts',
    'src/text/numbers.ts',
  ]);
});

it('reads no data when a module is loaded: no page would know', () => {
  const early = /^(?:export )?(?:const|let) [^=]+= (?:await |\(await )/m;
  expect(making.filter((path) => path.endsWith('.ts') && early.test(read(path)))).toEqual([]);
});

it('writes nothing into a bundle that is not in its key: of the environment, pages see only what a build sets', () => {
  const asked = sources.flatMap((path) => [...read(path).matchAll(/import\.meta\.env[.[]\w*/g)]);
  // `PUBLISHED` in src/pipeline/pages/bundle.ts says what it is in a build.
  expect([...new Set(asked.map(([text]) => text))]).toEqual(['import.meta.env.DEV']);
  const config = read('astro.config.mjs');
  expect([...config.matchAll(/process\.env\.(\w+)/g)].map(([, name]) => name).toSorted()).toEqual([
    'OJ_BUNT',
    'OJ_DATA',
    'OJ_SPARAT',
  ]);
  // Of the data it reads one file, and of that the address.
  expect([...config.matchAll(/join\(data, '([^']+)'\)/g)].map(([, name]) => name)).toEqual([
    'publicering.json',
  ]);
  expect(config).toContain('const { webbplats } =');
});

it('gives no two remembered functions the same name', () => {
  const names = sources.flatMap((path) =>
    [...read(path).matchAll(/perIndex(?:By)?\([\s\S]*?\n?(?:^|[,\s])'([a-zåäö-]+)',?\n?\);/gm)].map(
      ([, name]) => name,
    ),
  );
  expect(names.length).toBeGreaterThan(5);
  expect(new Set(names).size).toBe(names.length);
});

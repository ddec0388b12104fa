import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAY_IMPORT } from './rooms.ts';
import { importsOf, read, roomOf, sources } from './sources.ts';

/** What pages, layouts and components may ask of the rooms that make the site: where things are, and what a file is called. */
const ASKED: readonly string[] = [
  // The catalogue, the files and the versions of this build.
  'src/pipeline/rulebook.ts',
  'src/pipeline/site.ts',
  'src/pipeline/files/release.ts',
  'src/pipeline/diff/report.ts',
  // Where a figure's, a feed's or a data set's files are, and how they are cited.
  'src/files/file.ts',
  'src/files/citation.ts',
  'src/files/figures/index.ts',
  'src/files/feeds/entries.ts',
  'src/files/schemaorg/dataset.ts',
  // Tables and examples that the API and the CSV files are written by.
  'src/files/api/examples.ts',
  'src/files/api/tables.ts',
  'src/files/tables/index.ts',
  // Texts with figures in them, which the guide's page and its PDF share.
  'src/files/texts/values.ts',
  'src/files/guide/indicator-facts.ts',
  'src/files/inventering/html.ts',
];

const rooms = [...new Set(sources.map(roomOf))].sort();

describe('the rooms', () => {
  it('are all known', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(rooms.filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it('import only what data has passed before', () => {
    const found = sources.flatMap((path) => {
      const may = new Set([roomOf(path), ...(MAY_IMPORT[roomOf(path)] ?? [])]);
      const wrong = importsOf(path)
        .map(roomOf)
        .filter((to) => !may.has(to));
      return [...new Set(wrong)].map((to) => `${roomOf(path)}: ${basename(path)} → ${to}`);
    });
    expect(found).toEqual([]);
  });

  it('that render ask the making rooms only for what is named here', () => {
    const asks = (path: string) =>
      importsOf(path).filter((to) => ['pipeline', 'files', 'ingest'].includes(roomOf(to)));
    const rendering = sources.filter((path) =>
      // A route whose answer is a file calls the writer of that file.
      /^src\/(?:pages|components|layouts)\/.*\.astro$/.test(path),
    );
    const asked = new Set(rendering.flatMap(asks));
    expect([...asked].filter((to) => !ASKED.includes(to))).toEqual([]);
    expect(ASKED.filter((to) => !asked.has(to))).toEqual([]);
  });

  it('hold no files that import each other in a circle', () => {
    const imports = new Map(sources.map((path) => [path, importsOf(path)]));
    // What a file reaches, itself only when it is on a circle.
    const reached = (start: string) => {
      const seen = new Set<string>();
      const rest = [...(imports.get(start) ?? [])];
      for (let next = rest.pop(); next !== undefined; next = rest.pop())
        if (!seen.has(next)) {
          seen.add(next);
          rest.push(...(imports.get(next) ?? []));
        }
      return seen;
    };
    expect(sources.filter((path) => reached(path).has(path))).toEqual([]);
  });

  it('leave pages alone', () => {
    const wrong = sources.filter((path) => importsOf(path).some((to) => roomOf(to) === 'pages'));
    expect(wrong).toEqual([]);
  });

  it('keep clock, randomness and console in the effects', () => {
    const forbidden = /\b(Date\.now\(|new Date\(\)|Math\.random\(|console\.)/;
    const wrong = sources.filter((path) => path !== 'src/effects-node.ts' && forbidden.test(read(path)));
    expect(wrong).toEqual([]);
  });
});

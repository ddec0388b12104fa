import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { ingest } from '../../src/ingest/index.ts';
import { JSON_FILES, schemaFiles } from '../../src/ingest/json/schemas.ts';
import { READ_PATHS } from '../../src/ingest/layout.ts';
import { columnWord, DESCRIBED_TABLES, ownColumns } from '../../src/ingest/reference/column-words.ts';
import { keysOf } from '../../src/ingest/reference/keys.ts';
import { REFERENCE_BEGIN, REFERENCE_END, referenceMarkdown } from '../../src/ingest/reference/markdown.ts';
import { TABLES } from '../../src/ingest/reference/tables.ts';
import { readDataFolder } from '../../src/ingest/sizes.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { folder } from './folder.ts';

const renewed = process.env.UPDATE_GOLDEN === '1';

it.each([...schemaFiles()])('data/%s is what the code holds files against', (path, text) => {
  const file = `data/${path}`;
  if (renewed) writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

it('data/README.md has every key and column as the code reads them', () => {
  const readme = readFileSync('data/README.md', 'utf8');
  const [begin, end] = [readme.indexOf(REFERENCE_BEGIN), readme.indexOf(REFERENCE_END)];
  const before = begin < 0 ? `${readme.trimEnd()}\n\n` : readme.slice(0, begin);
  const after = end < 0 ? '\n' : readme.slice(end + REFERENCE_END.length);
  const now = before + referenceMarkdown() + after;
  if (renewed) writeFileSync('data/README.md', now);
  expect(readFileSync('data/README.md', 'utf8')).toBe(now);
});

describe('what is said of keys and columns', () => {
  it.each(JSON_FILES.map((f) => [f.path, f] as const))('%s: of every key and no other', (_, {
    schema,
    words,
  }) => {
    const keys = keysOf(schema).map((k) => k.path);
    expect(Object.keys(words).toSorted()).toEqual(keys.toSorted());
    for (const [about] of Object.values(words)) expect(about).toMatch(/\.$/);
  });

  it.each(
    JSON_FILES.map((f) => [f.path, f] as const),
  )('%s: an example of a key is one that its schema takes', (_, { schema, words }) => {
    for (const { path } of keysOf(schema)) {
      const example = words[path]?.[1] ?? '';
      if (example !== '') expect(() => JSON.parse(example), path).not.toThrow();
    }
  });

  it('of every column and no other', () => {
    expect([...DESCRIBED_TABLES].toSorted()).toEqual(TABLES.map((t) => t.path).toSorted());
    for (const { path, columns } of TABLES) {
      const names = columns.map((c) => c.name);
      for (const name of names) expect(columnWord(path, name), `${path} ${name}`).toBeDefined();
      for (const name of ownColumns(path)) expect(names, path).toContain(name);
      for (const { name, rule } of columns) expect(rule, `${path} ${name}`).not.toBe('');
    }
  });
});

describe('the reference has every file that is read', () => {
  const headings = [...referenceMarkdown().matchAll(/^### `(.+)`$/gm)].flatMap(([, path = '']) => path);
  const also = JSON_FILES.flatMap((f) => f.also ?? []);

  it('each kind of file, and no other', () => {
    expect([...headings, ...also].toSorted()).toEqual([...READ_PATHS].toSorted());
    for (const path of also) expect(referenceMarkdown()).toContain(`\`${path}\``);
  });

  it('as many files as are read of the shipped folder', async () => {
    const files = await readDataFolder('data', nodeEffects());
    const patterns = [...headings, ...also].map(
      (path) => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/<[^>]+>/g, '[^/]+')}$`),
    );
    const there = [...files.keys()].filter((path) => patterns.some((p) => p.test(path)));
    expect(there.length).toBeGreaterThan(80);
    expect(ingest(files).counts.files).toBe(there.length);
  });

  it('a schema for each JSON file, where editors look for it', () => {
    const json = READ_PATHS.filter((path) => path.endsWith('.json') && !(also as string[]).includes(path));
    expect(JSON_FILES.map((f) => f.path).toSorted()).toEqual(json.toSorted());
    expect([...schemaFiles().keys()].toSorted()).toEqual(
      readdirSync('data/scheman')
        .map((name) => `scheman/${name}`)
        .toSorted(),
    );
  });
});

it('a file may name its schema, in every JSON file that is an object', async () => {
  const files = new Map(folder());
  const plain = await loadFiles(files);
  for (const [path, bytes] of files) {
    const value: unknown = path.endsWith('.json') ? JSON.parse(new TextDecoder().decode(bytes)) : null;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) continue;
    files.set(path, new TextEncoder().encode(JSON.stringify({ $schema: '../x.schema.json', ...value })));
  }
  expect((await loadFiles(files)).report.findings).toEqual(plain.report.findings);
});

it('the shipped files that are objects name a schema that is there', () => {
  const schemas = new Set([...schemaFiles().keys()].map((p) => p.slice('scheman/'.length)));
  const objects = readdirSync('data', { recursive: true, encoding: 'utf8' }).filter((p) =>
    /^(publicering|omrade|kartlaggning|program|kallor|inventering)\.json$/.test(p.split('/').at(-1) ?? ''),
  );
  expect(objects.length).toBeGreaterThan(10);
  for (const path of objects) {
    const { $schema = '' } = JSON.parse(readFileSync(`data/${path}`, 'utf8'));
    expect($schema, path).toBe(
      `${'../'.repeat(path.split('/').length - 1) || './'}scheman/${schemas.has($schema.split('/').at(-1) ?? '') ? $schema.split('/').at(-1) : '?'}`,
    );
  }
});

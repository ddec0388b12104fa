import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which rooms a room may import from (DESIGN §3). `effects` is only a type. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  ingest: ['model'],
  statistics: ['model'],
  text: ['model'],
  disclosure: ['model', 'statistics'],
  checks: ['model', 'statistics'],
  charts: ['model', 'statistics', 'text'],
  files: ['model', 'statistics', 'text', 'charts', 'disclosure', 'checks'],
  serving: [],
};

const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((e) => e.isFile() && /\.(ts|astro)$/.test(e.name))
  .map((e) => join(e.parentPath, e.name));

const roomOf = (path: string) => relative('src', path).split(/[\\/]/)[0] ?? '';

function imports(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?:from|import)\s+'(\.[^']+)'/g)].map((m) => join(dirname(path), m[1] ?? ''));
}

describe('the house', () => {
  it('has something in it', () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  it.each(Object.keys(ALLOWED))('%s imports only what DESIGN §3 lets it', (room) => {
    const allowed = new Set([room, ...(ALLOWED[room] ?? [])]);
    const wrong = sources
      .filter((path) => roomOf(path) === room)
      .flatMap((path) => imports(path).map((to) => [path, to] as const))
      .filter(([, to]) => !allowed.has(roomOf(to)));
    expect(wrong).toEqual([]);
  });

  it('nothing imports pages', () => {
    const wrong = sources.flatMap((path) => imports(path).filter((to) => roomOf(to) === 'pages'));
    expect(wrong).toEqual([]);
  });

  it('no clock, randomness or console outside the effects', () => {
    const forbidden = /\b(Date\.now\(|new Date\(\)|Math\.random\(|console\.)/;
    const wrong = sources.filter(
      (path) => path !== join('src', 'effects-node.ts') && forbidden.test(readFileSync(path, 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  it('no file has grown past 300 lines', () => {
    expect(sources.filter((path) => readFileSync(path, 'utf8').split('\n').length > 300)).toEqual([]);
  });
});

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAY_IMPORT } from './rooms.ts';
import { read } from './sources.ts';

const DOCS = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'data/README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).flatMap((name) =>
    name.endsWith('.md') ? [join('docs', name)] : [],
  ),
];

/** Folders and files whose names begin a path of this repository. */
const TOP = /^(?:src|scripts|tests|docs|data|deploy|public|\.github)\//;

describe('the documents', () => {
  it('name only paths that are there', () => {
    const gone = DOCS.flatMap((doc) => {
      const text = read(doc);
      const named = [...text.matchAll(/`([^`\s]+)`/g)].flatMap(([, path = '']) =>
        // A pattern, or a place that a reader's own file will have, is no path.
        TOP.test(path) && !/[<>*{}…]/.test(path) ? [path.replace(/[:#].*$/, '')] : [],
      );
      const linked = [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].flatMap(([, to = '']) =>
        /^[a-z]+:|^\//.test(to) ? [] : [join(dirname(doc), to)],
      );
      return [...named, ...linked].filter((path) => !existsSync(path)).map((path) => `${doc}: ${path}`);
    });
    expect(gone).toEqual([]);
  });

  it('name commands that npm has', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const asked = DOCS.flatMap((doc) =>
      [...read(doc).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => ({ doc, name })),
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter(({ name }) => !(name in scripts))).toEqual([]);
  });
});

describe('the table of rooms in docs/architecture.md', () => {
  const rows = [...read('docs/architecture.md').matchAll(/^\| (`[^|]+`) \|[^|]*\|[^|]*\| ([^|]*) \|$/gm)];
  const table = new Map(
    rows.flatMap(([, names = '', may = '']) =>
      [...names.matchAll(/`([\w-]+)`/g)].map(([, room = '']) => [room, may] as const),
    ),
  );

  it('has every room', () => {
    const rooms = Object.keys(MAY_IMPORT).filter((room) => room !== '');
    expect([...table.keys()].toSorted()).toEqual(rooms.toSorted());
  });

  it('says what each may import as the test of the rooms does', () => {
    for (const [room, may] of table) {
      const said = may === 'nothing' ? [] : may.split(', ');
      const held = (MAY_IMPORT[room] ?? []).map((to) => (to === '' ? '`src/`' : to));
      expect(said.toSorted(), room).toEqual(held.toSorted());
    }
  });
});

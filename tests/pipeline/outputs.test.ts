import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPTIONS, type OptionName } from '../../scripts/command.ts';
import { nodeEffects } from '../../src/effects-node.ts';

// Every place that any command writes to goes through one rule (src/pipeline/output). Found here: a command that does
// not start like the others, a module that writes files on its own, an option for a place that nobody has tried.

const read = (path: string) => readFileSync(path, 'utf8');
const files = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs|astro)$/.test(name))
    .map((name) => join(folder, name).split(sep).join('/'))
    .sort();

/** What only other commands call, and what `npm test` itself is made of: they take no place from anybody. */
const PARTS = ['command.ts', 'port.ts', 'test.ts', 'coverage.ts', 'ensure.mjs'];

it('every command runs as one: from the project, mended first, ended by a sentence', () => {
  const scripts = readdirSync('scripts').filter((name) => name.includes('.') && !PARTS.includes(name));
  expect(scripts).toContain('build.ts');
  expect(scripts.filter((name) => !/^await command\(/m.test(read(join('scripts', name))))).toEqual([]);
});

/** Modules that may change the disk themselves, and where: the rule itself, or places that nobody names. */
const WRITERS: Readonly<Record<string, string>> = {
  'src/effects-node.ts': 'files that a caller has a claim on',
  'src/pipeline/output/': 'the rule',
  'src/pipeline/pages/bundle.ts': 'the work folder of the build, and the site that is made in it',
  'src/pipeline/pages/folder.ts': 'the site that is made in the work folder of the build',
  'src/pipeline/pages/program.ts': 'the same',
  'src/pipeline/replaced.ts': 'its own folder in a claimed cache',
  'src/pipeline/standing.ts': 'the site that is made in the work folder of the build',
  'src/pipeline/copy/copy.ts': 'a work folder in .cache',
  'src/pipeline/copy/zipped.ts': 'beside a place, after the rule',
  'src/pipeline/files/store.ts': 'a claimed cache',
  'src/import/http/cache.ts': 'a claimed cache',
  'src/import/stage.ts': 'the data folder, all or nothing',
  'src/desk/release.ts': 'a temporary folder',
  'src/desk/undo.ts': 'what a release has made, after the rule for strangers',
  'src/desk/imports.ts': 'a temporary folder',
  'src/desk/preview.ts': 'a temporary folder',
  'scripts/ensure.mjs': 'a mark in node_modules',
  'scripts/test.ts': '.cache',
  'scripts/bench/': '.cache/bench-bygge, -data and -andra',
  'scripts/own-data.ts': '.cache/own-data',
  'scripts/faults': 'a temporary folder',
};
const WRITES =
  /\b(appendFile|copyFile|cp|createWriteStream|link|mkdir|mkdtemp|open|rename|rm|rmdir|symlink|truncate|unlink|utimes|writeFile)(Sync)?\b/;

it('only modules that are known to write import what writes', () => {
  const found = [...files('scripts'), ...files('src')].filter((path) =>
    [...read(path).matchAll(/import (\{[^}]*\}|\S+) from '(?:node:)?fs(?:\/promises)?'/g)].some(
      ([, names = '']) =>
        // A whole module under one name could do anything.
        names.startsWith('{') ? WRITES.test(names.replace(/\btype \w+/g, '')) : true,
    ),
  );
  const known = Object.keys(WRITERS);
  // The server opens files to read them.
  const others = found.filter(
    (path) => path !== 'src/serving/server.ts' && !known.some((k) => path.startsWith(k)),
  );
  expect(others).toEqual([]);
  expect(known.filter((k) => !found.some((path) => path.startsWith(k)))).toEqual([]);
});

let home: string;
const at = (...parts: string[]) => join(home, ...parts);
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'oj ut å '));
  cpSync('tests/fixtures/litet', at('data'), { recursive: true });
  mkdirSync(at('annans'));
  writeFileSync(at('annans/min-sida.html'), 'mitt');
  writeFileSync(at('annans.txt'), 'mitt');
  symlinkSync('annans.txt', at('lank.txt'));
  const places = read('tests/fixtures/litet/referens/kommuner.csv').split('\n').slice(1, 8);
  const rows = places.map((line, i) => `${line.split(';').slice(0, 2).join(';')};${i}`);
  writeFileSync(at('tabell.csv'), `Kommunkod;Kommun;Antal\n${rows.join('\n')}\n`);
});
afterAll(() => rmSync(home, { recursive: true }));

/** Where nothing may be written. */
const PLACES = {
  folder: ['data', 'data/ut', '.', 'annans', 'annans.txt'],
  // A folder that new ones are made in, beside whatever lies there.
  releases: ['data', 'data/ut', 'annans.txt'],
  file: ['data/rapport.txt', 'annans', 'annans.txt', 'lank.txt'],
} as const;

/** Every command with a place that it writes to, as far as it must be filled in for the place to be looked at. */
const CASES: readonly (readonly [
  command: string,
  option: OptionName,
  kind: keyof typeof PLACES,
  args: string[],
])[] = [
  ['build', 'out', 'folder', []],
  ['build', 'cache', 'folder', []],
  ['release', 'out', 'releases', ['--publicera']],
  ['release', 'cache', 'folder', ['--publicera']],
  ['deploy', 'out', 'folder', ['--webbplats', 'annans']],
  ['deploy', 'out', 'file', ['--webbplats', 'annans', '--form', 'zip']],
  ['desk', 'out', 'releases', ['--port', '0']],
  ['validate', 'out', 'file', []],
  ['diff', 'csv', 'file', []],
  ['import', 'cache', 'folder', ['kolada', '--kpi', 'U30428', '--years', '2016', '--offline']],
  ['import', 'mapping', 'file', ['csv', 'tabell.csv', '--kalla', 'x', '--ar', '2024']],
];

it('every option for a place that is written to is tried', () => {
  const written = Object.entries(OPTIONS).flatMap(([name, kind]) => (kind === 'written' ? [name] : []));
  const used = files('scripts').flatMap((path) => {
    const [command = ''] = relative('scripts', path).split(/[./\\]/);
    const names = [...read(path).matchAll(/(?:parsed|options|sourceOptions)\([^;]*?\[([^\]]*)\]/g)].flatMap(
      ([, list = '']) => [...list.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name),
    );
    return command === 'command'
      ? []
      : names.filter((n) => written.includes(n)).map((n) => `${command} --${n}`);
  });
  expect([...new Set(used)].sort()).toEqual(
    [...new Set(CASES.map(([command, option]) => `${command} --${option}`))].sort(),
  );
});

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

function run(command: string, args: readonly string[]): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(process.cwd(), `scripts/${command}.ts`), ...args], {
      cwd: home,
      timeout: 50_000,
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.stderr.on('data', (part) => {
      err += part;
    });
    child.on('close', (code) => done({ code, out, err }));
  });
}

describe.each(CASES)('npm run %s -- --%s', (command, option, kind, args) => {
  it('refuses what is not its own, says so, and has touched nothing', async () => {
    const before = await nodeEffects().readTree(home);
    const data = command === 'diff' ? ['data', 'data'] : ['--data', 'data'];
    for (const place of PLACES[kind]) {
      const { code, out, err } = await run(command, [...args, ...data, `--${option}`, place]);
      expect([place, code, err]).toEqual([place, expect.toBeOneOf([1, 2]), expect.stringMatching(/\.\n$/)]);
      // Before any work is done and reported.
      expect([place, out]).toEqual([place, '']);
      // It is the place that it complains of, not what else the command was given.
      expect(err).toContain(basename(at(place)));
      expect(err).not.toMatch(/^ {4}at /m);
    }
    expect(await nodeEffects().readTree(home)).toEqual(before);
  });
});

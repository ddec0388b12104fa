import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeEffects } from '../src/effects-node.ts';
import { sha256 } from '../src/files/common/bytes.ts';
import { mendSite } from '../src/pipeline/output/claim.ts';
import { MARKER, markerText } from '../src/pipeline/output/target.ts';
import { command, options, PROJECT } from './command.ts';

// Injects faults into builds and swaps and looks what is left: `npm run faults [-- --bygge N] [--skriv docs/…]`. Needs
// nothing but the small site; a disk of its own is mounted where that is allowed. Takes some minutes.

/** Of one kind of fault: how many, how many left no whole site, how many left anything behind, why any was not tried. */
type Row = {
  readonly name: string;
  cases: number;
  lost: number;
  litter: number;
  unclear: number;
  note: string;
};

const FILES = 6;
const VERSIONS = ['gammal', 'ny'] as const;

/** A small finished site whose every file says which version it is. */
function makeSite(folder: string, version: string): string {
  const paths = Array.from({ length: FILES }, (_, i) =>
    i % 3 === 0 ? `assets/${version}-${i}.css` : `sida${i}/index.html`,
  );
  const sums = paths.map((path) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${version} ${path}`);
    return `${sha256(new TextEncoder().encode(`${version} ${path}`))}  ${path}\n`;
  });
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
  writeFileSync(join(folder, MARKER), markerText('webbplats'));
  return folder;
}

/** True when every file of `SHA256SUMS` is there as it says, and nothing else is. */
function isWhole(folder: string): boolean {
  const sums = join(folder, 'SHA256SUMS');
  if (!existsSync(sums)) return false;
  const lines = readFileSync(sums, 'utf8').trimEnd().split('\n');
  const listed = new Set(['SHA256SUMS', MARKER, ...lines.map((line) => line.slice(66))]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => !e.isDirectory())
    .map((e) => join(e.parentPath, e.name).slice(folder.length + 1));
  return (
    files.every((path) => listed.has(path)) &&
    lines.every((line) => {
      const path = join(folder, line.slice(66));
      return existsSync(path) && sha256(readFileSync(path)) === line.slice(0, 64);
    })
  );
}

const leftBeside = (home: string) =>
  readdirSync(home).filter((name) => name.startsWith('.oppna-jamforelser'));

type Place = { readonly home: string; readonly out: string; readonly steps: 'one' | 'two' };

/** Every change that a swap makes on disk fails once, in every way; after each the next command is run. */
async function swaps(name: string, { home, out, steps }: Place): Promise<readonly Row[]> {
  const effects = { ...nodeEffects(), log: () => undefined };
  const rows: Row[] = [];
  const [old, next] = VERSIONS.map((version) => makeSite(join(home, version), version));
  const fill = () => {
    for (const entry of existsSync(out) ? readdirSync(out) : [])
      rmSync(join(out, entry), { recursive: true });
    for (const entry of leftBeside(dirname(out))) rmSync(join(dirname(out), entry), { recursive: true });
    cpSync(old ?? '', out, { recursive: true });
  };
  const publish = (env: Readonly<Record<string, string>>) =>
    spawnSync(
      process.execPath,
      [
        '--import',
        join(PROJECT, 'scripts/faults/fault-at.mjs'),
        join(PROJECT, 'scripts/faults/publish.ts'),
        next ?? '',
        out,
        steps,
      ],
      { encoding: 'utf8', env: { ...process.env, ...env } },
    );
  for (const kind of ['kill', 'half', 'ENOSPC', 'EACCES']) {
    const row: Row = { name: `${name}, ${kind}`, cases: 0, lost: 0, litter: 0, unclear: 0, note: '' };
    for (let at = 1; ; at += 1) {
      fill();
      const { status, signal, stderr } = publish({ FAULT_AT: String(at), FAULT_KIND: kind });
      if (status === 0 && Number(/changes=(\d+)/.exec(stderr)?.[1]) < at) break;
      row.cases += 1;
      if (signal === null && status !== 0 && stderr.includes('    at ')) row.unclear += 1;
      // The next command of any kind puts right what is left.
      await mendSite(out, effects);
      if (!isWhole(out)) row.lost += 1;
      if (leftBeside(dirname(out)).length + leftBeside(out).filter((n) => n !== MARKER).length > 0)
        row.litter += 1;
    }
    for (const entry of readdirSync(home))
      if (entry.startsWith('byggt-')) rmSync(join(home, entry), { recursive: true });
    rows.push(row);
  }
  return rows;
}

/** The same, but after each fault nothing is run: what readers meet meanwhile. */
function meanwhile(name: string, { home, out, steps }: Place): Row {
  const [old, next] = VERSIONS.map((version) => makeSite(join(home, version), version));
  const row: Row = {
    name,
    cases: 0,
    lost: 0,
    litter: 0,
    unclear: 0,
    note: 'utan att något kommando har körts efteråt',
  };
  for (let at = 1; at < 200; at += 1) {
    rmSync(out, { recursive: true, force: true });
    for (const entry of leftBeside(dirname(out))) rmSync(join(dirname(out), entry), { recursive: true });
    cpSync(old ?? '', out, { recursive: true });
    const { stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        join(PROJECT, 'scripts/faults/fault-at.mjs'),
        join(PROJECT, 'scripts/faults/publish.ts'),
        next ?? '',
        out,
        steps,
      ],
      { encoding: 'utf8', env: { ...process.env, FAULT_AT: String(at), FAULT_KIND: 'kill' } },
    );
    if (/changes=\d+/.test(stderr)) break;
    row.cases += 1;
    if (!isWhole(out)) row.lost += 1;
  }
  return row;
}

const build = (data: string, out: string, cache: string) => [
  join(PROJECT, 'scripts/build.ts'),
  ...['--data', data, '--out', out, '--cache', cache],
];

/** Whole builds of the small site, killed after a while; then bad data, which must leave what stands. */
async function builds(home: string, count: number): Promise<readonly Row[]> {
  const data = join(home, 'data');
  const [out, cache] = [join(home, 'dist'), join(home, 'cache')];
  cpSync(join(PROJECT, 'tests/fixtures/litet'), data, { recursive: true });
  const first = spawnSync(process.execPath, build(data, out, cache), { encoding: 'utf8' });
  if (first.status !== 0) throw new Error(first.stdout + first.stderr);
  const started = performance.now();
  spawnSync(process.execPath, build(data, out, cache));
  const whole = performance.now() - started;
  const row: Row = {
    name: 'Hela bygget, dödat efter en tid',
    cases: 0,
    lost: 0,
    litter: 0,
    unclear: 0,
    note: '',
  };
  const bad: Row = { name: 'Därefter indata med fel', cases: 0, lost: 0, litter: 0, unclear: 0, note: '' };
  for (let i = 0; i < count; i += 1) {
    const file = join(data, 'publicering.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"titel": "[^"]*"/, `"titel": "Prov ${i}"`));
    const child = spawn(process.execPath, build(data, out, cache), { stdio: 'ignore', detached: true });
    const ended = new Promise((done) => child.once('exit', done));
    await new Promise((done) => setTimeout(done, (whole * 1.4 * (i + 1)) / count));
    // The whole group: what the build has started too.
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
    row.cases += 1;
    if (!isWhole(out)) row.lost += 1;
    const wrong = join(home, 'fel');
    cpSync(data, wrong, { recursive: true });
    writeFileSync(join(wrong, 'publicering.json'), '{');
    const { status } = spawnSync(process.execPath, build(wrong, out, cache));
    bad.cases += 1;
    if (status !== 1 || !isWhole(out)) bad.lost += 1;
  }
  const last = spawnSync(process.execPath, build(data, out, cache), { encoding: 'utf8' });
  if (last.status !== 0 || leftBeside(home).length > 0 || readdirSync(cache).some((n) => /\.\d+$/.test(n)))
    row.litter += 1;
  return [row, bad];
}

/** A disk that is full, and one that can only be read, when we may mount. */
function disks(home: string): readonly Row[] {
  const rows: Row[] = [
    { name: 'Full disk under bygget', cases: 0, lost: 0, litter: 0, unclear: 0, note: '' },
    { name: 'Disk som bara går att läsa', cases: 0, lost: 0, litter: 0, unclear: 0, note: '' },
  ];
  const disk = join(home, 'disk');
  mkdirSync(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]).status !== 0) {
    for (const row of rows) row.note = 'hoppas över: kräver rätt att montera en disk';
    return rows;
  }
  try {
    for (const [i, row] of rows.entries()) {
      const out = join(disk, 'dist');
      makeSite(out, 'gammal');
      if (i === 1) spawnSync('mount', ['-o', 'remount,ro', disk]);
      const { status, stderr } = spawnSync(
        process.execPath,
        build(join(PROJECT, 'tests/fixtures/litet'), out, join(home, 'cache-disk')),
        { encoding: 'utf8' },
      );
      row.cases += 1;
      if (status === 0 || !isWhole(out)) row.lost += 1;
      if (stderr.includes('    at ') || !/ENOSPC|EROFS|EACCES/.test(stderr)) row.unclear += 1;
    }
  } finally {
    spawnSync('umount', [disk]);
  }
  return rows;
}

function table(rows: readonly Row[]): string {
  const head =
    '| fel | fall | förlorad eller trasig webbplats | rester kvar | utan begriplig mening | |\n|---|--:|--:|--:|--:|---|';
  const lines = rows.map(
    (r) => `| ${r.name} | ${r.cases} | ${r.lost} | ${r.litter} | ${r.unclear} | ${r.note} |`,
  );
  const sum = (key: 'cases' | 'lost' | 'litter' | 'unclear') => rows.reduce((total, r) => total + r[key], 0);
  return [
    head,
    ...lines,
    `| **Summa** | ${sum('cases')} | ${sum('lost')} | ${sum('litter')} | ${sum('unclear')} | |`,
  ].join('\n');
}

await command(async () => {
  const { bygge = '10' } = options('faults', ['bygge']);
  const { log } = nodeEffects();
  const home = mkdtempSync(join(tmpdir(), 'oj-fel-'));
  const at = (name: string) => {
    mkdirSync(join(home, name), { recursive: true });
    return join(home, name);
  };
  const rows: Row[] = [];
  const show = (...more: readonly Row[]) => {
    rows.push(...more);
    for (const r of more) log(`${r.name}: ${r.cases} fall, ${r.lost} förlorade ${r.note}`);
  };
  try {
    show(
      ...(await swaps('Byte i ett steg', {
        home: at('ett'),
        out: join(at('ett/plats'), 'dist'),
        steps: 'one',
      })),
    );
    show(
      ...(await swaps('Byte i två steg', {
        home: at('tva'),
        out: join(at('tva/plats'), 'dist'),
        steps: 'two',
      })),
    );
    show(
      meanwhile('Byte i ett steg, sett av läsare', {
        home: at('lasare'),
        out: join(at('lasare/plats'), 'dist'),
        steps: 'one',
      }),
    );
    const volume = at('volym/plats/dist');
    if (spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', volume]).status === 0) {
      try {
        show(...(await swaps('Byte inne i en volym', { home: at('volym'), out: volume, steps: 'one' })));
      } finally {
        spawnSync('umount', [volume]);
      }
    } else
      show({
        name: 'Byte inne i en volym',
        cases: 0,
        lost: 0,
        litter: 0,
        unclear: 0,
        note: 'hoppas över: kräver rätt att montera en disk',
      });
    show(...disks(at('diskar')));
    show(...(await builds(at('byggen'), Number(bygge))));
  } finally {
    chmodSync(home, 0o755);
    rmSync(home, { recursive: true, force: true });
  }
  log(`\n${table(rows)}`);
  return rows.some((r) => r.lost + r.litter + r.unclear > 0) ? 1 : 0;
});

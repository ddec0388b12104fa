import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../command.ts';
import { isWhole, leftBeside, makeSite, type Row, rowOf } from './site.ts';

const build = (data: string, out: string, cache: string) => [
  join(PROJECT, 'scripts/build.ts'),
  ...['--data', data, '--out', out, '--cache', cache],
];

/** Whole builds of the small site, killed after a while; then bad data, which must leave what stands. */
export async function builds(home: string, count: number): Promise<readonly Row[]> {
  const data = join(home, 'data');
  const [out, cache] = [join(home, 'dist'), join(home, 'cache')];
  cpSync(join(PROJECT, 'tests/fixtures/litet'), data, { recursive: true });
  const started = performance.now();
  const first = spawnSync(process.execPath, build(data, out, cache), { encoding: 'utf8' });
  if (first.status !== 0) throw new Error(first.stdout + first.stderr);
  const whole = performance.now() - started;
  const row: Row = rowOf('Hela bygget, dödat efter en tid');
  const bad: Row = rowOf('Därefter indata med fel');
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
export function disks(home: string): readonly Row[] {
  const rows: Row[] = [rowOf('Full disk under bygget'), rowOf('Disk som bara går att läsa')];
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

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawsLive, stageLine } from '../../src/effects-node.ts';

it.each([
  [{ done: 12, all: null, ms: 9000 }, 'Filer: 12'],
  [{ done: 0, all: 40, ms: 0 }, 'Filer: 0 av 40'],
  // Too early to say.
  [{ done: 1, all: 40, ms: 900 }, 'Filer: 1 av 40'],
  [{ done: 10, all: 40, ms: 2000 }, 'Filer: 10 av 40, omkring 6 s kvar'],
  [{ done: 40, all: 40, ms: 8000 }, 'Filer: 40 av 40, omkring 0 s kvar'],
])('a live line says what, how much of how much, and how long it may take: %j', (state, line) => {
  expect(stageLine('Filer', state)).toBe(line);
});

it('live lines are drawn where there is a terminal with rows to draw in, and nowhere else', () => {
  expect(drawsLive({ isTTY: true, rows: 40 })).toBe(true);
  // Its size is not known: it has one all the same.
  expect(drawsLive({ isTTY: true })).toBe(true);
  expect(drawsLive({ isTTY: true, rows: 0 })).toBe(false);
  expect(drawsLive({ rows: 40 })).toBe(false);
});

it.each([
  ['--tyst'],
  ['--quiet'],
])('a build with %s still says what is wrong with the data, and no more', (flag) => {
  const home = mkdtempSync(join(tmpdir(), 'oj-tyst-'));
  try {
    writeFileSync(join(home, 'publicering.json'), '{}');
    const args = ['--data', home, '--out', join(home, '../oj-tyst-ut'), flag];
    const { stdout, status } = spawnSync(process.execPath, ['scripts/build.ts', ...args], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout).toContain('publicering.json');
    // No live lines where nobody watches, and no escape codes.
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('Sidor:');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}, 60_000);

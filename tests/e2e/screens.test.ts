import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from './browser.ts';

// What a reader sees of the small site's figures, against what it was when somebody last looked. The header and the
// pages of other rooms are left out, so that only a change of these pictures changes them. `UPDATE_GOLDEN=1` renews.
const GOLDEN = 'tests/golden/screens';

/** Share of the pixels that may differ: less than a letter's worth on these sizes. */
const TOLERANCE = 0.002;
/** The first screens are enough; the goldens stay small. */
const TALLEST = 1400;

const SCREENS = [
  { name: 'indikator', path: 'indikatorer/trangboddhet/', width: 1000, look: 'light' },
  { name: 'indikator-dark', path: 'indikatorer/aktuell-overgripande-plan/', width: 1000, look: 'dark' },
  { name: 'indikator-360', path: 'indikatorer/trangboddhet/', width: 360, look: 'light' },
  { name: 'indikator-print', path: 'indikatorer/aktuell-overgripande-plan/', width: 700, look: 'print' },
  { name: 'ram', path: 'inbaddat/aktuell-overgripande-plan/grupper/', width: 640, look: 'light' },
] as const;

let out: string;
let served: Served;
beforeAll(async () => {
  out = join(mkdtempSync(join(tmpdir(), 'oj-skarm-')), 'dist');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/build.ts', '--data', 'tests/fixtures/litet', '--out', out],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stdout + stderr);
  served = await serve(out);
});
afterAll(async () => {
  await served.close();
  rmSync(dirname(out), { recursive: true, force: true });
});

it.each(SCREENS)('$name looks as agreed', async ({ name, path, width, look }) => {
  const page = await served.browser.newPage({
    viewport: { width, height: TALLEST },
    colorScheme: look === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  if (look === 'print') await page.emulateMedia({ media: 'print' });
  await page.goto(served.address + path, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => true));
  const box = await page.locator('main').boundingBox();
  if (!box) throw new Error('no main');
  // The header above may grow a line; what is looked at is as tall as before.
  await page.setViewportSize({ width, height: Math.ceil(box.y) + TALLEST });
  const height = Math.floor(Math.min(box.height, TALLEST));
  const clip = { x: 0, y: Math.ceil(box.y), width, height };
  const shot = await page.screenshot({ clip });
  await page.close();
  const file = join(GOLDEN, `${name}.png`);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(file, shot);
  }
  expect(existsSync(file)).toBe(true);
  const [now, agreed] = [PNG.sync.read(shot), PNG.sync.read(readFileSync(file))];
  expect([now.width, now.height]).toEqual([agreed.width, agreed.height]);
  const differing = pixelmatch(now.data, agreed.data, undefined, now.width, now.height, { threshold: 0.1 });
  expect(differing / (now.width * now.height)).toBeLessThanOrEqual(TOLERANCE);
});

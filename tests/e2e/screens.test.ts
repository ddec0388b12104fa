import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from './browser.ts';
import { type Windows, windows } from './windows.ts';

// What a reader sees of the small site, against what it was when somebody last looked: figures closely, and the first
// screen of a page of every kind. `UPDATE_GOLDEN=1` renews.
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

/** Compares a picture with what it was; renews it when that is asked for. */
function looksAs(file: string, shot: Buffer, tolerance: number): void {
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, shot);
  }
  expect(existsSync(file)).toBe(true);
  const [now, agreed] = [PNG.sync.read(shot), PNG.sync.read(readFileSync(file))];
  expect([now.width, now.height]).toEqual([agreed.width, agreed.height]);
  const differing = pixelmatch(now.data, agreed.data, undefined, now.width, now.height, { threshold: 0.1 });
  expect(differing / (now.width * now.height)).toBeLessThanOrEqual(tolerance);
}

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

/** A page of every kind, as a phone, a tablet, a laptop, a dark screen and paper show its first screen. */
const PAGES = {
  start: '',
  omrade: 'omraden/hemloshet/',
  indikator: 'indikatorer/aktuell-overgripande-plan/',
  kommun: 'kommuner/karlskrona/',
  kommunomrade: 'kommuner/karlskrona/hemloshet/',
  arbetsblad: 'kommuner/karlskrona/hemloshet/arbetsblad/',
  fraga: 'kommuner/gotland/fraga/plan/',
  kommuner: 'kommuner/',
  lan: 'lan/blekinge-lan/',
  riket: 'riket/',
  fardig: 'jamfor/lan/blekinge-lan/',
  jamfor: 'jamfor/?k=1080,1082,0980',
  program: 'program/exempel-2023-2030/',
  inventering: 'inventering/exempel/',
  verktyg: 'inventering/verktyg/',
  data: 'data/',
  kallor: 'kallor/',
  guide: 'anvandarguide/',
  sok: 'sok/',
} as const;

const LOOKS = [
  { look: '360', width: 360, scheme: 'light', media: 'screen' },
  { look: '768', width: 768, scheme: 'light', media: 'screen' },
  { look: '1280', width: 1280, scheme: 'light', media: 'screen' },
  { look: 'dark', width: 1280, scheme: 'dark', media: 'screen' },
  { look: 'print', width: 700, scheme: 'light', media: 'print' },
] as const;

/** What a script has still to draw: a comparison, the lists of a search, a map that can be pointed at. */
const ASLEEP = '[data-jamfor][hidden], .a-o:not(.klar), svg.hexmap:has(a):not(:has(.over))';

/** Half as large as they are seen, so that ninety pictures are small; a line of text more is found all the same. */
const SCALE = 0.5;
const SCREEN = 1000;
/** Letters at half their size are drawn with more shades: less than a line of text may differ. */
const LOOSER = 0.006;

describe.each(LOOKS)('$look', ({ look, width, scheme, media }) => {
  let seen: Windows;
  beforeAll(() => {
    seen = windows(served, {
      viewport: { width, height: SCREEN },
      deviceScaleFactor: SCALE,
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
  });

  it.each(Object.entries(PAGES))('%s looks as agreed', async (name, path) => {
    const shot = await seen.use(async (page) => {
      await page.emulateMedia({ media });
      await page.goto(served.address + path, { waitUntil: 'load' });
      await page.waitForFunction((asleep) => document.querySelector(asleep) === null, ASLEEP);
      await page.evaluate(() => document.fonts.ready.then(() => true));
      return page.screenshot();
    });
    looksAs(join(GOLDEN, 'sidor', `${name}-${look}.png`), shot, LOOSER);
  });
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
  looksAs(join(GOLDEN, `${name}.png`), shot, TOLERANCE);
});

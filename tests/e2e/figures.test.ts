import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SEED, sample } from '../site/random.ts';
import { type Served, serve } from './browser.ts';
import { figureFaults } from './figure-text.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const SITE = process.env.OJ_SITE ?? 'dist';

const pagesIn = (folder: string): readonly string[] =>
  existsSync(join(SITE, folder))
    ? readdirSync(join(SITE, folder), { withFileTypes: true })
        .filter((e) => e.isDirectory())
        .map((e) => `${folder}${e.name}/`)
    : [];

/** Every picture of every indicator and kartläggning in its newest year, riket's, all län's, and some kommuner's own. */
const PAGES = [
  '',
  'riket/',
  'kartlaggningar/',
  ...pagesIn('kartlaggningar/'),
  ...pagesIn('indikatorer/'),
  ...pagesIn('lan/'),
  ...pagesIn('kommuner/').filter((_, i) => i % 40 === 0),
];

it('no words in a figure meet others, a point, a line or the edge, and none are under 12 px, on a phone or a screen', async () => {
  const page = await served.browser.newPage();
  const faults: string[] = [];
  let texts = 0;
  for (const path of PAGES) {
    // Opened once: what is drawn follows the width of the window, by styles alone.
    await page.goto(served.address + path, { waitUntil: 'load' });
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => innerWidth)).toBe(width);
      faults.push(...(await page.evaluate(figureFaults)).map((f) => `${path} at ${width} px: ${f}`));
    }
    texts += await page.locator('svg.chart text').count();
  }
  expect(faults).toEqual([]);
  expect(texts).toBeGreaterThan(PAGES.length);
  await page.close();
}, 300_000);

/** Pictures to take home: one of each kind, and some others by chance. */
const DOWNLOADS = readdirSync(SITE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^data\/figurer\/.*\.svg$/.test(file))
  .sort();
const kindOf = (file: string) => file.split('/').at(-1)?.split('-')[0];
const TAKEN = [...new Map(DOWNLOADS.map((file) => [kindOf(file), file])).values(), ...sample(DOWNLOADS, 30)];

const ASSETS = join(SITE, 'assets');
const OURS = existsSync(ASSETS)
  ? readFileSync(
      join(ASSETS, readdirSync(ASSETS).find((f) => /latin-wght-normal\..*woff2$/.test(f)) ?? ''),
    ).toString('base64')
  : '';

it(`a picture to take home keeps the same rules, and its numbers are as wide in any letters (OJ_FRO=${SEED})`, async () => {
  const page = await served.browser.newPage({ viewport: { width: 720, height: 900 } });
  const faults: string[] = [];
  const letters = `@font-face { font-family: "Source Sans 3"; src: url(data:font/woff2;base64,${OURS}); font-weight: 200 900 }`;
  for (const file of TAKEN) {
    const svg = readFileSync(join(SITE, file), 'utf8').replace('<svg ', '<svg class="chart" ');
    await page.setContent(`<style>${letters} body { margin: 0 }</style>${svg}`);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    faults.push(...(await page.evaluate(figureFaults)).map((f) => `${file} ${f}`));
    const said = await page
      .locator('svg text')
      .first()
      .evaluate((t) => getComputedStyle(t).fontVariantNumeric);
    expect(said).toBe('tabular-nums');
  }
  expect(faults).toEqual([]);
  expect(TAKEN.length).toBeGreaterThan(5);
  await page.close();
});

it('a picture to take home holds its words also in the wider letters of another machine', async () => {
  const page = await served.browser.newPage({ viewport: { width: 720, height: 900 } });
  const out: string[] = [];
  for (const file of TAKEN) {
    await page.setContent(`<style>body { margin: 0 }</style>${readFileSync(join(SITE, file), 'utf8')}`);
    out.push(
      ...(await page
        .locator('svg text')
        .evaluateAll((all) =>
          all.filter((t) => t.getBoundingClientRect().right > 720).map((t) => t.textContent ?? ''),
        )),
    );
  }
  expect(out).toEqual([]);
  await page.close();
});

it('a figure whose words meet, stand on a point, leave it or are small is found', async () => {
  const page = await served.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.setContent(`<figure id="prov"><svg class="chart series" width="200" height="100" viewBox="0 0 200 100" style="font: 14px sans-serif">
    <text x="10" y="20">Ett ord</text><text x="20" y="22">Ett annat</text><circle cx="120" cy="60" r="5"/><text x="110" y="65">På en punkt</text>
    <text x="170" y="90">Utanför bilden</text><text x="10" y="90" style="font-size: 8px">Litet</text>
    <text x="10" y="50">10<tspan style="font-size: 20px">20</tspan></text></svg></figure>`);
  const said = (await page.evaluate(figureFaults)).join('\n');
  for (const what of [
    '”Ett ord” on ”Ett annat”',
    '”På en punkt” on a point',
    '”Utanför bilden” leaves',
    '”Litet” is 8.0 px',
    '”1020” has digits of different widths',
  ])
    expect(said).toContain(what);
  await page.close();
});

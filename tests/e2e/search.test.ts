import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violationsOn } from './axe.ts';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const FIELD = '#sok-sidhuvud';
const options = (page: Page) => page.locator('#sok-sidhuvud-forslag [role=option]');

it('offers names from the head of any page, by the keyboard alone', async () => {
  const context = await served.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${served.address}om/`);
  expect(asked).not.toContain('/sok/namn.json');
  await page.focus(FIELD);
  await page.keyboard.type('skellef');
  await options(page).first().waitFor();
  expect(await options(page).first().textContent()).toBe('SkellefteåKommun · Västerbottens län');
  await page.keyboard.press('ArrowDown');
  const active = await page.getAttribute(FIELD, 'aria-activedescendant');
  expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
  const violations = await violationsOn(page);
  expect(violations).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await page.getAttribute(FIELD, 'aria-expanded')).toBe('false');
  await page.keyboard.type('te');
  await options(page).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/kommuner/skelleftea/');
  await context.close();
});

it.each([
  ['Västerbottens', 'Län'],
  ['Hisingen', 'Stadsdel · Göteborg'],
  ['överenskommelse med bostadsföretag', 'Indikator'],
  ['vräkning', 'Ämne'],
])('knows %s as %s', async (typed, kind) => {
  const page = await served.browser.newPage({ viewport: { width: 360, height: 800 } });
  await page.goto(served.address);
  await page.focus(FIELD);
  await page.keyboard.type(typed);
  await options(page).first().waitFor();
  expect(await options(page).first().locator('small').textContent()).toContain(kind);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.close();
});

it('searches the texts when Enter is pressed without a choice, also when a single name is offered', async () => {
  const page = await served.browser.newPage();
  await page.goto(served.address);
  await page.focus(FIELD);
  await page.keyboard.type('skellef');
  await options(page).first().waitFor();
  expect(await options(page).count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sok/?q=skellef');
  await page.close();
});

it('leads to every kommun and indicator without JavaScript', async () => {
  const context = await served.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(served.address);
  await page.fill(FIELD, 'Umeå');
  await page.press(FIELD, 'Enter');
  await page.waitForURL('**/sok/?q=*');
  await page.click('a[href="#kommuner-oe"]');
  expect(await page.locator('.a-o a[href^="/kommuner/"]').count()).toBe(291);
  await page.click('.a-o a[href="/kommuner/ostersund/"]');
  expect(await page.locator('h1').textContent()).toBe('Östersund');
  await context.close();
});

const TYPED = [
  ['Skövde kommun', 'Skövde'],
  ['Göteborgs stad', 'Göteborg'],
  ['GBG', 'Göteborg'],
  ['0114', 'Upplands Väsby'],
  ['Uppsalas', 'Uppsala'],
  ['Upsala', 'Uppsala'],
  ['Stokholm', 'Stockholm'],
] as const;

it.each([
  ['the head of a page', '', FIELD, '#sok-sidhuvud-forslag'],
  ['the start page', '', '#kommun', '#kommun-lista'],
  ['the comparison', 'jamfor/', '#jamfor-kommun', '#jamfor-lista'],
])('finds what people type in %s', async (_, path, field, list) => {
  const page = await served.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(served.address + path);
  for (const [typed, place] of TYPED) {
    await page.fill(field, '');
    await page.focus(field);
    await page.keyboard.type(typed);
    await page.locator(`${list} [role=option]`).filter({ hasText: place }).first().waitFor();
    const [first] = await page.locator(`${list} [role=option]`).allTextContents();
    expect([typed, first?.startsWith(place)]).toEqual([typed, true]);
  }
  // What is not found is said where everybody sees it.
  await page.fill(field, 'xyzzy');
  const said = page.locator('[role=status]').filter({ hasText: '”xyzzy”' });
  await said.waitFor();
  expect((await said.boundingBox())?.height).toBeGreaterThan(20);
  expect(await said.textContent()).toContain('Kontrollera stavningen');
  await page.close();
});

it('vräkning habo leads to one page with what Habo answers, in one choice', async () => {
  const page = await served.browser.newPage();
  await page.goto(served.address);
  await page.focus('#kommun');
  await page.keyboard.type('vräkning habo');
  await page.locator('#kommun-lista [role=option]').first().waitFor();
  expect(await page.locator('#kommun-lista [role=option]').first().textContent()).toMatch(/^Habo: Vräkning/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/kommuner/habo/fraga/vrakning/');
  // The answer with its year, the numbers or why there are none, who is responsible, and where to turn.
  const said = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
  expect(said).toMatch(/Habo svarade (ja|nej|delvis) 20\d\d|Habo svarade inte/);
  expect(said).toMatch(/I riket 20\d\d: [\d ]+/);
  expect(said).toContain('Kronofogden publicerar antalet i varje kommun');
  expect(said).toContain('Vem ansvarar?');
  expect(said).toContain('Vart vänder du dig?');
  await page.close();
});

it.each([
  'habo',
  'xyzzy',
  'stokholm',
  'vräkning',
])('counts truly and moves nothing when it searches for %s', async (text) => {
  const page = await served.browser.newPage({ viewport: { width: 360, height: 800 } });
  await page.goto(`${served.address}sok/?q=${text}`);
  await page.locator('.a-o.klar').waitFor();
  const words = (await page.locator('#sok-status').textContent())?.replaceAll('\u00a0', ' ') ?? '';
  const names = await page.locator('#sok-namn li').count();
  const pages = await page.locator('#sok-svar li').count();
  const said = (pattern: RegExp) => Number(pattern.exec(words)?.[1] ?? 0);
  expect(Math.min(8, said(/^(\d+) namn/))).toBe(names);
  expect(Math.min(8, said(/(\d+) sid/))).toBe(pages);
  if (names + pages === 0) expect(words).toMatch(/Inget hittades.*pröva ett annat ord/);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += 'value' in entry ? Number(entry.value) : 0;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 300);
      }),
  );
  expect(shift).toBeLessThan(0.02);
  await page.close();
});

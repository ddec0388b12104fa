import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WCAG_TAGS } from '../../src/serving/accessibility.ts';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const FIELD = '#sok-sidhuvud';
const options = (page: Page) => page.locator('#sok-forslag [role=option]');

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
  const { violations } = await new AxeBuilder({ page }).withTags([...WCAG_TAGS]).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
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
  ['vräkning', 'Indikator'],
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

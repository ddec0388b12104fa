import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violationsOn } from './axe.ts';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const MAP = 'svg.hexmap';
/** The start page with its map awake. */
async function withMap(page: Page): Promise<void> {
  await page.goto(served.address);
  await page.locator(`${MAP} .over`).waitFor({ state: 'attached' });
}
const line = (page: Page) => page.locator('.avlasning').textContent();
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.querySelector('title')?.textContent ?? null);

it('is one stop for the Tab key, goes by arrows between neighbours, and tells what it is on', async () => {
  const context = await served.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await withMap(page);
  expect(await page.locator(`${MAP} a[tabindex="0"]`).count()).toBe(1);
  await page.locator(`${MAP} a[tabindex="0"]`).focus();
  const first = await focused(page);
  expect(await line(page)).toContain(first);
  const seen = new Set([first]);
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) {
    await page.keyboard.press(key);
    const name = await focused(page);
    seen.add(name);
    expect(await line(page)).toContain(name);
  }
  expect(seen.size).toBeGreaterThan(2);
  expect(await page.locator(`${MAP} a[tabindex="0"]`).count()).toBe(1);
  await page.keyboard.press('Tab');
  expect(await page.evaluate((map) => document.activeElement?.closest(map) === null, MAP)).toBe(true);
  const violations = await violationsOn(page);
  expect(violations).toEqual([]);
  await context.close();
});

it('follows the finder: what is offered first or marked is outlined and named', async () => {
  const context = await served.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await withMap(page);
  const outlined = () => page.locator(`${MAP} .over`).getAttribute('d');
  expect(await outlined()).toBeNull();
  await page.focus('#kommun');
  await page.keyboard.type('karl');
  const options = page.locator('#kommun-lista [role=option]');
  await options.first().waitFor();
  const names = await options.evaluateAll((all) => all.map((o) => o.firstChild?.textContent ?? ''));
  expect(names.length).toBeGreaterThan(1);
  expect(await line(page)).toContain(`${names[0]}:`);
  const first = await outlined();
  expect(first).not.toBeNull();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await line(page)).toContain(`${names[1]}:`);
  expect(await outlined()).not.toBe(first);
  await page.keyboard.press('Escape');
  expect(await outlined()).toBeNull();
  await context.close();
});

it('tells at the first tap and opens at the second', async () => {
  const context = await served.browser.newContext({ viewport: { width: 360, height: 800 }, hasTouch: true });
  const page = await context.newPage();
  await withMap(page);
  const tile = page.locator(`${MAP} a`).nth(3);
  const name = await tile.locator('title').textContent();
  await tile.scrollIntoViewIfNeeded();
  await tile.tap();
  expect(await line(page)).toContain(name);
  expect(new URL(page.url()).pathname).toBe('/');
  await tile.tap();
  await page.waitForURL('**/kommuner/*/');
  await context.close();
});

it('moves nothing when it tells', async () => {
  const page = await served.browser.newPage({ viewport: { width: 360, height: 800 } });
  await withMap(page);
  const top = () => page.evaluate((map) => document.querySelector(map)?.getBoundingClientRect().top, MAP);
  await page.locator(`${MAP} a`).nth(2).scrollIntoViewIfNeeded();
  const before = await top();
  await page.locator(`${MAP} a`).nth(2).hover();
  expect(await line(page)).not.toContain('Peka');
  expect(await top()).toBe(before);
  await page.close();
});

it('is a list of links without JavaScript', async () => {
  const context = await served.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(served.address);
  expect(await page.locator(`${MAP} a[tabindex]`).count()).toBe(0);
  expect(await page.locator('.avlasning').isVisible()).toBe(false);
  await context.close();
});

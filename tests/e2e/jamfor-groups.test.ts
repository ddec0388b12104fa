import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

async function open(path: string): Promise<Page> {
  const page = await served.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(served.address + path);
  await page.locator('[data-jamfor]:not([hidden])').waitFor();
  return page;
}
const chosen = (page: Page) => page.locator('.chips li').allTextContents();

it('sets one group against another, from the list and of one’s own, and says what it does not know', async () => {
  const page = await open('jamfor/?k=2480,2580,2580');
  await page.selectOption('#jamfor-mot', 'lan:12');
  expect(new URL(page.url()).search).toBe('?k=2480,2580&mot=lan:12');
  const heads = () => page.locator('table.jamfor thead th.sum').allTextContents();
  expect(await heads()).toEqual(['Gruppen', 'Skåne län', 'Riket']);
  await page.click('[data-vy=punkter]');
  expect(await page.locator('.grupp-fig h3').textContent()).toBe('Gruppen bredvid Skåne län');
  await page.click('[data-vy=tabell]');
  await page.selectOption('#jamfor-mot', 'urval');
  expect(new URL(page.url()).searchParams.get('mot')).toBe('2480,2580');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('jamfor-kommun');
  await page.selectOption('#jamfor-grupp', 'lan:12');
  await page.click('[data-add]');
  expect(await heads()).toEqual(['Gruppen', 'Den andra gruppen', 'Riket']);
  expect(await page.locator('#jamfor-mot option:checked').textContent()).toMatch(/^Egen: .*Luleå/);
  const download = page.waitForEvent('download');
  await page.click('[data-fil=csv]');
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain('Den andra gruppen;grupp;');
  await page.goto(`${served.address}jamfor/?k=2480&mot=lan:99`);
  await page.locator('table.jamfor').waitFor();
  expect(await page.locator('.jamfor-besked').textContent()).toContain('”lan:99”');
  expect(await chosen(page)).toEqual(['Umeå×']);
  await page.close();
});

it('has its controls on one line, one kommun in words, and views as one switch', async () => {
  const page = await open('jamfor/?k=2480');
  const tops = await page
    .locator('.jamfor-val > *')
    .evaluateAll((parts) => new Set(parts.map((p) => Math.round(p.getBoundingClientRect().bottom))).size);
  expect(tops).toBe(1);
  expect(await page.locator('table.jamfor caption').textContent()).toBe('1\u00a0kommun');
  expect(await page.locator('.segment [aria-pressed=true]').allTextContents()).toEqual(['Tabell']);
  const drawn = await page
    .locator('table.jamfor td.m')
    .evaluateAll((all) => all.map((td) => getComputedStyle(td).backgroundImage));
  expect(drawn.length).toBeGreaterThan(10);
  for (const image of drawn) expect(image).toMatch(/^url\("data:image\/svg\+xml,/);
  await page.close();
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const PATH = 'program/stockholm-2020-2025/';

it('filters the measures by keyboard, keeps the choice in the address and goes back', async () => {
  const page = await served.browser.newPage();
  await page.goto(served.address + PATH);
  const status = page.locator('[data-filter-status]');
  const shown = () => page.locator('#atgarder tbody tr:visible').count();
  await status.filter({ hasText: 'Visar alla 27' }).waitFor();
  await page.locator('select[name=strategi]').focus();
  await page.keyboard.type('Möta');
  await status.filter({ hasText: 'Visar 6 av 27' }).waitFor();
  expect(await shown()).toBe(6);
  expect(new URL(page.url()).search).toBe('?strategi=akut');
  await page.locator('[data-filter] input').fill('barn');
  await status.filter({ hasText: 'Visar 2 av 27' }).waitFor();
  expect(new URL(page.url()).search).toBe('?strategi=akut&q=barn');
  await page.goBack();
  await status.filter({ hasText: 'Visar alla 27' }).waitFor();
  await page.goto(
    `${served.address + PATH}?medverkar=${encodeURIComponent('SHIS Bostäder')}&strategi=finns-inte`,
  );
  await status.filter({ hasText: 'Visar 2 av 27' }).waitFor();
  await page.close();
});

it('has every measure without JavaScript, and no form that does nothing', async () => {
  const context = await served.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(served.address + PATH);
  expect(await page.locator('#atgarder tbody tr:visible').count()).toBe(27);
  expect(await page.locator('[data-filter]').isVisible()).toBe(false);
  await context.close();
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from './browser.ts';

// Fifty kommuner × all indicators: the first screens at once, the rest some rows at a time.

let served: Served;
let koder: readonly string[];
beforeAll(async () => {
  served = await serve();
  const { kommuner } = await (await fetch(`${served.address}api/v1/jamfor.json`)).json();
  koder = kommuner.map((k: { readonly kod: string }) => k.kod);
});
afterAll(() => served.close());

async function open(count: number): Promise<Page> {
  const page = await served.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${served.address}jamfor/?k=${koder.slice(0, count).join(',')}`);
  await page.locator('table.jamfor').waitFor();
  return page;
}
/** Every row of the table by its first words; a heading for each area. */
const rows = (page: Page) =>
  page
    .locator('table.jamfor tbody tr')
    .evaluateAll((all) => all.map((row) => `${row.className}${row.children[0]?.textContent}`));

it('has in the end the same rows, in the same order, as with few kommuner', async () => {
  const [few, many] = [await open(3), await open(50)];
  const expected = await rows(few);
  expect(expected.length).toBeGreaterThan(40);
  await expect.poll(() => rows(many)).toEqual(expected);
  await few.close();
  await many.close();
});

it('draws what was chosen last, also when it is chosen while the rest is coming', async () => {
  const page = await open(50);
  const drawn = await page.evaluate(() => {
    const press = (view: string) => document.querySelector<HTMLElement>(`[data-vy=${view}]`)?.click();
    press('tabell');
    press('karta');
    press('tabell');
    document.querySelector<HTMLElement>('[data-remove]')?.click();
    return document.querySelectorAll('table.jamfor thead th').length;
  });
  expect(drawn).toBe(52);
  const few = await open(3);
  await expect.poll(() => rows(page)).toEqual(await rows(few));
  expect(await page.locator('table.jamfor').count()).toBe(1);
  const cells = await page
    .locator('table.jamfor tbody tr:not(.group)')
    .evaluateAll((all) => [...new Set(all.map((row) => row.children.length))]);
  expect(cells).toEqual([52]);
  await few.close();
  await page.close();
});

it('is whole on paper, whenever it is printed', async () => {
  const page = await open(50);
  const counts = await page.evaluate(() => {
    const count = () => document.querySelectorAll('table.jamfor tbody tr').length;
    document.querySelector<HTMLElement>('[data-vy=tabell]')?.click();
    const before = count();
    dispatchEvent(new Event('beforeprint'));
    return { before, printed: count() };
  });
  expect(counts.before).toBeLessThan(counts.printed);
  expect(counts.printed).toBe((await rows(page)).length);
  await page.close();
});

it('moves nothing that is seen while the rest comes', async () => {
  const page = await open(50);
  const moved = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += 'value' in entry ? Number(entry.value) : 0;
        }).observe({ type: 'layout-shift' });
        document.querySelector<HTMLElement>('[data-vy=tabell]')?.click();
        const widths = () =>
          [...document.querySelectorAll('table.jamfor thead th')].map(
            (th) => th.getBoundingClientRect().width,
          );
        const first = widths();
        setTimeout(() => done(sum + Number(String(first) !== String(widths()))), 800);
      }),
  );
  expect(moved).toBe(0);
  await page.close();
});

it('keeps fifty of two hundred, and says so', async () => {
  const page = await open(200);
  expect(await page.locator('.jamfor-besked').textContent()).toBe(
    'Du kan jämföra högst 50 kommuner åt gången. De första 50 av 200 visas.',
  );
  expect(await page.locator('.chips li').count()).toBe(50);
  await page.close();
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { violationsOn } from './axe.ts';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const PAGE = 'indikatorer/aktuell-overgripande-plan/';

it('tells which kommuner in Skåne lack a plan, in two choices that stand in the address', async () => {
  const context = await served.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(served.address + PAGE);
  const details = page.locator('.mapfig > details').first();
  await details.locator('summary').click();
  const rows = details.locator('tbody tr:visible');
  const choose = (name: string, value: string) => details.locator(`select[name=${name}]`).selectOption(value);
  const all = await rows.count();
  await choose('lan', 'Skåne län');
  expect(await rows.count()).toBe(33);
  await choose('svar', 'Nej');
  const shown = await rows.count();
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(33);
  expect(await details.locator('.filter + [role=status]').textContent()).toBe(
    `Visar ${shown} av ${all}\u00a0kommuner.`,
  );
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ svar: 'Nej', lan: 'Skåne län' });
  const violations = await violationsOn(page);
  expect(violations).toEqual([]);
  // The address is enough: it opens the table with the same choice, and goes back.
  const address = page.url();
  await page.goBack();
  expect(await rows.count()).toBe(33);
  await page.goto(address);
  expect(await rows.count()).toBe(shown);
  // A group that is in the address stays in it.
  await page.goto(`${served.address}${PAGE}?k=1280&lan=Finns+inte&svar=Nej`);
  expect(await details.locator('.filter + [role=status]').textContent()).toMatch(
    /^”Finns inte” finns inte i listan Län\. Visar \d+ av/,
  );
  expect(await rows.count()).toBeLessThan(all);
  expect(await details.locator('select[name=svar]').inputValue()).toBe('Nej');
  await choose('lan', 'Skåne län');
  expect(new URL(page.url()).searchParams.get('k')).toBe('1280');
  await context.close();
});

it('is a whole table without JavaScript', async () => {
  const context = await served.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(served.address + PAGE);
  expect(await page.locator('.filter').count()).toBe(0);
  expect(await page.locator('.mapfig > details').first().locator('tbody tr').count()).toBe(290);
  await context.close();
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violationsOn } from './axe.ts';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const axe = async (page: Page) => {
  const violations = await violationsOn(page);
  return violations;
};
const box = async (page: Page, selector: string) => {
  const found = await page.locator(selector).boundingBox();
  if (!found) throw new Error(`${selector} is not shown`);
  return found;
};

it('has brand and search on one row and the menu on one, where there is room', async () => {
  for (const width of [910, 1280]) {
    const page = await served.browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(served.address);
    const [logo, field, menu] = [
      await box(page, '.logo'),
      await box(page, '#sok-sidhuvud'),
      await box(page, '#huvudmeny'),
    ];
    expect(Math.abs(logo.y + logo.height / 2 - field.y - field.height / 2)).toBeLessThan(4);
    expect(menu.y).toBeGreaterThanOrEqual(field.y + field.height);
    const rows = await page
      .locator('#huvudmeny li')
      .evaluateAll((items) => new Set(items.map((i) => (i as HTMLElement).offsetTop)).size);
    expect(rows).toBe(1);
    expect(await page.locator('.meny').isVisible()).toBe(false);
    await page.close();
  }
});

it('takes no more than a quarter of a phone, also with text twice as large', async () => {
  const page = await served.browser.newPage({ viewport: { width: 360, height: 800 } });
  await page.goto(served.address);
  const height = () =>
    page.evaluate(() => document.querySelector<HTMLElement>('.top')?.offsetHeight ?? Number.NaN);
  expect(await height()).toBeLessThanOrEqual(110);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await height()).toBeLessThanOrEqual(200);
  await page.close();
});

it.each([
  true,
  false,
])('opens its menu on a phone, by the keyboard, with JavaScript %s', async (javaScriptEnabled) => {
  const context = await served.browser.newContext({
    viewport: { width: 360, height: 800 },
    javaScriptEnabled,
  });
  const page = await context.newPage();
  await page.goto(served.address);
  const menu = page.locator('#huvudmeny');
  expect(await menu.isVisible()).toBe(false);
  await page.focus('.meny');
  await page.keyboard.press('Enter');
  expect(await menu.isVisible()).toBe(true);
  if (javaScriptEnabled) expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await menu.isVisible()).toBe(false);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/kommuner/');
  await context.close();
});

/** A page with a group of six, on a phone. */
async function withGroup(path: string): Promise<Page> {
  const context = await served.browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  await page.goto(`${served.address}kommuner/`);
  const koder = await page.evaluate(async () => {
    const { kommuner } = await (await fetch('/api/v1/kommuner.json')).json();
    return kommuner.slice(0, 6).map((k: { readonly kod: string }) => k.kod);
  });
  await page.goto(`${served.address}${path}?k=${koder.join(',')}`);
  await page.locator('.grupp').waitFor();
  return page;
}

it('the line of the group is one line on a phone, with what can be done in a list that opens', async () => {
  const page = await withGroup('kommuner/');
  expect((await box(page, '.grupp')).height).toBeLessThan(60);
  expect(await page.locator('.grupp button:has-text("Ta bort")').isVisible()).toBe(false);
  await page.click('.grupp-fler');
  expect(await axe(page)).toEqual([]);
  await page.click('.grupp button:has-text("Ta bort")');
  expect(await page.locator('.grupp').count()).toBe(0);
  await page.close();
});

it('the line of the group never covers what has focus, from the first stop of a page to the last', async () => {
  const page = await withGroup('kommuner/');
  const hidden: string[] = [];
  for (let stop = 0; stop < 400; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const [focused, bar] = [document.activeElement, document.querySelector('.grupp')];
      if (!focused || focused === document.body || !bar || bar.contains(focused))
        return focused === document.body ? null : '';
      const { top, bottom } = focused.getBoundingClientRect();
      const line = bar.getBoundingClientRect();
      const covered = top >= line.top - 1 && bottom <= line.bottom + 1;
      return covered ? (focused.textContent ?? '').trim().slice(0, 40) : '';
    });
    if (at === null) break;
    if (at !== '') hidden.push(at);
  }
  expect(hidden).toEqual([]);
  await page.close();
});

it('the menu leads to the comparison of the group', async () => {
  const page = await served.browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${served.address}kommuner/`);
  const kod = await page.evaluate(
    async () => (await (await fetch('/api/v1/kommuner.json')).json()).kommuner[0].kod,
  );
  await page.goto(`${served.address}kommuner/?k=${kod}`);
  await page.locator('.grupp').waitFor();
  await page.click('.top a[href^="/jamfor/"]');
  await page.waitForURL(`**/jamfor/?k=${kod}`);
  await page.close();
});

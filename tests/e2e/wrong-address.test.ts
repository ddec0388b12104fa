import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from './browser.ts';

// What an address asks for that is not there is named, and what is there is kept: every parameter of every page.

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

async function open(path: string) {
  const page = await served.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(served.address + path);
  return page;
}

it('the comparison, in each of its parameters at once', async () => {
  const page = await open(
    'jamfor/?k=9999,2480,0180&i=X1,N31807&ar=1999&med=abc&karta=Q9&mot=2580,8888&vy=cirkel',
  );
  const said = page.locator('.jamfor-besked');
  await expect.poll(() => said.textContent()).not.toBe('');
  const words = await said.textContent();
  for (const wrong of ['9999', 'X1', '1999', 'abc', 'Q9', '8888', 'cirkel'])
    expect(words).toContain(`”${wrong}”`);
  expect(await page.locator('.chips li').allTextContents()).toEqual(['Umeå×', 'Stockholm×']);
  expect(await page.locator('table.jamfor tbody tr:not(.group)').count()).toBe(1);
  expect(await page.locator('#jamfor-mot').inputValue()).toBe('2580');
  await page.close();
});

it.each([
  [
    'indikatorer/aktuell-overgripande-plan/?k=9999,2480',
    'Det finns ingen kommun med koden ”9999”. Din kommun: Umeå',
  ],
  ['kommuner/umea/?k=abc', 'Det finns ingen kommun med koden ”abc”.'],
])('the group of /%s', async (path, words) => {
  const page = await open(path);
  const line = page.locator('aside.grupp p');
  await line.waitFor();
  expect(await line.textContent()).toContain(words);
  await page.close();
});

it('a group of two hundred on a page of an indicator', async () => {
  const { kommuner } = await (await fetch(`${served.address}api/v1/kommuner.json`)).json();
  const koder = kommuner.slice(0, 200).map((k: { readonly kod: string }) => k.kod);
  const page = await open(`indikatorer/aktuell-overgripande-plan/?k=${koder.join(',')}`);
  const line = page.locator('aside.grupp p');
  await line.waitFor();
  expect(await line.textContent()).toMatch(/^Högst 50 av 200 kommuner är med\. Din grupp: /);
  await page.close();
});

it('a choice of a list of measures', async () => {
  const page = await open('program/stockholm-2020-2025/?leder=Ingen+alls&q=bostad');
  const status = page.locator('[data-filter-status]');
  await expect.poll(() => status.textContent()).toMatch(/^”Ingen alls” finns inte i listan Leder\. Visar /);
  expect(await page.locator('[data-filter] input[name=q]').inputValue()).toBe('bostad');
  await page.close();
});

it.each([
  ['kommuner/umea/hemloshet/1999/', '/kommuner/umea/hemloshet/'],
  ['kommuner/finns-inte/hemloshet/', '/kommuner/'],
  ['indikatorer/aktuell-overgripande-plan/1999/?k=2480', '/indikatorer/aktuell-overgripande-plan/?k=2480'],
])('/%s leads to the nearest page that there is', async (path, nearest) => {
  const page = await open(path);
  expect(await page.locator('h1').textContent()).toBe('Sidan finns inte');
  const link = page.locator('[data-narmast] a');
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe(nearest);
  await page.close();
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

it('the table of all kommuner is sorted by what its cells mean, the missing last both ways', async () => {
  const page = await served.browser.newPage();
  await page.goto(`${served.address}indikatorer/bistandsmottagare/`);
  const table = page.locator('table[data-sortable]').first();
  await table.evaluate((t) => t.closest('details')?.setAttribute('open', ''));
  const column = async (at: number) =>
    table.evaluate(
      (t, i) => [...t.querySelectorAll('tbody tr')].map((r) => r.children[i]?.textContent ?? ''),
      at,
    );
  const sort = (name: string) => table.getByRole('button', { name, exact: true }).click();

  await sort('Invånare');
  expect((await column(0)).slice(0, 3)).toEqual(['Stockholm', 'Göteborg', 'Malmö']);
  await sort('Invånare');
  expect((await column(0))[0]).toBe('Dorotea');
  for (const order of ['descending', 'ascending']) {
    await sort('2022');
    expect(await table.locator('th[aria-sort]').getAttribute('aria-sort')).toBe(order);
    const values = await column(1);
    const known = values.filter((v) => v !== 'Uppgift saknas');
    expect(known.length).toBeLessThan(values.length);
    expect(values.slice(0, known.length)).toEqual(known);
    const numbers = known.map((v) => Number.parseFloat(v.replace(',', '.')));
    const sorted = numbers.toSorted((a, b) => (order === 'ascending' ? a - b : b - a));
    expect(numbers).toEqual(sorted);
  }
  await sort('Kommun');
  const names = await column(0);
  expect([names[0], names.at(-1)]).toEqual(['Ale', 'Övertorneå']);
  await page.close();
});

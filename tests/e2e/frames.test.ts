import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

/** The heading inside a frame on a page of somebody else's; null when the frame was refused. */
async function framed(path: string): Promise<string | null> {
  const page = await served.browser.newPage();
  await page.route('https://annan.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe src="${served.address}${path}" title="x"></iframe>`,
    }),
  );
  await page.goto('https://annan.example/', { waitUntil: 'load' });
  const heading = page.frames()[1]?.locator('h1');
  const words = (await heading?.count()) === 1 ? await heading?.textContent() : null;
  await page.close();
  return words?.trim() ?? null;
}

it('other sites can show a figure, and nothing else', async () => {
  expect(await framed('inbaddat/bistandsmottagare/')).toMatch(/ekonomiskt bistånd/);
  expect(await framed('indikatorer/bistandsmottagare/')).toBeNull();
});

it('a frame has no script, and its links lead out of it', async () => {
  const page = await served.browser.newPage();
  await page.goto(`${served.address}inbaddat/aktuell-overgripande-plan/`);
  expect(await page.locator('script').count()).toBe(0);
  expect(await page.locator('base').getAttribute('target')).toBe('_top');
  expect(await page.locator('footer a').getAttribute('href')).toBe('/indikatorer/aktuell-overgripande-plan/');
  await page.close();
});

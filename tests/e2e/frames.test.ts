import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

/** The heading inside a frame on a page of another origin; null when the frame was refused. */
async function framed(path: string): Promise<string | null> {
  const other = createServer((_, response) => {
    response
      .setHeader('Content-Type', 'text/html')
      .end(`<iframe src="${served.address}${path}" title="x"></iframe>`);
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const address = other.address();
  const page = await served.browser.newPage();
  // Ours is `localhost`, so this is somebody else.
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`, {
    waitUntil: 'load',
  });
  const heading = page.frames()[1]?.locator('h1');
  const words = (await heading?.count()) === 1 ? await heading?.textContent() : null;
  await page.close();
  other.closeAllConnections();
  other.close();
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

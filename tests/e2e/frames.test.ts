import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

/** A page of another origin (ours is `localhost`) that shows what is given. */
async function elsewhere(html: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const other = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const address = other.address();
  const close = () => {
    other.closeAllConnections();
    other.close();
  };
  return { address: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`, close };
}

/** The heading inside a frame on a page of another origin; null when the frame was refused. */
async function framed(path: string): Promise<string | null> {
  const other = await elsewhere(`<iframe src="${served.address}${path}" title="x"></iframe>`);
  const page = await served.browser.newPage();
  await page.goto(other.address, { waitUntil: 'load' });
  const heading = page.frames()[1]?.locator('h1');
  const words = (await heading?.count()) === 1 ? await heading?.textContent() : null;
  await page.close();
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

it.each([
  'bistandsmottagare',
  'aktuell-overgripande-plan',
])('the code for %s gives a frame that fits, from a phone to a wide page', async (slug) => {
  const page = await served.browser.newPage();
  await page.goto(`${served.address}indikatorer/${slug}/`);
  const codes = await page
    .locator('#badda-in ~ details textarea')
    .evaluateAll((areas) => areas.map((area) => (area instanceof HTMLTextAreaElement ? area.value : '')));
  expect(codes.length).toBeGreaterThan(1);
  for (const code of codes) {
    const path = new URL(/src="([^"]+)"/.exec(code)?.[1] ?? '').pathname;
    const here = code.replace(/src="[^"]+"/, `src="${served.address}${path.slice(1)}"`);
    const other = await elsewhere(`<body style="margin:0">${here.replace('loading="lazy"', '')}`);
    await page.goto(other.address);
    await page.frameLocator('iframe').locator('footer').waitFor();
    for (const width of [320, 400, 570, 580, 640, 650, 800, 1000]) {
      await page.setViewportSize({ width, height: 600 });
      const frame = page.frames()[1];
      const { shown, needed } = (await frame?.evaluate(() => ({
        shown: innerHeight,
        needed: Math.ceil(document.body.getBoundingClientRect().height),
      }))) ?? { shown: 0, needed: 1 };
      expect([path, width, needed <= shown]).toEqual([path, width, true]);
      // The rest is air: texts differ from one indicator to another.
      expect([path, width, shown < needed * 2]).toEqual([path, width, true]);
    }
    // What makes it a figure is inside.
    const inside = (await page.frames()[1]?.locator('body').textContent()) ?? '';
    expect(inside).toMatch(/version/);
    expect(await page.frames()[1]?.locator('.foot').count()).toBe(1);
    other.close();
  }
  await page.close();
});

it('a link to a figure and the code of a frame are copied', async () => {
  const context = await served.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${served.address}indikatorer/bistandsmottagare/`);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const link = page.locator('a[data-kopiera]').first();
  expect(await link.textContent()).toMatch(/^Kopiera länk/);
  await link.click();
  expect(await clipboard()).toMatch(/\/indikatorer\/bistandsmottagare\/#/);
  await page.locator('[data-kopiera-kod]').first().click();
  expect(await clipboard()).toMatch(/^<div style="container-type:inline-size"><iframe /);
  await context.close();
});

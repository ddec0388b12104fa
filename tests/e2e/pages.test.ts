import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONDITIONS } from '../../src/serving/accessibility.ts';
import { SEED, sample } from '../site/random.ts';
import { violationsOn } from './axe.ts';
import { type Served, serve } from './browser.ts';
import { DRAWN, OTHERS, PAGE_TYPES } from './page-types.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

/** Opens a page as one of its readers would: one heading, nothing for axe or the policy to remark on, nobody else asked. */
async function looksRight(path: string, { width, js, scheme }: (typeof CONDITIONS)[number]): Promise<void> {
  const context = await served.browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: js,
    colorScheme: scheme,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    const notFound = path === 'finns-inte/' && message.text().includes('404');
    if (message.type() === 'error' && !notFound) errors.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(served.address)) errors.push(`request to ${request.url()}`);
  });
  await page.goto(served.address + path, { waitUntil: 'load' });
  expect(await page.locator('h1').count()).toBe(1);
  if (js) {
    expect(await violationsOn(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
  expect(errors).toEqual([]);
  await context.close();
}

// Two at a time, one for each core of a small machine.
describe.concurrent.each([...PAGE_TYPES, ...DRAWN])('/%s', (path) => {
  it.each(CONDITIONS)('is accessible, complete and ours alone at $width px (js $js, $scheme)', (condition) =>
    looksRight(path, condition));
});

const [PHONE] = CONDITIONS;
describe.concurrent.each(sample(OTHERS, 20))(`/%s, by chance (OJ_FRO=${SEED})`, (path) => {
  it('is accessible, complete and ours alone', () => looksRight(path, PHONE));
});

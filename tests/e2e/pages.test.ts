import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../src/model/must.ts';
import { CONDITIONS } from '../../src/serving/accessibility.ts';
import { SEED, sample } from '../site/random.ts';
import { violationsOn } from './axe.ts';
import { type Served, serve } from './browser.ts';
import { DRAWN, OTHERS, PAGE_TYPES } from './page-types.ts';
import { type Windows, windows } from './windows.ts';

type Condition = (typeof CONDITIONS)[number];

let served: Served;
let windowsOf: ReadonlyMap<Condition, Windows>;
beforeAll(async () => {
  served = await serve();
  windowsOf = new Map(
    CONDITIONS.map((condition) => {
      const { width, js, scheme } = condition;
      const viewport = { width, height: 900 };
      return [condition, windows(served, { viewport, javaScriptEnabled: js, colorScheme: scheme })] as const;
    }),
  );
});
afterAll(() => served.close());

/** Opens a page as one of its readers would: one heading, nothing for axe or the policy to remark on, nobody else asked. */
async function looksRight(page: Page, path: string, js: boolean): Promise<void> {
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
}

/** In a window of the kind that such a reader has. */
const asReader = (path: string, condition: Condition) =>
  must(windowsOf.get(condition), 'windows').use((page) => looksRight(page, path, condition.js));

// Two at a time, one for each core of a small machine.
describe.concurrent.each([...PAGE_TYPES, ...DRAWN])('/%s', (path) => {
  it.each(CONDITIONS)('is accessible, complete and ours alone at $width px (js $js, $scheme)', (condition) =>
    asReader(path, condition));
});

const [PHONE] = CONDITIONS;
describe.concurrent.each(sample(OTHERS, 20))(`/%s, by chance (OJ_FRO=${SEED})`, (path) => {
  it('is accessible, complete and ours alone', () => asReader(path, PHONE));
});

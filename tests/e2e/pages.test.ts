import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONDITIONS, WCAG_TAGS } from '../../src/serving/accessibility.ts';
import { type Served, serve } from './browser.ts';
import { DRAWN, PAGE_TYPES } from './page-types.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

describe.each([...PAGE_TYPES, ...DRAWN])('/%s', (path) => {
  it.each(CONDITIONS)('is accessible, complete and ours alone at $width px (js $js, $scheme)', async ({
    width,
    js,
    scheme,
  }) => {
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
      const { violations } = await new AxeBuilder({ page }).withTags([...WCAG_TAGS]).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
    expect(errors).toEqual([]);
    await context.close();
  });
});

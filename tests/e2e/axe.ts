import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { WCAG_TAGS } from '../../src/serving/accessibility.ts';

const builder = createRequire(import.meta.url).resolve('@axe-core/playwright');
/** The builder's own axe, packed: unpacked it is twice as much for the browser to read, and the builder sends it twice. */
const AXE = readFileSync(createRequire(builder).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong on an open page, each with the place. In the page alone and without lists of what is right: half
 * the time, and no page of ours holds a frame of somebody else's. Style sheets are not fetched once more for it: only a
 * rule on trial (`css-orientation-lock`), which is not among those that run, asks for them.
 * @param tags null for all of axe's rules
 */
export async function violationsOn(
  page: Page,
  tags: readonly string[] | null = WCAG_TAGS,
): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const all = new AxeBuilder({ page, axeSource: 'window.axe.version' })
    .options({ resultTypes: ['violations'], preload: { assets: ['media'] } })
    .setLegacyMode();
  const { violations } = await (tags === null ? all : all.withTags([...tags])).analyze();
  return violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`);
}

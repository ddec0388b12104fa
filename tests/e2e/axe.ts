import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { WCAG_TAGS } from '../../src/serving/accessibility.ts';

/**
 * What axe finds wrong on an open page, each with the place. In the page alone and without lists of what is right: half
 * the time, and no page of ours holds a frame of somebody else's.
 * @param tags null for all of axe's rules
 */
export async function violationsOn(
  page: Page,
  tags: readonly string[] | null = WCAG_TAGS,
): Promise<readonly string[]> {
  const all = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await (tags === null ? all : all.withTags([...tags])).analyze();
  return violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`);
}

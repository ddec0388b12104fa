import { expect, it } from 'vitest';
import { startDocument } from '../../src/content/start.ts';
import { loaded } from '../pipeline/loaded.ts';

it('begins with at most six numbers, each with year, source and a page of its own, none of them made up', async () => {
  const { index } = await loaded();
  const { figures } = startDocument(index);
  expect(figures.length).toBeLessThanOrEqual(6);
  expect(new Set(figures.map((f) => f.what)).size).toBe(figures.length);
  for (const { value, what, ar, kalla, href } of figures) {
    expect(value).toMatch(/\d/);
    expect(`${what} ${kalla}`).not.toMatch(/undefined|null|xempeldata/);
    expect(kalla).not.toBe('');
    expect(ar).toBeGreaterThan(1990);
    expect(href).toMatch(/^\/(indikatorer|kartlaggningar)\//);
  }
});

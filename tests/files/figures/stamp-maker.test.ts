import { afterAll, expect, it, vi } from 'vitest';
import { pngOf } from '../../../src/files/figures/png.ts';

const picture = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><rect width="9" height="9" fill="#ffffff"/><path d="M1 1l7 3z" fill="#0b4c59"/></svg>',
  texts: {},
};

afterAll(() => vi.resetModules());

it('draws the same when its module is loaded anew in a process that has drawn', async () => {
  const first = await pngOf(picture);
  vi.resetModules();
  const anew = await import('../../../src/files/figures/png.ts');
  expect(anew.pngOf).not.toBe(pngOf);
  expect(Buffer.compare(await anew.pngOf(picture), first)).toBe(0);
});

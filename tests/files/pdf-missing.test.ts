import { afterAll, beforeAll, expect, it, vi } from 'vitest';

// Everything is loaded anew: what other tests have loaded has its Typst.
const COMPILER = '../../src/files/typst/compiler.ts';
beforeAll(() => {
  vi.resetModules();
  vi.doMock(COMPILER, () => ({
    canMakePdf: () => false,
    pdfBytes: () => {
      throw new Error('Typst is missing');
    },
  }));
});
afterAll(() => {
  vi.doUnmock(COMPILER);
  vi.resetModules();
});

it('makes no PDF where Typst is missing, and everything else', async () => {
  const { pdfWriter } = await import('../../src/files/pdf/index.ts');
  const { LITET, publish } = await import('./helpers/catalogue.ts');
  const site = await publish(LITET);
  expect(pdfWriter.files(site.index)).toEqual([]);
  expect(site.paths.filter((path) => path.endsWith('.pdf'))).toEqual([]);
  expect(site.paths.length).toBeGreaterThan(100);
});

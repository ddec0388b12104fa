import { expect, it, vi } from 'vitest';
import { pdfWriter } from '../../src/files/pdf/index.ts';
import { LITET, publish } from './helpers/catalogue.ts';

vi.mock('../../src/files/typst/compiler.ts', () => ({
  canMakePdf: () => false,
  pdfBytes: () => {
    throw new Error('Typst is missing');
  },
}));

it('makes no PDF where Typst is missing, and everything else', async () => {
  const site = await publish(LITET);
  expect(pdfWriter.files(site.index)).toEqual([]);
  expect(site.paths.filter((path) => path.endsWith('.pdf'))).toEqual([]);
  expect(site.paths.length).toBeGreaterThan(100);
});

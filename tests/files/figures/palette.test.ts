import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paletteOn } from '../../../src/files/figures/palette.ts';

const colour = (red: number, green: number, blue: number, opaque = 255) =>
  ((opaque << 24) | (blue << 16) | (green << 8) | red) >>> 0;
const channels = (of: number) => [0, 8, 16, 24].map((bits) => (of >>> bits) & 255);
const PAPER = colour(251, 250, 247);

it('numbers colours in the order in which they are met, each once', () => {
  const palette = paletteOn(PAPER);
  const [ink, mark] = [colour(26, 37, 48), colour(180, 83, 10)];
  expect([ink, mark, ink, PAPER].map((each) => palette.over(each, 0))).toEqual([1, 2, 1, 0]);
  expect(palette.colours).toEqual([PAPER, ink, mark]);
});

it('sees a translucent colour over what lies below, and an opaque one alone', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.tuple(byte, byte, byte, byte), fc.tuple(byte, byte, byte), ([a, r, g, b], below) => {
      const shares = [r, g, b].map((part) => Math.round((part * a) / 255));
      const [red = 0, green = 0, blue = 0] = shares;
      const palette = paletteOn(colour(...below));
      const seen = channels(palette.colours[palette.over(colour(red, green, blue, a), 0)] ?? 0);
      shares.forEach((share, i) => {
        const should = share + ((below[i] ?? 0) * (255 - a)) / 255;
        expect(Math.abs((seen[i] ?? 0) - Math.min(should, 255))).toBeLessThanOrEqual(1);
      });
      expect(seen[3]).toBe(255);
    }),
  );
});

it('takes the nearest of its colours when it is full', () => {
  const palette = paletteOn(colour(0, 0, 0));
  for (let i = 1; i < 256; i++) expect(palette.over(colour(i, 0, 0), 0)).toBe(i);
  expect(palette.over(colour(7, 3, 2), 0)).toBe(7);
  expect(palette.over(colour(255, 255, 255), 0)).toBe(255);
  expect(palette.colours).toHaveLength(256);
});

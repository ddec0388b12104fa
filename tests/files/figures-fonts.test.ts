import { beforeAll, expect, it } from 'vitest';
import { type Published, publish } from './helpers/catalogue.ts';
import { textsInArial } from './helpers/svg-text.ts';

// Our letters do not travel with a picture (programs that read SVG mostly leave fonts in it unread), so it must hold those that
// the reader's machine has: Arial or Liberation Sans, which are wider.

let site: Published;
beforeAll(async () => {
  site = await publish();
});

it('no word of a picture leaves it or meets another when it is set in Arial', async () => {
  const found: string[] = [];
  const pictures = site.paths.filter((p) => /^data\/figurer\/.*\.svg$/.test(p));
  expect(pictures.length).toBeGreaterThan(300);
  for (const path of pictures) {
    const svg = await site.text(path);
    const width = Number(/width="(\d+)"/.exec(svg)?.[1]);
    const texts = textsInArial(svg);
    if (texts.length === 0) found.push(`${path}: no words found`);
    for (const t of texts)
      if (t.left < 0 || t.right > width)
        found.push(`${path}: ”${t.words}” ${Math.round(t.left)}–${Math.round(t.right)} of ${width}`);
    for (const [i, a] of texts.entries())
      for (const b of texts.slice(i + 1))
        if (Math.abs(a.y - b.y) < 0.5 * Math.min(a.size, b.size) && a.left < b.right && b.left < a.right)
          found.push(`${path}: ”${a.words}” meets ”${b.words}”`);
  }
  expect(found).toEqual([]);
});

it('the measure finds words outside and on each other', () => {
  const picture = (x: number) =>
    `<svg width="100"><g transform="translate(10 0) scale(2)"><text x="${x}" y="10" font-size="10">mmm</text></g></svg>`;
  expect(textsInArial(picture(5))[0]).toMatchObject({ left: 20, y: 20, size: 20 });
  expect(textsInArial(picture(5))[0]?.right).toBeCloseTo(20 + 3 * 0.833 * 20);
  expect(textsInArial(picture(25))[0]?.right).toBeGreaterThan(100);
});

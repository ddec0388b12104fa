import { beforeAll, describe, expect, it } from 'vitest';
import { BOXES } from '../../src/files/pptx/boxes.ts';
import { tableSize } from '../../src/files/pptx/table.ts';
import { type Published, publish } from './helpers/catalogue.ts';
import { DECKS, deckAt, openDeck } from './helpers/deck.ts';

let site: Published;
beforeAll(async () => {
  site = await publish();
});

describe.each(DECKS)('%s', (path) => {
  it('has one size for its titles, and no header whose longest word is wider than its column', async () => {
    const deck = deckAt(site, path);
    const { read } = await openDeck(await site.bytes(path));
    const sizes = await Promise.all(
      deck.slides.map(async (_, i) => {
        const text = await read(`ppt/slides/slide${i + 1}.xml`);
        return /type="title"\/>.*?sz="(\d+)"/.exec(text)?.[1];
      }),
    );
    expect(new Set(sizes.filter((s) => s !== undefined)).size).toBe(1);
    for (const { figure, title } of deck.slides) {
      if (figure?.kind !== 'table') continue;
      const size = tableSize(figure.table) ?? 0;
      // Bold letters of Arial are some 0.6 of the size wide; six points stand on either side.
      for (const { label, share } of figure.table.columns)
        for (const word of label.split(' '))
          expect(word.length * size * 0.6, `${title}: ${word}`).toBeLessThanOrEqual(
            share * BOXES.figure.w - 12,
          );
    }
  });

  it('draws what has no answer as lines, and names no part in a legend that no bar has', async () => {
    const deck = deckAt(site, path);
    const { read } = await openDeck(await site.bytes(path));
    const charts = deck.slides.flatMap((s) => (s.figure?.kind === 'chart' ? [s.figure.chart] : []));
    for (const [i, chart] of charts.entries()) {
      const text = await read(`ppt/charts/chart${i + 1}.xml`);
      const missing = chart.series.filter((s) => s.name === 'Svar saknas');
      expect(text.split('<a:pattFill').length - 1).toBe(missing.length);
      for (const s of chart.series.filter(() => chart.stacked))
        expect(
          s.values.some((v) => (v ?? 0) > 0),
          s.name,
        ).toBe(true);
    }
  });
});

it("counts the stadsdelar's own answers, question by question, where they answer in place of their city", () => {
  const { index } = site;
  const stockholm = index.catalogue.referens.kommuner.find((k) => k.namn === 'Stockholm');
  if (!stockholm) throw new Error('no Stockholm');
  const codes = new Set(
    index.catalogue.referens.stadsdelar.filter((s) => s.kommunkod === stockholm.kod).map((s) => s.kod),
  );
  let compared = 0;
  for (const { figure } of deckAt(site, 'data/kommun/stockholm.pptx').slides) {
    if (figure?.kind !== 'chart' || !figure.chart.stacked) continue;
    for (const [n, category] of figure.chart.categories.entries()) {
      const [, name, ar] = /^(.*) (\d{4})$/.exec(category) ?? [];
      const indicator = index.catalogue.indikatorer.find(
        (i) => i.kortnamn === name?.replace(' (exempel)', ''),
      );
      if (!indicator) throw new Error(category);
      const own = index.observationsOf(indicator.id, Number(ar)).filter((o) => codes.has(o.kod));
      const answered = own.filter((o) => o.varde !== null);
      const drawn = (label: string) => figure.chart.series.find((s) => s.name === label)?.values[n] ?? 0;
      const yes = answered.filter((o) => o.varde === 'ja' || o.varde === 'alla').length;
      expect([category, drawn('Svarade ja')]).toEqual([category, yes]);
      expect([category, drawn('Svarade ja') + drawn('Svarade delvis') + drawn('Svarade nej')]).toEqual([
        category,
        answered.length,
      ]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(20);
});

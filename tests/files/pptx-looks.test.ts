import { beforeAll, describe, expect, it } from 'vitest';
import { BOXES, fittingSize, SIZES } from '../../src/files/pptx/boxes.ts';
import { PERCENT } from '../../src/files/pptx/parts.ts';
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

  it('has edition, base and source in the foot of what says anything, and nothing under 12 points', async () => {
    const deck = deckAt(site, path);
    const { read, names } = await openDeck(await site.bytes(path));
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    // The cover, and the pages that say how to read and where to find, have no figures of their own.
    const telling = deck.slides.findIndex((s) => s.title === 'Så läser du siffrorna');
    for (const [i, slide] of deck.slides.entries()) {
      const xml = await read(`ppt/slides/slide${i + 1}.xml`);
      const foot = plain(/name="Sidfot".*?<a:t>([^<]*)<\/a:t>/.exec(xml)?.[1] ?? '');
      expect(foot).toContain(plain(deck.footer));
      if (i > 0 && i < telling) expect(foot, slide.title).toMatch(/^Käll(a|or): /);
      if (
        slide.figure?.kind === 'chart' &&
        (slide.figure.chart.format === PERCENT || slide.figure.chart.stacked)
      )
        expect(foot, slide.title).toMatch(/Andel av dem som svarade|Antal svar/);
      if (slide.layout === 'figur')
        expect(fittingSize(slide.text, BOXES.lead, SIZES.lead)).toBeGreaterThanOrEqual(18);
    }
    for (const name of names.filter((n) => /ppt\/(slides\/slide|charts\/chart)\d+\.xml$/.test(n)))
      for (const [, size] of (await read(name)).matchAll(/ sz="(\d+)"/g))
        expect(Number(size), name).toBeGreaterThanOrEqual(1200);
  });

  it('says beside each other in the order of its bars', async () => {
    const deck = deckAt(site, path);
    const { read } = await openDeck(await site.bytes(path));
    let n = 0;
    for (const [i, { figure }] of deck.slides.entries()) {
      if (figure?.kind !== 'chart') continue;
      n += 1;
      const { direction, stacked, series } = figure.chart;
      if (direction !== 'bar' || stacked || series.length < 2) continue;
      // Programs disagree on the legend of lying bars: the key stands on the slide and the chart has none.
      expect(await read(`ppt/charts/chart${n}.xml`)).not.toContain('<c:legend>');
      const key = /name="Färgnyckel".*?<\/p:sp>/.exec(await read(`ppt/slides/slide${i + 1}.xml`))?.[0] ?? '';
      const said = [...key.matchAll(/<a:t>([^<■]+)<\/a:t>/g)].map(([, name = '']) => name.trim());
      expect(said).toEqual(series.map((s) => s.name));
    }
  });

  it('fills the same place with every chart: few bars with larger letters, and never a single one', async () => {
    const deck = deckAt(site, path);
    const { read } = await openDeck(await site.bytes(path));
    let n = 0;
    for (const [i, { figure, title }] of deck.slides.entries()) {
      if (figure?.kind !== 'chart') continue;
      n += 1;
      const { categories, direction, series, stacked } = figure.chart;
      const slide = await read(`ppt/slides/slide${i + 1}.xml`);
      const frame = /<p:xfrm><a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/.exec(slide)?.slice(1);
      const [x, y, w, h] = (frame ?? []).map((length) => Number(length) / 12700);
      expect([x, w, (y ?? 0) + (h ?? 0)], title).toEqual([40, 880, 492]);
      expect(h, title).toBeGreaterThan(290);
      const letters = Number(
        /<c:txPr>(?!.*<c:txPr>).*?sz="(\d+)"/.exec(await read(`ppt/charts/chart${n}.xml`))?.[1],
      );
      if (direction === 'bar') expect(categories.length, title).toBeGreaterThan(1);
      if (direction === 'bar' && categories.length * (stacked ? 1 : series.length) <= 4)
        expect(letters, title).toBe(1800);
    }
    expect(n).toBeGreaterThan(0);
  });

  it('writes numbers inside a bar so that they can be read on its colour', async () => {
    const deck = deckAt(site, path);
    const { read } = await openDeck(await site.bytes(path));
    const light = (hex: string) => {
      const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
        const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const charts = deck.slides.flatMap((s) => (s.figure?.kind === 'chart' ? [s.figure.chart] : []));
    for (const [i, { stacked, series }] of charts.entries()) {
      if (!stacked) continue;
      const parts = (await read(`ppt/charts/chart${i + 1}.xml`)).split('<c:ser>').slice(1);
      for (const [n, { name, colour, hatched }] of series.entries()) {
        const letters = /<c:dLbls>.*?<a:srgbClr val="([0-9A-Fa-f]{6})"/.exec(parts[n] ?? '')?.[1] ?? '';
        const [low = 0, high = 0] = [light(letters), light(hatched ? 'ffffff' : colour.slice(1))].toSorted(
          (a, b) => a - b,
        );
        expect((high + 0.05) / (low + 0.05), name).toBeGreaterThan(4.5);
      }
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

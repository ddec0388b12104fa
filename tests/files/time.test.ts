import { dsvFormat } from 'd3-dsv';
import JSZip from 'jszip';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { indicatorSeries, seriesYears } from '../../src/charts/from/series.ts';
import { kommunDocument } from '../../src/content/kommun/document.ts';
import { kommunData } from '../../src/files/pdf/kommun-data.ts';
import { omradeDeck } from '../../src/files/pptx/omrade-deck.ts';
import { registerSlides } from '../../src/files/pptx/register-slides.ts';
import type { CatalogueIndex } from '../../src/model/catalogue.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { breaksOf } from '../../src/statistics/comparability.ts';
import { ANTAL, folder, INDIKATORER, replace, write } from '../ingest/folder.ts';
import { type Published, publish } from './helpers/catalogue.ts';

// Time has a scale in every format: years keep their distance, nothing is drawn over a break, and the break is named.

let site: Published;
beforeAll(async () => {
  site = await publish();
});

const NAMED = 'jämför inte bakåt';

/** Breaks between the first and the last year that riket has a figure for. */
function breaksWithin(index: CatalogueIndex, indicator: Indicator): readonly number[] {
  const years = seriesYears(index, indicator).map((y) => y.ar);
  return breaksOf(indicator, index.omrade(indicator.omrade))
    .map((b) => b.franAr)
    .filter((ar) => Math.min(...years) < ar && ar <= Math.max(...years));
}

/** The indicators that stand over the years somewhere, with those of their breaks that lie between figures. */
const seriesOf = (index: CatalogueIndex) =>
  index.catalogue.indikatorer.flatMap((indicator) => {
    const figure = indicatorSeries(index, indicator);
    return figure ? [{ indicator, figure, breaks: breaksWithin(index, indicator) }] : [];
  });

/** Places of the points by their year, ends of the lines, and places of the cuts. */
function drawnIn(picture: string) {
  const { document } = parseHTML(picture);
  const points = new Map(
    [...document.querySelectorAll('circle')].flatMap((c): [number, number][] => {
      const ar = Number(/^(\d{4}):/.exec(c.querySelector('title')?.textContent ?? '')?.[1]);
      return Number.isNaN(ar) ? [] : [[ar, Number(c.getAttribute('cx'))]];
    }),
  );
  const lines = [...picture.matchAll(/<path d="(M[^"]*L[^"]*)"/g)].map(([, d = '']) => {
    const xs = [...d.matchAll(/[ML](-?[\d.]+)/g)].map(([, x]) => Number(x));
    return [Math.min(...xs), Math.max(...xs)] as const;
  });
  return { points, lines };
}

it('pictures of pages, and the same as SVG: a year is as wide everywhere, and no line passes a break', async () => {
  let broken = 0;
  for (const { indicator, figure, breaks } of seriesOf(site.index)) {
    const download = await site.text(`data/figurer/${indicator.slug}/${figure.id}.svg`);
    for (const picture of [figure.svg, figure.narrow ?? '', download]) {
      const { points, lines } = drawnIn(picture);
      const [[firstYear, firstX], [lastYear, lastX]] = [[...points][0], [...points].at(-1)] as [
        [number, number],
        [number, number],
      ];
      const at = (ar: number) => firstX + ((lastX - firstX) * (ar - firstYear)) / (lastYear - firstYear);
      for (const [ar, x] of points) expect(Math.abs(x - at(ar)), `${figure.id} ${ar}`).toBeLessThan(0.3);
      for (const [from, to] of lines)
        for (const ar of breaks) expect(from < at(ar) - 0.3 && to > at(ar) - 0.3, figure.id).toBe(false);
      const words = parseHTML(picture).document.documentElement.textContent;
      for (const ar of breaks) expect(words, figure.id).toContain(String(ar));
    }
    if (breaks.length === 0) continue;
    broken += 1;
    expect(figure.svg, figure.id).toContain(NAMED);
  }
  expect(broken).toBeGreaterThan(0);
});

it('the CSV of a figure: a row for each year, and the series on either side of a break have names that say so', async () => {
  for (const { indicator, figure, breaks } of seriesOf(site.index)) {
    const text = await site.text(`data/figurer/${indicator.slug}/${figure.id}.csv`);
    const rows = dsvFormat(';').parse(text.replace(/^\ufeff/, ''));
    const years = rows.map((r) => Number(r.År));
    expect(years, figure.id).toEqual(years.map((_, i) => (years[0] ?? 0) + i));
    for (const ar of breaks) {
      const [first] = rows.filter((r) => Number(r.År) >= ar && r['Jämförbar serie'] !== '');
      expect(first?.['Jämförbar serie'], figure.id).toMatch(new RegExp(`${ar}.*${NAMED}`));
      const before = rows.filter((r) => Number(r.År) < ar).map((r) => r['Jämförbar serie']);
      expect(before).not.toContain(first?.['Jämförbar serie']);
    }
  }
});

it('slides: a category for each year, and no series on both sides of a break', () => {
  const seen = new Set<string>();
  for (const omrade of site.index.catalogue.omraden)
    for (const edition of omrade.utgavor)
      for (const { title, text, figure } of omradeDeck(site.index, omrade, edition).slides) {
        if (figure?.kind !== 'chart' || figure.chart.first !== 'År') continue;
        const { categories, series, alt } = figure.chart;
        expect(categories).toEqual(categories.map((_, i) => String(Number(categories[0]) + i)));
        const indicator = site.index.catalogue.indikatorer.find((i) => i.titel === title);
        if (!indicator) throw new Error(title);
        for (const ar of breaksWithin(site.index, indicator)) {
          if (Number(categories[0]) >= ar || Number(categories.at(-1)) < ar) continue;
          seen.add(title);
          for (const { values } of series) {
            const years = categories.map(Number).filter((_, i) => values[i] !== null);
            expect(new Set(years.map((y) => y >= ar)).size, title).toBeLessThanOrEqual(1);
          }
          for (const said of [text.join(' '), alt])
            expect(said, title).toMatch(new RegExp(`${ar}.*${NAMED}`));
        }
      }
  expect(seen.size).toBeGreaterThan(0);
});

it('workbooks have no charts of their own, so that none can draw years evenly', async () => {
  for (const path of site.paths.filter((p) =>
    /^data\/(allt|hemloshet|ekonomiskt-bistand)\/.*\.xlsx$/.test(p),
  ))
    expect(
      Object.keys((await JSZip.loadAsync(await site.bytes(path))).files).filter((n) => n.includes('chart')),
    ).toEqual([]);
});

describe('a kommun with a register over a break', () => {
  const YEARS = [2016, 2017, 2022, 2023];
  let index: CatalogueIndex;
  beforeAll(async () => {
    const places = ['00', '0114', '0180', '0305', '0380', '0643'];
    const rows = places.flatMap((kod) =>
      YEARS.map((ar) => `${kod};${ar};T;${kod === '00' ? ar : ar - 2000};`),
    );
    const loaded = await loadFiles(
      folder(
        write(ANTAL, `${['kod;ar;kon;varde;saknas', ...rows].join('\n')}\n`),
        replace(
          INDIKATORER,
          '"ar": [\n      2021,\n      2022\n    ]',
          `"ar": ${JSON.stringify(YEARS)},
          "brott": [{"franAr": 2022, "orsak": "Nytt sätt att räkna."}]`,
        ),
      ),
    );
    if (!loaded.index) throw new Error(JSON.stringify(loaded.report.findings));
    index = loaded.index;
  });
  const report = () => {
    const kommun = index.kommun('0380');
    if (!kommun) throw new Error('no Uppsala');
    return kommunDocument(index, kommun);
  };

  it('its slide', () => {
    const slides = report().registers.flatMap((r) => registerSlides('0380', r));
    const slide = slides.find((s) => s.figure?.kind === 'chart' && s.figure.chart.first === 'År');
    if (slide?.figure?.kind !== 'chart') throw new Error('no years');
    const { categories, series, alt } = slide.figure.chart;
    expect(categories).toEqual(['2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023']);
    expect(series.map((s) => s.values.map((v) => v !== null))).toEqual([
      [true, true, false, false, false, false, false, false],
      [false, false, false, false, false, false, true, true],
    ]);
    expect(slide.text.join(' ')).toContain(`Nytt 2022: ${NAMED}`);
    expect(alt).toContain(`Nytt 2022: ${NAMED}`);
  });

  it('its report (PDF)', () => {
    const part = kommunData(report()).register.find((r) => r.ar !== null);
    expect(part?.ar?.kolumner).toContain('Jämförbar serie');
    expect(part?.ar?.rader.map((r) => r.at(-1))).toEqual([
      'före 2022',
      'före 2022',
      `från 2022, ${NAMED}`,
      `från 2022, ${NAMED}`,
    ]);
    expect(part?.ar?.noter).toContain('Nytt sätt att räkna.');
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DOMParser } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { zipInNode } from '../../src/files/common/zip-node.ts';
import { BOXES, type Box, fittingSize, heightOf, SIZES } from '../../src/files/pptx/boxes.ts';
import { omradeDeck } from '../../src/files/pptx/omrade-deck.ts';
import { pptxBytes } from '../../src/files/pptx/package.ts';
import { chartSlide } from '../../src/files/pptx/parts.ts';
import { tableSize } from '../../src/files/pptx/table.ts';
import { RIKET } from '../../src/model/kommun.ts';
import { breaksOf } from '../../src/statistics/comparability.ts';
import { shareOf } from '../../src/statistics/profile.ts';
import { type Published, publish } from './helpers/catalogue.ts';
import { DECKS, deckAt, openDeck } from './helpers/deck.ts';

let site: Published;
beforeAll(async () => {
  site = await publish();
});

type Parsed = ReturnType<DOMParser['parseFromString']>;
const attribute = (doc: Parsed, tag: string, name: string): readonly (string | null)[] =>
  [...doc.querySelectorAll(tag)].map((e) => e.getAttribute(name));

/** All text of a part, paragraph by paragraph. */
const paragraphs = (doc: Parsed) =>
  [...doc.getElementsByTagName('a:p')]
    .map((p) => [...p.getElementsByTagName('a:t')].map((t) => t.textContent).join(''))
    .filter((t) => t !== '');

describe.each(DECKS)('%s', (path) => {
  it('has every slide with title, text, notes, number, footer and Swedish as its language', async () => {
    const deck = deckAt(site, path);
    const { names, xml, read } = await openDeck(await site.bytes(path));
    expect(names.filter((n) => /^ppt\/slides\/slide\d+\.xml$/.test(n))).toHaveLength(deck.slides.length);
    expect(new Set(deck.slides.map((s) => s.title)).size).toBe(deck.slides.length);
    for (const [i, slide] of deck.slides.entries()) {
      const doc = await xml(`ppt/slides/slide${i + 1}.xml`);
      const said = paragraphs(doc);
      expect(said[0]).toBe(slide.title);
      for (const text of [...slide.text, String(i + 1)]) expect(said).toContain(text);
      // The foot names the source before the edition, where the slide has figures.
      const foot = said.find((text) => text.endsWith(deck.footer)) ?? '';
      expect(foot).toContain(deck.footer);
      const source = slide.notes.some((n) => n.startsWith('Källa'));
      if (slide.figure && source) expect(foot).toMatch(/^Käll(a|or): /);
      expect(deck.footer.includes('exempeldata')).toBe(deck.example);
      const types = [...doc.getElementsByTagName('p:ph')].map((p) => p.getAttribute('type'));
      expect(types).toContain('sldNum');
      // LibreOffice breaks the lines of a footer field inside words.
      expect(types).not.toContain('ftr');
      expect(types.includes('title') || types.includes('ctrTitle')).toBe(true);
      const notes = paragraphs(await xml(`ppt/notesSlides/notesSlide${i + 1}.xml`));
      expect(notes).toEqual(slide.notes);
      expect(notes.length).toBeGreaterThan(0);
      const runs = (await read(`ppt/slides/slide${i + 1}.xml`)).match(/<a:rPr[^>]*>/g) ?? [];
      for (const run of runs) expect(run).toContain('lang="sv-SE"');
    }
  });

  it('draws every number of its charts, in the cache and in the workbook, and none that is missing', async () => {
    const deck = deckAt(site, path);
    const { xml, embedded } = await openDeck(await site.bytes(path));
    const charts = deck.slides.flatMap((s) => (s.figure?.kind === 'chart' ? [s.figure.chart] : []));
    expect(charts.length).toBeGreaterThan(0);
    for (const [i, chart] of charts.entries()) {
      const doc = await xml(`ppt/charts/chart${i + 1}.xml`);
      const series = [...doc.getElementsByTagName('c:ser')];
      expect(series).toHaveLength(chart.series.length);
      const sheet = (await embedded(i + 1)).Sheets.Data;
      if (!sheet) throw new Error('no sheet');
      const grid = XLSX.utils.sheet_to_json<(string | number | null)[]>(sheet, {
        header: 1,
        defval: null,
        raw: true,
      });
      expect(grid[0]).toEqual([chart.first, ...chart.series.map((s) => s.name)]);
      expect(grid.slice(1).map((row) => row[0])).toEqual(chart.categories);
      for (const [n, s] of chart.series.entries()) {
        const points = [...(series[n]?.querySelectorAll('numCache pt, c\\:numCache c\\:pt') ?? [])];
        const cached = Array.from({ length: chart.categories.length }, (): number | null => null);
        for (const p of points) cached[Number(p.getAttribute('idx'))] = Number(p.textContent);
        expect(cached).toEqual(s.values);
        expect(grid.slice(1).map((row) => row[n + 1] ?? null)).toEqual(s.values);
      }
    }
  });

  it('describes every figure in words, and marks the header of every table', async () => {
    const deck = deckAt(site, path);
    const { read } = await openDeck(await site.bytes(path));
    for (const [i, slide] of deck.slides.entries()) {
      const text = await read(`ppt/slides/slide${i + 1}.xml`);
      const described = [...text.matchAll(/descr="([^"]+)"/g)];
      expect(described).toHaveLength(slide.figure === null ? 0 : 1);
      if (slide.figure?.kind === 'table') {
        expect(text).toContain('firstRow="1"');
        for (const cell of slide.figure.table.rows.flat())
          expect(text).toContain(`<a:t>${cell.replaceAll('&', '&amp;')}</a:t>`);
      }
    }
  });

  it('keeps all text inside its box', () => {
    for (const slide of deckAt(site, path).slides) {
      const cover = slide.layout === 'titel';
      const box = cover ? BOXES.coverText : slide.layout === 'text' ? BOXES.body : BOXES.lead;
      const sizes = cover ? SIZES.coverText : slide.layout === 'text' ? SIZES.body : SIZES.lead;
      const fits = (text: readonly string[], b: Box, all: readonly number[]) =>
        heightOf(text, fittingSize(text, b, all), b.w - 4) <= b.h;
      expect(fits(slide.text, box, sizes), slide.text.join('\n')).toBe(true);
      expect(
        fits([slide.title], cover ? BOXES.coverTitle : BOXES.title, cover ? SIZES.cover : SIZES.title),
        slide.title,
      ).toBe(true);
      if (slide.figure?.kind === 'table') expect(tableSize(slide.figure.table), slide.title).not.toBeNull();
    }
  });

  it('is small, the same bytes twice, with properties from the release', async () => {
    const bytes = await site.bytes(path);
    // The largest has 37 charts, each with its own workbook.
    expect(bytes.length).toBeLessThan(path.startsWith('data/kommun/') ? 150_000 : 230_000);
    expect(Buffer.compare(bytes, pptxBytes(deckAt(site, path), zipInNode))).toBe(0);
    const core = await (await openDeck(bytes)).xml('docProps/core.xml');
    const text = core.toString();
    expect(text).toContain('sv-SE');
    expect(text).toContain(`${site.index.catalogue.release.datum}T12:00:00Z`);
    expect(core.getElementsByTagName('dc:title')[0]?.textContent).toBe(deckAt(site, path).title);
  });

  it('names only parts that it has', async () => {
    const { names, xml } = await openDeck(await site.bytes(path));
    for (const name of names.filter((n) => n.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/[^/]+$/, '');
      for (const target of attribute(await xml(name), 'Relationship', 'Target'))
        expect(names).toContain(new URL(target ?? '', `x:///${folder}`).pathname.replace(/^\/+/, ''));
    }
    const types = attribute(await xml('[Content_Types].xml'), 'Override', 'PartName');
    for (const part of types) expect(names).toContain(part?.slice(1));
  });
});

it('gives time a scale: every year has its place, and no series goes over a break', () => {
  let charts = 0;
  let broken = 0;
  for (const omrade of site.index.catalogue.omraden)
    for (const edition of omrade.utgavor)
      for (const slide of omradeDeck(site.index, omrade, edition).slides) {
        if (slide.figure?.kind !== 'chart' || slide.figure.chart.first !== 'År') continue;
        const { categories, series } = slide.figure.chart;
        charts += 1;
        const first = Number(categories[0]);
        expect(categories).toEqual(categories.map((_, i) => String(first + i)));
        const indicator = site.index.catalogue.indikatorer.find((i) => i.titel === slide.title);
        if (!indicator) throw new Error(slide.title);
        const breaks = breaksOf(indicator, site.index.omrade(indicator.omrade));
        for (const { values } of series) {
          const years = categories.map(Number).filter((_, i) => values[i] !== null);
          for (const b of breaks)
            expect(new Set(years.map((y) => y >= b.franAr)).size, slide.title).toBeLessThanOrEqual(1);
        }
        if (series.length > 1) {
          broken += 1;
          expect(slide.text.join(' ')).toContain('jämför inte bakåt');
          expect(slide.figure.chart.alt).toContain('jämför inte bakåt');
        }
      }
  expect(charts).toBeGreaterThan(5);
  expect(broken).toBeGreaterThan(0);
});

it('shows riket as the catalogue has it', () => {
  const [omrade, edition] = [site.index.omrade('hemloshet'), site.index.edition('hemloshet', 2016)];
  if (!omrade || !edition) throw new Error('no edition');
  const deck = omradeDeck(site.index, omrade, edition);
  for (const id of ['U30428', 'U30442', 'U35520']) {
    const indicator = site.index.indikator(id);
    const share = indicator && shareOf(indicator, site.index.observation(id, RIKET, 2016));
    const slide = deck.slides.find((s) => s.title === indicator?.titel);
    if (!share || slide?.figure?.kind !== 'chart') throw new Error(id);
    expect(slide.figure.chart.series[0]?.values.at(-1)).toBe((100 * share.count) / share.of);
  }
});

it('says so where there is nothing to draw, and keeps a zero', async () => {
  const chart = {
    first: 'Kommun',
    categories: ['Å & "Ä" <;>', 'Noll'],
    direction: 'bar',
    stacked: false,
    format: '0',
    max: null,
    marked: new Map<number, string>(),
    alt: 'Stapeldiagram.',
  } as const;
  const series = (values: readonly (number | null)[]) => [{ name: 'Tal', colour: '#000000', values }];
  const empty = chartSlide('Inget', [], { ...chart, series: series([null, null]) }, ['Not']);
  expect(empty.figure).toBeNull();
  expect(empty.text).toEqual(['Inga staplar att rita: Å & "Ä" <;>; Noll.']);
  const slide = chartSlide('Något', ['Text'], { ...chart, series: series([null, 0]) }, ['Not']);
  const { xml, embedded } = await openDeck(
    pptxBytes(
      {
        title: 'T',
        description: '',
        keywords: [],
        author: 'Å',
        datum: '2026-11-23',
        footer: 'F',
        example: false,
        slides: [slide],
      },
      zipInNode,
    ),
  );
  const cache = (await xml('ppt/charts/chart1.xml')).toString();
  expect(cache.match(/<c:pt idx="\d"><c:v>[\d.]+<\/c:v>/g)).toEqual(['<c:pt idx="1"><c:v>0</c:v>']);
  const sheet = (await embedded(1)).Sheets.Data;
  expect([sheet?.A2?.v, sheet?.B2?.v, sheet?.B3?.v]).toEqual(['Å & "Ä" <;>', undefined, 0]);
});

const office = spawnSync('soffice', ['--version']).status === 0;
it.skipIf(!office)(
  'opens in LibreOffice with a page for every slide (skipped where it is not installed)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pptx-'));
    try {
      writeFileSync(join(folder, 'b.pptx'), await site.bytes('data/kommun/boras.pptx'));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      spawnSync('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'b.pptx'),
      ]);
      const pdf = readFileSync(join(folder, 'b.pdf')).toString('latin1');
      const count = Math.max(
        ...[...pdf.matchAll(/\/Type\s*\/Pages[\s\S]{0,2000}?\/Count (\d+)/g)].map((m) => Number(m[1])),
      );
      expect(count).toBe(deckAt(site, 'data/kommun/boras.pptx').slides.length);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

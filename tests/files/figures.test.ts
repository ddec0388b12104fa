import { crc32 } from 'node:zlib';
import { dsvFormat } from 'd3-dsv';
import { parseHTML } from 'linkedom';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { riketSeries, yearFigures } from '../../src/charts/from/indicator.ts';
import { figureOf, figureRefs } from '../../src/charts/from/refs.ts';
import { figureFiles, figureWriter } from '../../src/files/figures/index.ts';
import { kommunYears } from '../../src/statistics/years.ts';
import { fixtureIndex, PLAN, SUPPORT } from '../charts/fixture.ts';

const index = fixtureIndex();
const files = new Map(figureWriter.files(index).map((f) => [f.path, f]));
const fileAt = (path: string) => {
  const file = files.get(path);
  if (!file) throw new Error(`${path} is not published`);
  return file;
};
const bytes = async (path: string) => fileAt(path).content();
const text = async (path: string) => new TextDecoder().decode(await bytes(path));

it('a figure is drawn once, whoever asks', () => {
  expect(yearFigures(index, PLAN, 2020)).toBe(yearFigures(index, PLAN, 2020));
  expect(figureFiles(index)).toBe(figureFiles(index));
});

it('the list names exactly the figures that can be drawn', () => {
  for (const indicator of index.catalogue.indikatorer) {
    const drawn = kommunYears(index, indicator.id).flatMap((ar) =>
      Object.values(yearFigures(index, indicator, ar)),
    );
    const figures = [...drawn, riketSeries(index, indicator)].filter((f) => f !== null);
    const refs = figureRefs(index, indicator);
    expect(refs.map((r) => [r.id, r.example]).toSorted()).toEqual(
      figures.map((f) => [f.id, f.example]).toSorted(),
    );
    for (const ref of refs) expect(figureOf(index, ref).id).toBe(ref.id);
  }
});

it('every figure of every year has a vector, a PNG and its numbers', () => {
  const endings = (id: string) =>
    figureFiles(index)
      .get(id)
      ?.map((f) => f.format);
  const ids = index.catalogue.indikatorer.flatMap((i) => figureRefs(index, i).map((r) => r.id));
  expect(ids).toContain('karta-plan-2016');
  for (const id of ids) expect(endings(id)).toEqual(['SVG', 'PNG', 'CSV']);
});

it('the picture says what it is, where it comes from and that it is an example', async () => {
  const svg = await text('data/figurer/plan/karta-plan-2020.svg');
  const { document } = parseHTML(svg);
  const words = [...document.querySelectorAll('text')].map((t) => t.textContent);
  expect(words).toContain('Exempeldata');
  expect(words).toContain('Plan mot hemlöshet, 2020');
  expect(words.join(' ')).toContain(
    'Prov, version 2026.1, 23 november 2026. https://example.org/indikatorer/plan/',
  );
  expect(svg).not.toMatch(/<style|<script|<a |class=|(?:href|src)="/);
  expect(await text('data/figurer/bistand/karta-bistand-2022.svg')).not.toContain('Exempeldata');
});

it('the PNG has ink in it, twice the points of the picture at its size, and the same bytes every time', async () => {
  const path = 'data/figurer/plan/fordelning-plan-2020.png';
  const first = await bytes(path);
  expect(Buffer.from(await bytes(path)).equals(Buffer.from(first))).toBe(true);
  const image = PNG.sync.read(Buffer.from(first));
  const svg = await text('data/figurer/plan/fordelning-plan-2020.svg');
  expect([image.width, image.height]).toEqual(
    [/width="(\d+)"/, /height="(\d+)"/].map((size) => 2 * Number(size.exec(svg)?.[1])),
  );
  // 192 to the inch, so that a program that goes by inches gives it the vector's size.
  const at = Buffer.from(first).indexOf('pHYs');
  expect(Buffer.from(first).readUInt32BE(at + 4)).toBe(Math.round(192 / 0.0254));
  expect(image.data.filter((v, i) => i % 4 === 3 && v !== 255)).toHaveLength(0);
  // Words in the title's dark ink: without a font there would be none.
  const row = image.data.subarray(0, image.width * 180 * 4);
  const dark = row.filter((v, i) => i % 4 === 0 && v < 60).length;
  expect(dark).toBeGreaterThan(500);
});

/** Keywords and words of the text chunks, and the sums that do not agree. */
function textsIn(png: Uint8Array) {
  const all = Buffer.from(png);
  const found: Record<string, string> = {};
  for (let at = 8; at < all.length; ) {
    const length = all.readUInt32BE(at);
    const body = all.subarray(at + 4, at + 8 + length);
    expect(all.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    const [keyword = '', ...rest] = body.subarray(4).toString('utf8').split('\0');
    if (body.subarray(0, 4).toString('latin1') === 'iTXt') found[keyword] = rest.at(-1) ?? '';
    at += length + 12;
  }
  return found;
}

it('the PNG says what it is, where it is from, under which licence, and that its numbers are made up', async () => {
  const plan = textsIn(await bytes('data/figurer/plan/fordelning-plan-2020.png'));
  expect(plan.Title).toBe('Plan mot hemlöshet, fördelning, 2020 (exempeldata)');
  expect(plan.Source).toContain('https://example.org/indikatorer/plan/');
  expect(plan.Copyright).toBe('CC BY 4.0, http://creativecommons.org/licenses/by/4.0/');
  expect(plan.Software).toBe('Prov, version 2026.1');
  const support = textsIn(await bytes('data/figurer/bistand/karta-bistand-2022.png'));
  expect(support.Title).not.toContain('exempel');
  expect(support.Source).toContain('Socialstyrelsen via Kolada.');
});

it('the CSV holds the numbers as numbers, the reason where there is none, and source and example on every row', async () => {
  const csv = (await text('data/figurer/bistand/karta-bistand-2022.csv')).replace(/^\ufeff/, '');
  const rows = dsvFormat(';').parse(csv);
  expect(rows.columns).toEqual([
    'Kommun',
    'Värde (%)',
    'Län',
    'Kommungrupp',
    'Invånare',
    'År',
    'Källa',
    'Exempeldata',
  ]);
  expect(rows).toHaveLength(290);
  for (const row of rows) {
    const own = index.catalogue.referens.kommuner.find((k) => k.namn === row.Kommun);
    const value = index.observation(SUPPORT.id, own?.kod ?? '', 2022)?.varde;
    // As the figure shows it: with the indicator's decimals.
    const shown = typeof value === 'number' ? String(Number(value.toFixed(SUPPORT.decimaler))) : null;
    expect([row['Värde (%)'], row.År]).toEqual([shown?.replace('.', ',') ?? 'Uppgift saknas', '2022']);
    expect(row.Källa).toBe('Socialstyrelsen via Kolada.');
    expect(row.Exempeldata).toBe('nej');
  }
});

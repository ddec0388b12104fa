import { describe, expect, it } from 'vitest';
import type { ComparisonParts } from '../../src/compare/beside.ts';
import { comparedIn } from '../../src/compare/beside.ts';
import { matrixOf } from '../../src/compare/matrix.ts';
import { fileNameOf, nameOfChoice } from '../../src/compare/naming.ts';
import { NOTHING } from '../../src/compare/selection.ts';
import { zipInBrowser } from '../../src/files/common/zip-browser.ts';
import { BOXES } from '../../src/files/pptx/boxes.ts';
import { comparisonDeck } from '../../src/files/pptx/comparison-deck.ts';
import { pptxBytes } from '../../src/files/pptx/package.ts';
import { numberFormat } from '../../src/files/pptx/parts.ts';
import { tableSize } from '../../src/files/pptx/table.ts';
import { CITY, compareFixture } from '../compare/fixture.ts';
import { openDeck } from './helpers/deck.ts';

const data = compareFixture();
const deckOf = (kommuner: readonly string[], ar: number | null = null, mot: string | null = null) => {
  const parts: ComparisonParts = comparedIn(data, { ...NOTHING, kommuner, ar, mot });
  return comparisonDeck(parts, data, nameOfChoice(parts[0], ar));
};
const charts = (deck: ReturnType<typeof deckOf>) =>
  deck.slides.flatMap((s) => (s.figure?.kind === 'chart' ? [s.figure.chart] : []));

describe('a comparison as slides', () => {
  const few = ['0001', '0002', '0003', '0007', CITY];

  it('is called after its group and its year, in the file and in its name', () => {
    expect(deckOf(['0001', '0002'], 2016).title).toBe('Jämförelse: Åmål och Älvkarleby, 2016');
    expect(deckOf(['0001']).title).toBe('Jämförelse: Åmål, senaste året för varje fråga');
    const all = matrixOf(data, { ...NOTHING, kommuner: data.kommuner.map((k) => k.kod) });
    expect(nameOfChoice(all, null).grupp).toMatch(/ och 56 till$/);
    expect(fileNameOf(all, null)).toBe('jamforelse-k-0-k-1-k-2-k-3-och-56-till-nyaste');
    const two = matrixOf(data, { ...NOTHING, kommuner: ['0001', '0002'] });
    expect(fileNameOf(two, 2016)).toBe('jamforelse-k-0-k-1-2016');
  });

  it('counts every answer of the group once, and a city by its stadsdelar', () => {
    const matrix = matrixOf(data, { ...NOTHING, kommuner: few });
    const summary = matrix.summary[0];
    if (summary?.kind !== 'svar') throw new Error('no question');
    const chart = charts(deckOf(few)).find((c) => c.stacked);
    const drawn = (name: string) => chart?.series.find((s) => s.name === name)?.values[0] ?? 0;
    expect(drawn('Svarade ja')).toBe(summary.share.count);
    const answered =
      (drawn('Svarade ja') ?? 0) + (drawn('Svarade delvis') ?? 0) + (drawn('Svarade nej') ?? 0);
    expect(answered).toBe(summary.share.of);
    expect(answered + (drawn('Svar saknas') ?? 0)).toBe(summary.tillfragade);
    expect(chart?.categories[0]).toMatch(/^Plan 2018 \(riket 17\u00a0% av\u00a0236\)$/);
  });

  it('has a native chart of every number, what is missing with its reason and no bar', () => {
    const chart = charts(deckOf(few)).find((c) => c.first === 'Kommun');
    expect(chart?.categories).toContain('Arboga 8 (uppgift saknas)'.replace('Arboga 8', 'Älvkarleby 6'));
    for (const [i, category] of (chart?.categories ?? []).entries())
      expect(chart?.series[0]?.values[i] === null, category).toBe(category.includes('('));
  });

  it('heads its columns with letters that hold the names of the kommuner, also in a wider font than ours', () => {
    const tables = deckOf(few).slides.flatMap((s) => (s.figure?.kind === 'table' ? [s.figure.table] : []));
    expect(tables.length).toBeGreaterThan(0);
    // DejaVu's bold letters are 0.69 of their size; six points stand on either side.
    for (const table of tables)
      for (const { label, share } of table.columns)
        for (const word of label.split(' '))
          expect(word.length * (tableSize(table) ?? 0) * 0.69, word).toBeLessThanOrEqual(
            share * BOXES.figure.w - 12,
          );
  });

  it('sets a second group beside the first, and says what is made up on every slide', () => {
    const deck = deckOf(few, null, 'lan:01');
    const table = deck.slides.find((s) => s.title === 'Gruppen mot Stockholms län');
    expect(table?.figure?.kind === 'table' && table.figure.table.columns.map((c) => c.label)).toEqual([
      'Indikator',
      'Gruppen',
      'Stockholms län',
      'Riket',
    ]);
    expect(deck.footer).toContain('Innehåller exempeldata');
  });

  it('is a presentation whose parts and numbers another reader finds', async () => {
    const deck = deckOf(few);
    const { names, read, embedded } = await openDeck(pptxBytes(deck, zipInBrowser));
    expect(names.filter((n) => /slides\/slide\d+\.xml$/.test(n))).toHaveLength(deck.slides.length);
    expect(names.filter((n) => /charts\/chart\d+\.xml$/.test(n))).toHaveLength(charts(deck).length);
    expect(await read('docProps/core.xml')).toContain(`<dc:title>${deck.title}</dc:title>`);
    expect((await embedded(1)).SheetNames).toEqual(['Data']);
  });
});

it('writes percent only after what is a share', () => {
  const number = (svarstyp: 'andel' | 'kronor' | 'antal' | 'per-100000') =>
    numberFormat({ svarstyp, decimaler: 0 }).includes('%');
  expect([number('andel'), number('kronor'), number('antal'), number('per-100000')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

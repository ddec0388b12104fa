import { describe, expect, it } from 'vitest';
import { indicatorAbout, notComparable } from '../../src/content/indikator/about.ts';
import { indicatorPage, indicatorYearPage, indicatorYears } from '../../src/content/indikator/page.ts';
import { kartlaggningarPage, kartlaggningPage, roundPage } from '../../src/content/kartlaggning-page.ts';
import { bordering, ownWork } from '../../src/content/kommun/around.ts';
import { likenessPage } from '../../src/content/metod/likeness.ts';
import { editionPage, omradePage } from '../../src/content/omrade.ts';
import { sideDocument, sidePage } from '../../src/content/side.ts';
import { loaded } from '../pipeline/loaded.ts';

// True of any publisher's data.
const { index } = await loaded();
const { indikatorer, omraden, kartlaggningar, referens } = index.catalogue;

describe('an indicator', () => {
  it('has a page for each year that kommuner have values in, one of them its own', () => {
    for (const indicator of indikatorer) {
      const page = indicatorPage(index, indicator);
      const earlier = indicatorYears(index, indicator);
      const own = page.newest?.ar == null ? [] : [page.newest.ar];
      expect([...own, ...earlier], indicator.id).toEqual(page.years);
      expect(page.years, indicator.id).toEqual(page.years.toSorted((a, b) => b - a));
      for (const ar of earlier) expect(indicatorYearPage(index, indicator, ar).newest).toBe(page.years[0]);
    }
  });

  it('leads to no section that is not there', () => {
    for (const indicator of indikatorer) {
      const { sections, series, newest } = indicatorPage(index, indicator);
      const ids = sections.map((s) => s.id);
      expect(ids.includes('utveckling')).toBe(series !== null);
      expect(ids.includes('stadsdelar')).toBe(newest !== null && newest.stadsdelar !== null);
    }
  });

  it('says how many answered only of questions, and of every break why', () => {
    for (const indicator of indikatorer) {
      const { answered, answers } = indicatorAbout(
        index,
        indicator,
        indicatorPage(index, indicator).newest?.ar,
      );
      if (answered !== null) expect(indicator.typ, indicator.id).toBe('enkat');
      expect(answers === '').toBe(false);
      const said = notComparable(index, indicator);
      expect(said.at(-1)?.what).toBe('Placeringar.');
      expect(said.every(({ why }) => why.trim() !== '')).toBe(true);
    }
  });
});

describe('a kartläggning', () => {
  it('says of each round which others it can be compared with: those counted the same way, and never itself', () => {
    for (const k of kartlaggningar)
      for (const round of k.omgangar) {
        const page = roundPage(index, k, round);
        expect(page.like).not.toContain(round.ar);
        expect(page.others).toEqual(expect.arrayContaining([...page.like]));
        for (const ar of page.like)
          expect(k.omgangar.find((o) => o.ar === ar)?.jamforbar).toBe(round.jamforbar);
      }
  });

  it('stands once on the page of all', () => {
    const { riket, own, avhysningar } = kartlaggningarPage(index);
    const shown = [riket, ...own.flatMap((g) => g.cards), ...avhysningar].flatMap((card) =>
      card ? [card.k.slug] : [],
    );
    expect(shown.toSorted()).toEqual(kartlaggningar.map((k) => k.slug).toSorted());
    for (const k of kartlaggningar)
      expect(kartlaggningPage(index, k).rounds.rows).toHaveLength(k.omgangar.length);
  });
});

describe('areas side by side', () => {
  it('have a cell for every area in every row, and somebody who asked in at least two', () => {
    const side = sideDocument(index, { kod: '00', namn: 'Riket' });
    for (const { cells, namn } of side?.rows ?? []) {
      expect(cells).toHaveLength(side?.areas.length ?? 0);
      expect(cells.filter((c) => c.length > 0).length, namn).toBeGreaterThan(1);
      for (const { share, own } of cells.flat())
        expect([share, own].filter((s) => s !== null)).toHaveLength(1);
    }
  });

  it('show a kommun its own answers, and riket shares', () => {
    const kommun = referens.kommuner[0];
    if (!kommun) throw new Error('There is no kommun');
    const answers = (kod: string) =>
      sideDocument(index, { kod, namn: 'x' })?.rows.flatMap((r) => r.cells.flat()) ?? [];
    expect(answers('00').every((a) => a.own === null)).toBe(true);
    const asked = answers(kommun.kod).map(({ indicator }) => indicator.id);
    expect(asked).toEqual(answers('00').map(({ indicator }) => indicator.id));
  });

  it('are counted on their page', () => {
    expect(sidePage(index).together.rows.length).toBeLessThanOrEqual(sidePage(index).riket?.rows.length ?? 0);
  });
});

describe('around a kommun', () => {
  it('a neighbour has it as a neighbour', () => {
    for (const kommun of referens.kommuner.slice(0, 40))
      for (const { kommun: other } of bordering(index, kommun))
        expect(bordering(index, other).map((n) => n.kommun.kod)).toContain(kommun.kod);
  });

  it('its own work is null where it publishes nothing', () => {
    const { program, inventeringar } = index.catalogue;
    const publishing = new Set([...program, ...inventeringar, ...kartlaggningar].map((x) => x.kod));
    for (const kommun of referens.kommuner)
      expect(ownWork(index, kommun) !== null, kommun.namn).toBe(publishing.has(kommun.kod));
  });
});

it('an area lists each indicator once, and its editions as its file has them', () => {
  for (const omrade of omraden) {
    const { groups, editions } = omradePage(index, omrade);
    const ids = groups.flatMap((g) => g.items.map((i) => i.id));
    expect(ids.toSorted()).toEqual(
      index
        .indikatorerOf(omrade.slug)
        .map((i) => i.id)
        .toSorted(),
    );
    expect(editions.map((e) => e.edition)).toEqual(omrade.utgavor);
    for (const edition of omrade.utgavor) {
      const page = editionPage(index, omrade, edition);
      expect(page.rows.every((row) => row.ar === edition.ar)).toBe(true);
      expect(page.briefs.length).not.toBe(1);
    }
  }
});

it('the size classes hold every kommun once', () => {
  const counts = likenessPage(index).sizes.rows.map((row) => Number(row[1]?.text));
  expect(counts.reduce((a, b) => a + b, 0)).toBe(referens.kommuner.length);
});

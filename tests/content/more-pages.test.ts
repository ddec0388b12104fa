import { describe, expect, it } from 'vitest';
import { SHELVES, shelfOf } from '../../src/content/guide/shelf.ts';
import { relatedTo } from '../../src/content/indikator/related.ts';
import { FIGURE_COLUMNS, figureRows } from '../../src/content/inventering/rows.ts';
import { inventeringSeries } from '../../src/content/inventering/series.ts';
import { editionYears, kommunAreaPage } from '../../src/content/kommun/area-page.ts';
import { kommunPage } from '../../src/content/kommun/page.ts';
import {
  effectTable,
  exampleDocument,
  exceptions,
  releaseSentence,
  unprotected,
} from '../../src/content/metod/disclosure.ts';
import { omDocument } from '../../src/content/om.ts';
import { importsTable, originSentence } from '../../src/content/origin.ts';
import { loaded } from '../pipeline/loaded.ts';

// True of any publisher's data.
const { index, tabeller } = await loaded();
const { indikatorer, omraden, inventeringar, inlasta, referens, observationer } = index.catalogue;
const cities = referens.kommuner.filter((k) => referens.stadsdelar.some((s) => s.kommunkod === k.kod));
const some = [...referens.kommuner.slice(0, 3), ...cities.slice(0, 2)];

describe('the pages of a kommun', () => {
  it('say its name, and stand by area and year', () => {
    for (const kommun of some) {
      const page = kommunPage(index, kommun, []);
      expect(page.printed.startsWith(kommun.namn)).toBe(true);
      expect(page.stadsdelar).toHaveLength(page.document.areas.length);
      for (const omrade of omraden) {
        const newest = kommunAreaPage(index, kommun, omrade);
        expect(newest.title).toContain(kommun.namn);
        for (const ar of editionYears(index, omrade).slice(0, 2)) {
          const page = kommunAreaPage(index, kommun, omrade, ar);
          expect(page.title).toContain(String(ar));
          // An edition as it was has nothing that is newer.
          expect(page.area?.groups.flatMap((g) => g.items.map((r) => r.ar)).every((y) => y === ar)).toBe(
            true,
          );
        }
      }
    }
  });

  it('an area lists its editions newest first', () => {
    for (const omrade of omraden) {
      const years = editionYears(index, omrade);
      expect(years).toEqual(years.toSorted((a, b) => b - a));
    }
  });
});

it('an indicator is not related to itself, and to another in one way', () => {
  for (const indicator of indikatorer) {
    const { same, near } = relatedTo(index, indicator);
    const ids = [...same, ...near].map((i) => i.id);
    expect(ids).not.toContain(indicator.id);
    expect(new Set(ids).size, indicator.id).toBe(ids.length);
  }
});

it('every inventory is in one series, by year', () => {
  const series = inventeringSeries(index);
  expect(series.flatMap((s) => s.years)).toHaveLength(inventeringar.length);
  for (const { years } of series)
    expect(years.map((i) => i.ar)).toEqual(years.map((i) => i.ar).toSorted((a, b) => a - b));
});

it('a row of an inventory has a cell for each column', () => {
  const rows = figureRows(inventeringar, index.catalogue.formular);
  expect(rows.length > 0).toBe(inventeringar.length > 0);
  for (const row of rows) expect(row).toHaveLength(FIGURE_COLUMNS.length);
});

it('a shelf has its texts once each, all with something to read', () => {
  for (const del of Object.keys(SHELVES) as (keyof typeof SHELVES)[]) {
    const pages = shelfOf(index, del);
    expect(new Set(pages.map((p) => p.href)).size).toBe(pages.length);
    expect(pages.every((p) => p.titel !== '' && p.ingress !== '')).toBe(true);
  }
});

describe('where figures come from', () => {
  it('is said of imported values and never of examples', () => {
    const example = observationer.find((o) => o.exempel);
    const indicator = indikatorer.find((i) => i.id === example?.indikator);
    if (example && indicator)
      expect(originSentence([{ indicator, observation: { ...example, kalla: 'Prov' } }])).toBeNull();
    if (indicator && example)
      expect(
        originSentence([{ indicator, observation: { ...example, exempel: false, kalla: 'Provkällan' } }]),
      ).toContain('Provkällan');
  });

  it('has a row for each import', () => {
    const rows = importsTable(index)?.rows ?? [];
    expect(rows).toHaveLength(inlasta.flatMap((i) => i.inlasningar).length);
  });
});

it('the page about the site begins where the last break is', () => {
  const { beginning, base } = omDocument(index);
  const last = omraden[0]?.brott.at(-1);
  expect(beginning?.title.endsWith(String(last?.franAr)) ?? true).toBe(true);
  expect(beginning === null).toBe(last === undefined);
  expect(base).not.toBe('');
});

describe('the page about protection', () => {
  it('names what is not protected, with a reason', () => {
    expect(unprotected(index.catalogue).every((line) => line.includes(': '))).toBe(true);
  });

  it('names everything that has a protected table', () => {
    const named = effectTable(tabeller)?.rows.map((row) => row[0]?.text ?? '') ?? [];
    for (const { om } of tabeller)
      expect(
        named.some((text) => text.includes(om.kortnamn)),
        om.kortnamn,
      ).toBe(true);
    expect(effectTable([])).toBeNull();
    if (tabeller.length > 0) expect(releaseSentence(tabeller)).not.toBe(releaseSentence([]));
    expect(new Set(exceptions(tabeller)).size).toBe(exceptions(tabeller).length);
  });

  it('shows an example whose tables hide something', async () => {
    const { tables, kommuner } = await exampleDocument();
    expect(kommuner).toBeGreaterThan(1);
    expect(tables.flatMap((t) => t.rows.flat()).length).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from 'vitest';
import { isQuestion } from '../../src/model/answer.ts';
import { AREAS, EXAMPLE_YEARS, entries, namesIn, omrade, owned, rows } from './folder.ts';

const all = AREAS.flatMap(owned);
const shared = AREAS.flatMap((area) =>
  entries(area).flatMap((i) => ('sammaSom' in i ? [{ area, ...i }] : [])),
);
const unique = (values: readonly unknown[]) => new Set(values).size === values.length;

describe('areas', () => {
  it.each(AREAS)('%s follows its schema and is in the folder of its name', (slug) => {
    const definition = omrade(slug);
    expect(definition.slug).toBe(slug);
    expect(definition.brott.map((b) => b.franAr)).toContain(2016);
    const years = definition.utgavor.map((u) => u.ar);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(years).toEqual(expect.arrayContaining(Object.keys(EXAMPLE_YEARS).map(Number)));
    expect(definition.tidigare.length).toBeGreaterThan(0);
  });

  it('says in every made-up edition that the answers are example data', () => {
    for (const slug of AREAS)
      for (const edition of omrade(slug).utgavor.filter(({ ar }) => ar in EXAMPLE_YEARS)) {
        expect(edition.exempel).toBe(true);
        expect(edition.noter.some((n) => n.startsWith('Svaren är exempeldata'))).toBe(true);
      }
  });
});

describe('indicators', () => {
  it('have ids, slugs and short names of their own', () => {
    expect(unique(all.map((i) => i.id))).toBe(true);
    expect(unique(all.map((i) => i.slug))).toBe(true);
    expect(unique(all.map((i) => i.kortnamn))).toBe(true);
    expect(all.length).toBeGreaterThan(75);
  });

  it('are shown in a second area only where the first one owns them', () => {
    for (const { area, sammaSom } of shared) {
      expect(all.map((i) => i.id)).toContain(sammaSom);
      expect(owned(area).map((i) => i.id)).not.toContain(sammaSom);
    }
    expect(shared.find((s) => s.sammaSom === 'U30442')?.kolada).toBe('U31491');
  });

  it('put a question in words, and can be affirmed and denied', () => {
    for (const i of all) {
      expect(isQuestion(i.svarstyp), i.id).toBe(i.typ === 'enkat');
      if (i.typ !== 'enkat') continue;
      expect(i.fraga, i.id).toMatch(/\?$/);
      expect(i.nekat, i.id).toMatch(/\binte\b/);
      expect(i.kvalitetsomrade, i.id).not.toBeNull();
    }
  });

  it('end their sentences, and leave none in titles', () => {
    for (const i of all) {
      for (const text of [i.definition, i.varfor, i.tolkning]) expect(text, i.id).toMatch(/[.)”]$/);
      for (const text of [i.titel, i.kortnamn, i.pastaende]) expect(text, i.id).not.toMatch(/\.$/);
    }
  });

  it('ask a shared kind of question in both areas, but for systematic follow-up', () => {
    const areasOf = (word: string) =>
      AREAS.filter((area) => owned(area).some((i) => i.gemensamFraga === word)).length;
    const words = new Set(all.flatMap((i) => i.gemensamFraga ?? []));
    expect([...words].filter((w) => areasOf(w) < 2).sort()).toEqual([
      'Rutin mot avhysning av barnfamiljer',
      'Systematisk uppföljning',
    ]);
  });
});

describe('registers', () => {
  const registers = AREAS.flatMap((area) =>
    namesIn(`omraden/${area}/register/`).map((id) => ({
      area,
      id,
      rows: rows(`omraden/${area}/register/${id}.csv`),
    })),
  );
  const kods = new Set([
    '00',
    ...rows('referens/lan.csv').map((l) => l.lanskod),
    ...rows('referens/kommuner.csv').map((k) => k.kommunkod),
  ]);

  it.each(registers)('$id holds numbers or a reason, once each, in the years of its indicator', ({
    area,
    id,
    rows,
  }) => {
    const indicator = owned(area).find((i) => i.id === id);
    expect(indicator?.typ).toMatch(/register|bakgrund/);
    expect(unique(rows.map((r) => `${r.kod}|${r.ar}|${r.kon}`))).toBe(true);
    for (const r of rows) {
      expect(kods.has(r.kod), r.kod).toBe(true);
      expect(r.varde === '').toBe(r.saknas === 'uppgift-saknas');
      if (r.varde !== '') expect(r.varde).toMatch(/^\d+(\.\d+)?$/);
    }
    const years = [...new Set(rows.map((r) => r.ar))].filter((ar) => ar !== '').map(Number);
    expect(years.sort()).toEqual(indicator?.ar);
  });

  it('of background measures have all 290 kommuner', () => {
    for (const i of all.filter((i) => i.typ === 'bakgrund' && i.svarstyp !== 'kategori')) {
      expect(registers.find((r) => r.id === i.id)?.rows.length, i.id).toBe(290);
    }
  });
});

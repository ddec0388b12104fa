import { describe, expect, it } from 'vitest';
import { auditFiles } from '../../src/disclosure/audit/index.ts';
import { auditReport } from '../../src/disclosure/audit/report.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { protectKartlaggning } from '../../src/disclosure/kartlaggning.ts';
import type { Kartlaggning, Kartlaggningsvarde } from '../../src/model/kartlaggning.ts';
import { Personskydd } from '../../src/model/personskydd.ts';
import { value as madeUp } from '../model/kartlaggning-value.ts';

const highs = await loadHighs();
const value = (part: Partial<Kartlaggningsvarde>) => madeUp({ ar: 2024, plats: '0180', ...part });
const kartlaggning = (
  varden: readonly Kartlaggningsvarde[],
  personskydd = Personskydd.parse({}),
): Kartlaggning => ({
  slug: 'prov',
  titel: 'Ett prov',
  slag: 'hemloshet',
  kod: '0180',
  utgivare: 'Prov',
  ingress: 'Ett prov.',
  huvudmatt: 'personer',
  raknas: [],
  raknasInte: [],
  jamforbarhet: '',
  kalla: '',
  indelningar: {},
  personskydd,
  omgangar: [
    {
      ar: 2024,
      matperiod: null,
      jamforbar: 'prov',
      svarande: null,
      svarsandel: null,
      metod: [],
      folkmangd: null,
    },
  ],
  varden,
  fil: 'prov',
});

/** 3 of 40 people are women in situation 1; the rest of the margins would tell it. */
const counts = [
  ['alla', 'T', 40],
  ['alla', 'K', 18],
  ['alla', 'M', 22],
  ['1', 'T', 15],
  ['1', 'K', 3],
  ['1', 'M', 12],
  ['2', 'T', 25],
  ['2', 'K', 15],
  ['2', 'M', 10],
  ['3', 'T', 0],
  ['4', 'T', 0],
  ['ej-angiven', 'T', 0],
] as const;
const varden = counts.map(([situation, kon, varde]) => value({ situation, kon, varde }));
const partsOf = () => [];

const csvOf = (k: Kartlaggning) => {
  const rows = k.varden.map((v) =>
    [
      'prov',
      v.plats,
      v.ar,
      v.matt,
      v.situation,
      v.kon,
      'alla',
      'alla',
      'alla',
      'alla',
      v.varde ?? '',
      v.saknas ?? '',
      v.enhet,
      'prov',
    ].join(','),
  );
  const header =
    'kartlaggning,kod,ar,matt,situation,kon,alder,hushallstyp,tid,orsak,varde,saknas,enhet,jamforbar';
  return new TextEncoder().encode(`${[header, ...rows].join('\n')}\n`);
};

describe('a kartläggning that is published here first', () => {
  it('has its small count hidden, and what would tell it', () => {
    const { kartlaggning: safe } = protectKartlaggning(highs, kartlaggning(varden), partsOf);
    const hidden = safe.varden.filter((v) => v.saknas === 'skyddad').map((v) => `${v.situation} ${v.kon}`);
    expect(hidden).toContain('1 K');
    expect(hidden.length).toBeGreaterThanOrEqual(4);
    expect(safe.varden.every((v) => (v.saknas === 'skyddad') === (v.varde === null))).toBe(true);
  });

  it('hides the count behind a percentage that would tell it', () => {
    const more = [
      value({ varde: 1000 }),
      value({ situation: '1', varde: 4 }),
      value({ kon: 'K', varde: 480 }),
    ];
    const { tabeller } = protectKartlaggning(highs, kartlaggning(more), partsOf);
    expect(tabeller[0]?.dolda).toBe(1);
    const percent = value({ situation: '1', enhet: 'procent', varde: 0.4 });
    // 0,4 % of 1 000 is between 3,5 and 4,5: the whole must go as well, since the percentage stays.
    const told = protectKartlaggning(highs, kartlaggning([...more, percent]), partsOf);
    expect(told.kartlaggning.varden.filter((v) => v.saknas === 'skyddad').map((v) => v.situation)).toContain(
      'alla',
    );
  });

  it('is left as it is when somebody else has published it', () => {
    const open = { ...kartlaggning(varden), personskydd: null };
    expect(protectKartlaggning(highs, open, partsOf)).toEqual({
      kartlaggning: open,
      tabeller: [],
      hemligt: [],
    });
  });

  it('is attacked as it was written, and a leak in the file stops the build', async () => {
    const { kartlaggning: safe, hemligt } = protectKartlaggning(highs, kartlaggning(varden), partsOf);
    const audit = async (content: Uint8Array) =>
      auditReport(await auditFiles(highs, hemligt, [{ path: 'data/prov.csv', content: () => content }]));
    expect((await audit(csvOf(safe))).failures).toEqual([]);
    expect((await audit(csvOf(safe))).summary).toMatch(/1 tabell över personer/);
    const leaking = new TextDecoder()
      .decode(csvOf(safe))
      .replace('personer,1,K,alla,alla,alla,alla,,skyddad', 'personer,1,K,alla,alla,alla,alla,3,');
    const [first = ''] = (await audit(new TextEncoder().encode(leaking))).failures;
    expect(first).not.toBe('');
  });
});

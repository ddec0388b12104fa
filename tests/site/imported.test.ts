import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Figure, koladaServer } from '../import/kolada-server.ts';
import { command, type TrialFolder, trialFolder } from '../import/trial.ts';

/** From the source to the page: an import, its validation, a build, and what a reader of a kommun's page then sees. */
let trial: TrialFolder;
const page = (path: string) =>
  readFileSync(join(trial.data, '../dist', path, 'index.html'), 'utf8').replaceAll('\u00a0', ' ');

const KOMMUNER = ['0980', '1060', '1080', '1081', '1082', '1083'];
const plan: readonly Figure[] = KOMMUNER.map((municipality, i) => ({
  kpi: 'U30428',
  municipality,
  period: 2016,
  value: i === 1 ? 1 : 2,
}));
/** A register with kommuner for three years, women and men apart. */
const share: readonly Figure[] = KOMMUNER.flatMap((municipality, i) =>
  [2020, 2021, 2022].flatMap((period) =>
    (['T', 'K', 'M'] as const).map((gender, s) => ({
      kpi: 'N31807',
      municipality,
      period,
      gender,
      value: Number((2 + i * 0.5 + (period - 2020) * 0.1 + (s - 1) * 0.2).toFixed(1)),
    })),
  ),
);

/** Kronofogden's evictions per kommun, as its open data has them: names in capitals, ISO-8859-1, a row a year. */
const NAMES = ['GOTLAND', 'OLOFSTRÖM', 'KARLSKRONA', 'RONNEBY', 'KARLSHAMN', 'SÖLVESBORG'];
const EVICTIONS = [
  'år;kommun;antal ansökningar om vräkning;antal genomförda vräkningar;antal barn berörda av vräkning',
  ...[2022, 2023].flatMap((ar) =>
    NAMES.map((namn, i) => `${ar};${namn};${40 + i};${12 + i + (ar - 2022) * 3};${i + 1}`),
  ),
  '',
].join('\r\n');
const POPULATION = [
  'kommunkod;ar;folkmangd',
  ...KOMMUNER.map((kod, i) => `${kod};2023;${(i + 1) * 10_000}`),
  '',
].join('\n');

beforeAll(async () => {
  trial = await trialFolder();
  const path = 'omraden/hemloshet/indikatorer.json';
  const json = JSON.parse(await trial.text(path));
  const background = json.find((i: { id: string }) => i.id === 'N07907');
  const register = {
    ...background,
    id: 'N31807',
    kolada: 'N31807',
    slug: 'bistandsmottagare',
    titel: 'Invånare som har fått ekonomiskt bistånd',
    kortnamn: 'Invånare med ekonomiskt bistånd',
    typ: 'register',
    likhetstema: null,
    kalla: 'Socialstyrelsen',
    ar: [],
  };
  const outcomes = [
    ['OJ-HL-05', 'avhysningar', 'Genomförda avhysningar', 'Avhysningar', 'avhysningar genomfördes'],
    [
      'OJ-HL-06',
      'ansokningar',
      'Ansökningar om avhysning',
      'Ansökningar om avhysning',
      'ansökningar om avhysning kom in',
    ],
    [
      'OJ-HL-07',
      'barn',
      'Barn som berörs av avhysning',
      'Barn som berörs av avhysning',
      'barn berördes av avhysning',
    ],
  ].map(([id, slug, titel, kortnamn, pastaende]) => ({
    ...json.find((i: { id: string }) => i.id === 'OJ-HL-99'),
    id,
    slug,
    titel,
    kortnamn,
    pastaende,
    ar: [],
    kalla: 'Kronofogden',
    personskydd: {
      redanPublicerat: { nivaer: ['kommun'], skal: 'Kronofogden publicerar antalet i varje kommun' },
    },
  }));
  await trial.write(path, JSON.stringify([...json, register, ...outcomes], null, 2));
  await trial.write('referens/folkmangd.csv', POPULATION);
  await trial.write('../vrakningar.csv', new Uint8Array(Buffer.from(EVICTIONS, 'latin1')));
  const server = await koladaServer({
    kpis: [
      { id: 'U30428', title: 'Aktuell övergripande plan, (Ja=1, Nej=2)' },
      { id: 'N31807', title: 'Invånare som någon gång under året erhållit ekonomiskt bistånd, andel (%)' },
    ],
    figures: [...plan, ...share],
  });
  for (const [kpi, years] of [
    ['U30428', '2016'],
    ['N31807', '2020-2022'],
  ] as const) {
    const args = ['kolada', '--kpi', kpi, '--years', years, '--data', trial.data, '--cache', trial.cache];
    const { code, err } = await command('scripts/import.ts', [...args, '--base-url', server.address]);
    if (code !== 0) throw new Error(err);
  }
  await server.close();
  const csv = ['csv', join(trial.data, '../vrakningar.csv'), '--data', trial.data, '--kalla', 'Kronofogden'];
  const asked = await command('scripts/import.ts', [...csv, '--bekrafta']);
  if (asked.code !== 0) throw new Error(asked.err);
  const validated = await command('scripts/validate.ts', ['--data', trial.data]);
  if (validated.code !== 0) throw new Error(validated.out);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/build.ts', '--data', trial.data, '--out', join(trial.data, '../dist')],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stdout + stderr);
}, 300_000);
afterAll(() => trial.remove());

describe('what was imported is on the pages, with its source', () => {
  it('a kommun’s answer, which answers are real and which are examples', () => {
    const html = page('kommuner/olofstrom/hemloshet');
    expect(html).toContain('Källa: Kolada (Övergripande plan mot hemlöshet).');
    expect(html).toContain('Svaren på de andra frågorna är exempeldata.');
    const row = /<th scope="row"><a href="\/indikatorer\/aktuell-overgripande-plan\/">.*?<\/tr>/s.exec(
      html,
    )?.[0];
    expect(row).toMatch(/Ja/);
  });

  it('a register as a series, with the change, women and men', () => {
    const html = page('kommuner/olofstrom');
    expect(html).toContain('Invånare med ekonomiskt bistånd, Olofström');
    expect(html).toMatch(/2,7.*2,5|2,5.*2,7/s);
    expect(html).toContain('Kvinnor 2022: 2,7 %. Män: 2,9 %.');
    expect(html).toMatch(/<td[^>]*>Kolada<\/td>/);
  });

  it('outcomes: applications, evictions and children of a kommun, beside others and over the years', () => {
    const html = page('kommuner/olofstrom');
    for (const [id, count, rate] of [
      ['avhysningar', '16', '80'],
      ['ansokningar', '41', '205'],
      ['barn', '2', '10'],
    ] as const) {
      const section = new RegExp(`<h2[^>]*><a href="/indikatorer/${id}/">.*?</section>`, 's').exec(html)?.[0];
      expect(section, id).toContain(`Olofström 2023: ${count} `);
      expect(section).toContain(`Det är ${rate} per 100 000 invånare`);
      expect(section).toContain('Egen beräkning på uppgifter från Kronofogden och folkmängden 2023');
      expect(section).toMatch(/<th scope="col"[^>]*>Per 100 000 inv.<\/th>/);
      expect(section).toMatch(/>2022<.*>2023</s);
    }
    expect(page('indikatorer/avhysningar')).toContain('Karta över kommunerna: Avhysningar, 2023');
    const { values } = JSON.parse(
      readFileSync(join(trial.data, '../dist/api/v1/observationer/OJ-HL-05.json'), 'utf8'),
    );
    expect(values).toContainEqual(expect.objectContaining({ kod: '1060', ar: 2023, varde: 16 }));
  });

  it('a kommun’s deck has the years of its registers, women and men side by side', async () => {
    const zip = await JSZip.loadAsync(readFileSync(join(trial.data, '../dist/data/kommun/olofstrom.pptx')));
    const charts = await Promise.all(zip.file(/charts\/chart\d+\.xml$/).map((f) => f.async('string')));
    const sexes = charts.filter((xml) => xml.includes('<c:v>Kvinnor</c:v>'));
    expect(sexes).toHaveLength(1);
    for (const text of ['<c:v>Män</c:v>', '<c:v>2020</c:v>', '<c:v>2.9</c:v>', '<c:overlap val="0"/>'])
      expect(sexes[0]).toContain(text);
    expect(charts.some((xml) => xml.includes('<c:v>2022</c:v>') && xml.includes('<c:v>13</c:v>'))).toBe(true);
  });

  it('a page tells every import: from where, when, which question, what hash', () => {
    const html = page('data/andringar');
    expect(html).toContain('Varifrån siffrorna är inlästa');
    expect(html).toContain('/data/kpi/N31807/year/2020,2021,2022');
    expect(html).toMatch(/SHA-256 [0-9a-f]{64}/);
  });
});

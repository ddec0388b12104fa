import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  await trial.write(path, JSON.stringify([...json, register], null, 2));
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

  it('a page tells every import: from where, when, which question, what hash', () => {
    const html = page('data/andringar');
    expect(html).toContain('Varifrån siffrorna är inlästa');
    expect(html).toContain('/data/kpi/N31807/year/2020,2021,2022');
    expect(html).toMatch(/SHA-256 [0-9a-f]{64}/);
  });
});

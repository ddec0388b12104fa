import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { load } from '../../src/pipeline/load.ts';
import { type Figure, type KoladaServer, type KoladaWorld, koladaServer } from './kolada-server.ts';
import { type TrialFolder, trialFolder, tryKolada } from './trial.ts';

/** The kommuner of the small folder, and an answer of each. */
const ANSWERS = [
  ['0980', 1],
  ['1060', 2],
  ['1080', 2],
  ['1081', 1],
  ['1082', 1],
  ['1083', 2],
] as const;

const title = 'Aktuell övergripande plan, (Ja=1, Nej=2)';
const kpis = [
  { id: 'U30428', title, description: 'En plan som är beslutad.' },
  { id: 'U30437', title: 'Överenskommelse, (Ja=2, Ja=, med vissa=1, Nej=0)' },
  { id: 'N07907', title: 'Trångboddhet, andel (%)' },
];
const plan: readonly Figure[] = ANSWERS.map(([municipality, value]) => ({
  kpi: 'U30428',
  municipality,
  period: 2016,
  value,
}));

let trial: TrialFolder;
let server: KoladaServer | null = null;
const serve = async (world: Partial<KoladaWorld> = {}) => {
  await server?.close();
  server = await koladaServer({ kpis, figures: plan, ...world });
  return server.address;
};
beforeEach(async () => {
  trial = await trialFolder();
});
afterEach(async () => {
  await server?.close();
  server = null;
  await trial.remove();
});

describe('what Kolada answers becomes our layout', () => {
  it('answers, with the coding of the title; the rest of the edition stays example data and says so', async () => {
    const { said } = await tryKolada(trial, await serve(), {});
    expect(await trial.text('omraden/hemloshet/enkat/2016.csv')).toBe(
      [
        'kommunkod;kommun;stadsdel;U30428;U30437',
        '0980;Gotland;;ja;delvis',
        '1060;Olofström;;nej;nej',
        '1080;Karlskrona;;nej;nej',
        '1081;Ronneby;;ja;ja',
        '1082;Karlshamn;;ja;ja',
        '1083;Sölvesborg;;nej;nej',
        '',
      ].join('\n'),
    );
    expect(said).toContain('enkat/2016.csv: U30428 2016, 6 värden');
    expect(said).toContain('riktiga svar på 1 fråga, exempeldata på resten');
    const { index } = await load(trial.data, nodeEffects());
    expect(index?.observation('U30428', '0980', 2016)).toMatchObject({ exempel: false, kalla: 'Kolada' });
    expect(index?.observation('U30437', '0980', 2016)).toMatchObject({ exempel: true, kalla: null });
    const edition = index?.edition('hemloshet', 2016);
    expect(edition).toMatchObject({ exempel: true, verkliga: ['U30428'], version: '2016.2' });
    expect(edition?.noter.join(' ')).toContain('Riktiga svar: Övergripande plan mot hemlöshet (U30428).');
    expect(edition?.rattelser.at(-1)?.text).toContain('riktiga svar från Kolada');
  });

  it('an edition whose every answer is real is no example any more', async () => {
    const figures = plan.flatMap((f) => [f, { ...f, kpi: 'U30437', value: 1 }]);
    await tryKolada(trial, await serve({ figures }), { kpis: ['U30428', 'U30437'] });
    const { index } = await load(trial.data, nodeEffects());
    expect(index?.edition('hemloshet', 2016)).toMatchObject({ exempel: false, verkliga: [] });
    expect(index?.catalogue.observationer.some((o) => o.exempel)).toBe(false);
    expect(JSON.stringify(index?.edition('hemloshet', 2016)?.noter)).not.toMatch(/exempeldata|påhittad/);
  });

  it('a new year becomes an edition, and the indicator gets the year', async () => {
    const figures = plan.map((f) => ({ ...f, period: 2024 }));
    const { said } = await tryKolada(trial, await serve({ figures }), { years: [2024] });
    const { index } = await load(trial.data, nodeEffects());
    expect(index?.indikator('U30428')?.ar).toEqual([2014, 2016, 2018, 2020, 2024]);
    expect(index?.edition('hemloshet', 2024)).toMatchObject({ exempel: false, enhet: 'kommuner' });
    expect(said).toContain('referensdatum antaget 2024-03-01');
  });

  it('registers with women and men, rows of other years kept, every gap a reason', async () => {
    const figures: readonly Figure[] = [
      { kpi: 'N07907', municipality: '0980', period: 2023, gender: 'T', value: 9.5 },
      { kpi: 'N07907', municipality: '0980', period: 2023, gender: 'K', value: 9.1 },
      { kpi: 'N07907', municipality: '0980', period: 2023, gender: 'M', value: 9.9 },
      { kpi: 'N07907', municipality: '1060', period: 2023, status: 'Missing' },
      { kpi: 'N07907', municipality: '1080', period: 2023, value: 12, isdeleted: true },
      { kpi: 'N07907', municipality: '1081', period: 2023, status: '..' },
      { kpi: 'N07907', municipality: '1082', period: 2023, status: '-' },
      { kpi: 'N07907', municipality: '0000', period: 2023, value: 40 },
      { kpi: 'N07907', municipality: '0010', period: 2023, value: 20 },
      { kpi: 'N07907', municipality: '01', period: 2023, value: 20 },
      { kpi: 'N07907', municipality: '1917', period: 2023, value: 20 },
    ];
    const before = await trial.text('omraden/hemloshet/register/N07907.csv');
    const { said } = await tryKolada(trial, await serve({ figures }), { kpis: ['N07907'], years: [2023] });
    const after = await trial.text('omraden/hemloshet/register/N07907.csv');
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length)).toBe(
      [
        '0980;2023;T;9.5;;Kolada;',
        '0980;2023;K;9.1;;Kolada;',
        '0980;2023;M;9.9;;Kolada;',
        '1060;2023;T;;uppgift-saknas;Kolada;',
        '1080;2023;T;;uppgift-saknas;Kolada;',
        '1081;2023;T;;skyddad;Kolada;',
        '1082;2023;T;;uppgift-saknas;Kolada;',
        '1083;2023;T;;uppgift-saknas;Kolada;',
        '',
      ]
        .join('\n')
        // The indicator's own source already names Kolada.
        .replaceAll(';Kolada;', ';;'),
    );
    expect(said).toContain('N07907 2023, 1080: uppgiften är borttagen i Kolada');
    expect(said).toContain('N07907 2023, 1917: koden är ingen kommun i referens/kommuner.csv');
  });

  it.each(['next_url', 'next_page'] as const)('pages are followed to the end by %s', async (link) => {
    await tryKolada(
      trial,
      await serve({ link, rowsAPage: 2, counts: link === 'next_url' ? 'all' : 'page' }),
      {},
    );
    expect(server?.calls.filter((c) => c.includes('/data/'))).toHaveLength(3);
    expect(await trial.text('omraden/hemloshet/enkat/2016.csv')).toContain('1083;Sölvesborg;;nej');
  });

  it('says what Kolada was asked, when and with what left out, beside the file', async () => {
    await tryKolada(trial, await serve(), {});
    const record = JSON.parse(await trial.text('omraden/hemloshet/enkat/2016.inlasning.json'));
    expect(record.inlasningar).toHaveLength(1);
    expect(record.inlasningar[0]).toMatchObject({
      kalla: 'Kolada',
      indikatorer: ['U30428'],
      hamtad: '2026-11-25T10:00:00.000Z',
      beskrivningar: { U30428: { titel: title, beskrivning: 'En plan som är beslutad.' } },
    });
    expect(record.inlasningar[0].fraga[1]).toContain('/data/kpi/U30428/year/2016');
  });

  it('gives the same bytes again, online and offline', async () => {
    const address = await serve();
    await tryKolada(trial, address, {});
    const first = await trial.bytes();
    await tryKolada(trial, address, {});
    expect(await trial.bytes()).toEqual(first);
    await server?.close();
    server = null;
    await tryKolada(trial, address, { http: { offline: true } });
    expect(await trial.bytes()).toEqual(first);
  });

  it('asks for at most 25 ids at a time', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `U9${String(i).padStart(4, '0')}`);
    const json = JSON.parse(await trial.text('omraden/hemloshet/indikatorer.json'));
    const [first] = json;
    const more = many.map((id) => ({ ...first, id, kolada: id, slug: id.toLowerCase(), ar: [2014] }));
    await trial.write('omraden/hemloshet/indikatorer.json', JSON.stringify([...json, ...more], null, 2));
    const figures = many.flatMap((kpi) => plan.map((f) => ({ ...f, kpi })));
    await tryKolada(trial, await serve({ figures, kpis: many.map((id) => ({ id, title })) }), { kpis: many });
    expect(server?.calls).toHaveLength(6);
    expect(await trial.text('omraden/hemloshet/enkat/2016.csv')).toContain(`;${many.at(-1)}\n`);
  });

  it('a dry run says the same and writes nothing', async () => {
    const before = await trial.bytes();
    const { said } = await tryKolada(trial, await serve(), { dryRun: true });
    expect(said).toContain('U30428 2016, 6 värden');
    expect(said).toContain('Inget har skrivits');
    expect(await trial.bytes()).toEqual(before);
  });
});

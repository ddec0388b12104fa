import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { load } from '../../src/pipeline/load.ts';
import { type ScbServer, type ScbWorld, scbServer } from './scb-server.ts';
import { command, type TrialFolder, trialFolder } from './trial.ts';

let trial: TrialFolder;
let server: ScbServer;
beforeEach(async () => {
  trial = await trialFolder();
});
afterEach(async () => {
  await server.close();
  await trial.remove();
});
/** Begins a pretended SCB that the next import asks. */
const scb = async (world: ScbWorld = {}) => {
  server = await scbServer(world);
};

const run = (...more: readonly string[]) =>
  command('scripts/import.ts', [
    ...[
      'scb',
      '--table',
      'TAB638',
      '--data',
      trial.data,
      '--base-url',
      server.address.slice(0, -1),
      '--cache',
      trial.cache,
    ],
    ...more,
  ]);

describe('npm run import -- scb', () => {
  it('population of every year, women and men added, and the sum is called our own', async () => {
    await scb({ busy: 2 });
    const sources = {
      folkmangd: { datum: '2019-12-31', kalla: 'Prov' },
      kommungrupper: { ar: 2023, kalla: 'SKR' },
    };
    await writeFile(`${trial.data}/referens/kallor.json`, JSON.stringify(sources));
    const { code, out, err } = await run('--years', '2023-2024', '--val', 'ContentsCode=BE0101N1');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('folkmängd 2024 för 6 kommuner');
    const { index, report } = await load(trial.data, nodeEffects());
    expect(report.findings.filter((f) => f.file.startsWith('referens'))).toEqual([]);
    // Men and then women: 3000 and 3001, the next year 4000 and 4001.
    const { referens } = index?.catalogue ?? {};
    expect(referens?.folkmangder.map((f) => [f.ar, f.antal['0980']])).toEqual([
      [2023, 6001],
      [2024, 8001],
    ]);
    expect(index?.kommun('0980')?.folkmangd).toBe(8001);
    expect(await trial.text('referens/folkmangd.csv')).toMatch(/^kommunkod;ar;folkmangd\n0980;2023;6001\n/);
    const record = JSON.parse(await trial.text('referens/kommuner.inlasning.json'));
    expect(record.inlasningar[0]).toMatchObject({
      kalla: 'Egen beräkning på uppgifter från SCB',
      ar: [2024],
    });
    // What is said of the figures everywhere follows the figures.
    expect(index?.catalogue.referensKallor).toEqual({
      folkmangd: { datum: '2024-12-31', kalla: 'Egen beräkning på uppgifter från SCB' },
      kommungrupper: { ar: 2023, kalla: 'SKR' },
    });
    expect(index?.catalogue.inlasta.map((i) => i.fil)).toEqual([
      'referens/folkmangd.csv',
      'referens/kommuner.csv',
    ]);
    // An older year that comes later is written beside, and is not the population of today.
    expect((await run('--years', '2022', '--val', 'ContentsCode=BE0101N1')).code).toBe(0);
    expect(await trial.text('referens/kommuner.csv')).toContain(';8001\n');
    const years = JSON.parse(await trial.text('referens/folkmangd.inlasning.json')).inlasningar;
    expect(years.map((i: { ar: number[] }) => i.ar)).toEqual([[2023, 2024], [2022]]);
  });

  it('keeps within the limit of cells, and gives a register with women and men', async () => {
    await scb({ withTotal: true });
    const { code, out, err } = await run(
      '--years',
      '2022-2024',
      '--indikator',
      'N07907',
      '--val',
      'ContentsCode=BE0101N1',
    );
    expect(code, err).toBe(0);
    expect(out).toContain('tecknet ”..” i stället för ett värde');
    expect(await trial.text('omraden/hemloshet/register/N07907.csv')).toMatch(
      /\n0980;2023;T;12;;SCB;\n0980;2023;K;11;;SCB;\n0980;2023;M;10;;SCB;\n/,
    );
    expect(server.calls.filter((c) => c.includes('/data')).length).toBeGreaterThan(2);
  });

  it('asks which value of a dimension is meant, and names them', async () => {
    await scb();
    const before = await trial.bytes();
    const { code, err } = await run('--years', '2024');
    expect(code).toBe(1);
    expect(err).toContain('--val ContentsCode=KOD: BE0101N1 (Folkmängd), BE0101N2 (Folkökning)');
    expect(await trial.bytes()).toEqual(before);
  });

  it('a year that the table does not have is said', async () => {
    await scb();
    const { code, err } = await run('--years', '1950', '--val', 'ContentsCode=BE0101N1');
    expect(code).toBe(1);
    expect(err).toContain('Den har åren 2022–2024');
  });
});

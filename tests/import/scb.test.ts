import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { load } from '../../src/pipeline/load.ts';
import { listen } from '../../src/serving/server.ts';
import { command, type TrialFolder, trialFolder } from './trial.ts';
import { KOMMUNER } from './workbooks.ts';

let trial: TrialFolder;
let server: Server;
let address = '';
let calls: string[] = [];
let busy = 0;
let withTotal = false;

type Selection = {
  readonly selection: readonly { readonly variableCode: string; readonly valueCodes: readonly string[] }[];
};
const dimension = (
  codes: readonly string[],
  labels: Readonly<Record<string, string>> = {},
  elimination = false,
) => ({
  category: { index: Object.fromEntries(codes.map((c, i) => [c, i])), label: labels },
  extension: { elimination },
});

/** The pretended SCB: 20 cells a call, kommuner and riket, sex without a total, one age group of all. */
beforeEach(async () => {
  trial = await trialFolder();
  calls = [];
  busy = 0;
  withTotal = false;
  server = createServer((request, response) => {
    calls.push(request.url ?? '');
    if (busy > 0) {
      busy -= 1;
      response.writeHead(429, { 'Retry-After': '0' }).end();
      return;
    }
    const answer = (json: unknown) => response.end(JSON.stringify(json));
    const regions = ['00', '10', ...KOMMUNER.map(([kod]) => kod)];
    const sexes = withTotal ? ['1', '2', '1+2'] : ['1', '2'];
    const dimensions = {
      Region: dimension(regions),
      Alder: dimension(['0', 'tot'], {}, true),
      Kon: dimension(sexes, { '1': 'män', '2': 'kvinnor', '1+2': 'totalt' }),
      ContentsCode: dimension(['BE0101N1', 'BE0101N2'], { BE0101N1: 'Folkmängd', BE0101N2: 'Folkökning' }),
      Tid: dimension(['2022', '2023', '2024']),
    };
    if (request.url === '/config') answer({ maxDataCells: 20 });
    else if (request.url?.includes('/metadata'))
      answer({
        id: Object.keys(dimensions),
        size: [8, 2, 2, 2, 3],
        label: 'Folkmängd',
        updated: '2025-02-20',
        dimension: dimensions,
      });
    else {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        const { selection } = JSON.parse(body) as Selection;
        const sizes = selection.map((s) => s.valueCodes.length);
        const count = sizes.reduce((a, b) => a * b, 1);
        // Without a total every call is of one year.
        const year = Number(selection.find((s) => s.variableCode === 'Tid')?.valueCodes[0]) - 2020;
        if (count > 20) {
          response.writeHead(403).end('too many cells');
          return;
        }
        answer({
          id: selection.map((s) => s.variableCode),
          size: sizes,
          dimension: Object.fromEntries(selection.map((s) => [s.variableCode, dimension(s.valueCodes)])),
          value: Array.from({ length: count }, (_, i) =>
            i === 3 && withTotal ? null : withTotal ? 10 + i : 1000 * year + i,
          ),
          status: withTotal ? { '3': '..' } : {},
        });
      });
    }
  });
  address = await listen(server, 0);
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await trial.remove();
});

const run = (...more: readonly string[]) =>
  command('scripts/import.ts', [
    ...[
      'scb',
      '--table',
      'TAB638',
      '--data',
      trial.data,
      '--base-url',
      address.slice(0, -1),
      '--cache',
      trial.cache,
    ],
    ...more,
  ]);

describe('npm run import -- scb', () => {
  it('population of every year, women and men added, and the sum is called our own', async () => {
    busy = 2;
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
    withTotal = true;
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
    expect(calls.filter((c) => c.includes('/data')).length).toBeGreaterThan(2);
  });

  it('asks which value of a dimension is meant, and names them', async () => {
    const before = await trial.bytes();
    const { code, err } = await run('--years', '2024');
    expect(code).toBe(1);
    expect(err).toContain('--val ContentsCode=KOD: BE0101N1 (Folkmängd), BE0101N2 (Folkökning)');
    expect(await trial.bytes()).toEqual(before);
  });

  it('a year that the table does not have is said', async () => {
    const { code, err } = await run('--years', '1950', '--val', 'ContentsCode=BE0101N1');
    expect(code).toBe(1);
    expect(err).toContain('Den har åren 2022–2024');
  });
});

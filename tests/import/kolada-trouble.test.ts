import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Figure, type KoladaServer, type KoladaWorld, koladaServer } from './kolada-server.ts';
import { command, type TrialFolder, trialFolder, tryKolada } from './trial.ts';

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

describe('a source that does not behave', () => {
  /** The first calls go wrong, then all is well. */
  const atFirst =
    (times: number, wrong: NonNullable<KoladaWorld['trouble']>): KoladaWorld['trouble'] =>
    (call, request, response) =>
      call <= times && wrong(call, request, response);
  const status =
    (code: number, headers: Readonly<Record<string, string>> = {}) =>
    (_call: number, _request: unknown, response: Parameters<NonNullable<KoladaWorld['trouble']>>[2]) => {
      response.writeHead(code, headers).end('{}');
      return true;
    };
  const body =
    (text: string, type = 'application/json') =>
    (_call: number, _request: unknown, response: Parameters<NonNullable<KoladaWorld['trouble']>>[2]) => {
      response.writeHead(200, { 'Content-Type': type }).end(text);
      return true;
    };

  it('429 is waited for as long as the source says, 500 a little longer each time', async () => {
    const busy = await tryKolada(
      trial,
      await serve({ trouble: atFirst(2, status(429, { 'Retry-After': '7' })) }),
      {},
    );
    expect(busy.waits).toEqual([7000, 7000]);
    const broken = await tryKolada(trial, await serve({ trouble: atFirst(2, status(500)) }), {});
    expect(broken.waits).toEqual([500, 1000]);
  });

  const cut = '{"count":1,"values":[{"kpi":"U30428","munic';
  const page = (values: unknown) => JSON.stringify({ count: 1, next_url: null, values });
  it.each<[string, KoladaWorld['trouble'], RegExp]>([
    ['429 for ever', status(429), /frågar för ofta \(429\) \(3 försök\)/],
    ['429 for an hour', status(429, { 'Retry-After': '3600' }), /vänta 60 minuter/],
    ['500 for ever', status(500), /Källan svarade 500/],
    ['404', status(404), /svarade 404/],
    ['410, an old version', status(410), /svarade 410/],
    ['a redirect', status(302, { Location: 'http://example.org/' }), /svarade 302/],
    ['cut JSON', body(cut), /avhugget eller är inte JSON/],
    ['HTML with status 200', body('<!doctype html><p>Underhåll', 'text/html'), /webbsida i stället för data/],
    ['a field of another type', body(page([{ id: 'U30428', title: 7 }])), /values\.0\.title/],
    ['a connection that breaks', (_c, request) => Boolean(request.socket.destroy()), /Förbindelsen bröts/],
    ['a server that never answers', () => true, /svarade inte inom/],
    ['a body without end', body(`[${'1,'.repeat(600_000)}1]`), /större än/],
    [
      'a next page somewhere else',
      body(JSON.stringify({ next_url: 'http://example.org/v3/kpi/U30428?page=2', values: [] })),
      /någon annanstans/,
    ],
    [
      'pages that go round',
      (_c, request, response) =>
        body(JSON.stringify({ next_url: request.url, values: [] }))(0, null, response),
      /går runt/,
    ],
    [
      'fewer rows than promised',
      body(JSON.stringify({ count: 9, values: [{ id: 'U30428', title }] })),
      /9 rader, men 1 kom/,
    ],
  ])('%s: the folder is byte for byte what it was', async (_, trouble, message) => {
    const before = await trial.bytes();
    const failing = tryKolada(trial, await serve({ ...(trouble && { trouble }) }), {
      http: { maxBytes: 500_000 },
    });
    await expect(failing).rejects.toThrow(message);
    expect(await trial.bytes()).toEqual(before);
  });

  it('a fault in the middle of the pages leaves nothing half read', async () => {
    const before = await trial.bytes();
    const address = await serve({
      rowsAPage: 2,
      trouble: (call, _r, response) => call > 2 && body(cut)(0, null, response),
    });
    await expect(tryKolada(trial, address, {})).rejects.toThrow(/avhugget/);
    expect(await trial.bytes()).toEqual(before);
  });
});

describe('answers that cannot be trusted', () => {
  it.each<[string, string, readonly Figure[], RegExp]>([
    [
      'a coding that lacks one of our answers',
      'Plan, (Ja=1, Kanske=2)',
      plan,
      /passar inte svarstypen ja-nej/,
    ],
    ['no coding at all', 'Plan', plan, /säger inte vad siffrorna betyder/],
    [
      'a number outside the coding',
      'Plan, (Ja=1, Nej=0)',
      plan,
      /värdet 2 \(1060, 2016\) finns inte i kodningen/,
    ],
    [
      'two values for one place',
      title,
      [...plan, { ...plan[0], value: 2 } as Figure],
      /inga värden|två olika/,
    ],
  ])('%s: nothing is written', async (_, wording, figures, message) => {
    const before = await trial.bytes();
    const address = await serve({ kpis: [{ id: 'U30428', title: wording }], figures });
    await expect(tryKolada(trial, address, {})).rejects.toThrow(message);
    expect(await trial.bytes()).toEqual(before);
  });

  it('a person can confirm a coding', async () => {
    const address = await serve({ kpis: [{ id: 'U30428', title: 'Plan' }] });
    const codes = new Map([
      [1, 'ja'],
      [2, 'nej'],
    ]);
    await tryKolada(trial, address, { confirmed: new Map([['U30428', codes]]) });
    expect(await trial.text('omraden/hemloshet/enkat/2016.csv')).toContain('0980;Gotland;;ja');
  });

  it('a KPI whose words have changed stops, with both texts, until a person has read them', async () => {
    await tryKolada(trial, await serve(), {});
    const before = await trial.bytes();
    const changed = await serve({ kpis: [{ id: 'U30428', title, description: 'En plan som är påbörjad.' }] });
    await expect(tryKolada(trial, changed, {})).rejects.toThrow(
      /Då: En plan som är beslutad\.\n {2}Nu: En plan som är påbörjad\./,
    );
    expect(await trial.bytes()).toEqual(before);
    await tryKolada(trial, changed, { accepted: new Set(['U30428']) });
  });

  it('values that our own rules refuse are not written, and the finding is shown', async () => {
    const before = await trial.bytes();
    const figures = [{ kpi: 'N07907', municipality: '0980', period: 2023, value: 109 }];
    const address = await serve({ figures });
    await expect(tryKolada(trial, address, { kpis: ['N07907'], years: [2023] })).rejects.toThrow(
      /skulle datamappen få 1 fel:\n.*N07907\.csv, rad/,
    );
    expect(await trial.bytes()).toEqual(before);
  });

  it('a folder with errors is not added to', async () => {
    await trial.write('publicering.json', '{');
    await expect(tryKolada(trial, await serve(), {})).rejects.toThrow(/redan före inläsningen/);
  });
});

describe('npm run import -- kolada', () => {
  const args = (address: string, ...more: readonly string[]) => [
    ...['kolada', '--kpi', 'U30428', '--years', '2016', '--data', trial.data],
    ...['--base-url', address, '--cache', trial.cache, ...more],
  ];
  it('ends with 0 and says what it wrote; with 1 and what to do when the source fails; with 2 for wrong use', async () => {
    const address = await serve();
    const done = await command('scripts/import.ts', args(address));
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toContain('U30428 2016, 6 värden');
    const before = await trial.bytes();
    const failed = await command('scripts/import.ts', args(await serve({ kpis: [] })));
    expect(failed.code).toBe(1);
    expect(failed.err).toContain('Kolada känner inte till U30428');
    expect(failed.err).toContain('Datamappen är orörd.');
    expect(await trial.bytes()).toEqual(before);
    expect((await command('scripts/import.ts', ['kolada', '--kpi', 'x'])).code).toBe(2);
    expect((await command('scripts/import.ts', ['wikipedia'])).code).toBe(2);
  });
});

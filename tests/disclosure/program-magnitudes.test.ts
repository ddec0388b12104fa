import { describe, expect, it } from 'vitest';
import { auditFiles } from '../../src/disclosure/audit/index.ts';
import { auditReport } from '../../src/disclosure/audit/report.ts';
import { protectRelease } from '../../src/disclosure/release.ts';
import { allFiles } from '../../src/files/index.ts';
import { ingest } from '../../src/ingest/index.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { type Change, folder, write } from '../ingest/folder.ts';
import { highs, release } from './held.ts';
import { inventering, people, program, register } from './planted.ts';

type Row = Readonly<Record<string, string | number>>;
const HEAD =
  'id mal titel enhet riktning basar varde kvinnor man tabell kalla vilkas bidragande storsta_andel';
const OUTCOME = 'indikator ar varde jamforbar skal kalla bidragande storsta_andel nast_storsta_andel';
const csv = (head: string, defaults: Row, rows: readonly Row[]) =>
  [
    head.replaceAll(' ', ';'),
    ...rows.map((r) =>
      head
        .split(' ')
        .map((c) => ({ ...defaults, ...r })[c] ?? '')
        .join(';'),
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');

/** A programme of these indicators (2022) and outcomes: of people, or of kronor that say whose they are. */
const programme = (
  indikatorer: readonly Row[],
  utfall: readonly Row[] = indikatorer
    .slice(0, 1)
    .map(({ id = '' }) => ({ indikator: id, ar: 2024, varde: 0 })),
): readonly Change[] => [
  program([], {}),
  write(
    'program/prov/indikatorer.csv',
    csv(
      HEAD,
      {
        mal: 'farre',
        titel: 'Personer',
        enhet: 'personer',
        riktning: 'minska',
        basar: 2022,
        kalla: 'Påhittad',
      },
      indikatorer,
    ),
  ),
  write(
    'program/prov/utfall.csv',
    csv(OUTCOME, { jamforbar: 'ja', skal: 'Räknat på samma sätt', kalla: 'Påhittad' }, utfall),
  ),
];
const KRONOR = { id: 'kostnad', titel: 'Kostnad', enhet: 'kronor' };

/** What is shown of the programme, as `id year sex`. */
async function shown(...changes: readonly Change[]) {
  const { index } = await release(...changes);
  const [p] = index.catalogue.program;
  return Object.fromEntries([
    ...(p?.indikatorer ?? []).flatMap((i) => [
      [`${i.id} T`, i.varde],
      [`${i.id} K`, i.kvinnor],
      [`${i.id} M`, i.man],
    ]),
    ...(p?.utfall ?? []).map((u) => [`${u.indikator} ${u.ar}`, u.varde]),
  ]);
}

describe('kronor and days of a programme', () => {
  const PEOPLE = { id: 'hotell', varde: 40, kvinnor: 3, man: 37 };
  const COST = { ...KRONOR, varde: 480_000, kvinnor: 36_000, man: 444_000 };

  it('stand beside the hidden 3 whose they are, where nobody says so, and follow them where somebody does', async () => {
    expect(await shown(...programme([PEOPLE, COST]))).toMatchObject({
      'hotell K': null,
      'kostnad K': 36_000,
    });
    expect(await shown(...programme([PEOPLE, { ...COST, vilkas: 'hotell' }]))).toMatchObject({
      'hotell T': 40,
      'kostnad T': 480_000,
      'kostnad K': null,
      'kostnad M': null,
    });
  });

  it('of a later year follow the people of that year, and are hidden where nobody counted them', async () => {
    const outcomes = (of: readonly Row[]) =>
      shown(
        ...programme(
          [
            { id: 'hotell', varde: 40 },
            { ...KRONOR, varde: 480_000, vilkas: 'hotell' },
          ],
          of,
        ),
      );
    const cost = [2023, 2024, 2025].map((ar) => ({ indikator: 'kostnad', ar, varde: 12_000 }));
    const counted = [
      { indikator: 'hotell', ar: 2023, varde: 1 },
      { indikator: 'hotell', ar: 2024, varde: 12 },
    ];
    expect(await outcomes([...cost, ...counted])).toMatchObject({
      'kostnad T': 480_000,
      'hotell 2023': null,
      'kostnad 2023': null,
      'hotell 2024': 12,
      'kostnad 2024': 12_000,
      'kostnad 2025': null,
    });
  });

  it('follow people whom an inventory or a register counts', async () => {
    const cost = (vilkas: string) => programme([{ ...KRONOR, varde: 36_000, vilkas }]);
    const inInventory = [
      inventering('akut-alla;T;alla;43;', 'hotell;T;alla;3;', 'harbarge;T;alla;40;'),
      ...cost('inventering/hotell'),
    ];
    expect(await shown(...inInventory)).toMatchObject({ 'kostnad T': null });
    const lines = (n: number) => ['0114;2022;T;', '0180;2022;T;1'].map((line) => `${line}${n};`);
    expect(await shown(people(), register(...lines(3)), ...cost('OJ-1'))).toMatchObject({
      'kostnad T': null,
    });
    expect(await shown(people(), register(...lines(9)), ...cost('OJ-1'))).toMatchObject({
      'kostnad T': 36_000,
    });
  });

  it.each([
    ['few contribute', { bidragande: 4 }, true],
    [
      'the others are less than ten percent of the largest',
      { storsta_andel: 80, nast_storsta_andel: 13 },
      true,
    ],
    ['no one can have much', { bidragande: 40, storsta_andel: 30 }, false],
  ])('the p %% rule: %s', async (_, bidrag, hides) => {
    const rows = await shown(
      ...programme(
        [
          { id: 'hotell', varde: 40 },
          { ...KRONOR, varde: 480_000, vilkas: 'hotell' },
        ],
        [
          { indikator: 'kostnad', ar: 2023, varde: 90_000, ...bidrag },
          { indikator: 'hotell', ar: 2023, varde: 60 },
        ],
      ),
    );
    expect([rows['kostnad 2023'], rows['hotell 2023']]).toEqual(hides ? [null, null] : [90_000, 60]);
  });

  it('are no part of a declared sum that the others tell', async () => {
    const sums = [
      { ...KRONOR, id: 'alla', varde: 500_000, vilkas: 'akut' },
      { ...KRONOR, id: 'harbarge-kr', varde: 488_000, vilkas: 'harbarge' },
      { ...KRONOR, id: 'hotell-kr', varde: 12_000, vilkas: 'hotell' },
      ...[
        ['akut', 41],
        ['harbarge', 40],
        ['hotell', 1],
      ].map(([id, varde]) => ({ id: `${id}`, varde: Number(varde) })),
    ];
    const samband = [
      {
        titel: 'Kostnaden är härbärge och hotell',
        summa: 'program/prov/alla',
        delar: ['program/prov/harbarge-kr', 'program/prov/hotell-kr'],
      },
    ];
    const rows = await shown(...programme(sums), write('samband.json', JSON.stringify(samband)));
    const hidden = ['alla T', 'harbarge-kr T', 'hotell-kr T'].filter((id) => rows[id] === null);
    expect(hidden).toContain('hotell-kr T');
    expect(hidden.length).toBeGreaterThan(1);
  });

  it('are in no file, and the audit finds one that is', async () => {
    const { index, secret, hemligaKallor } = await release(
      ...programme(
        [PEOPLE, { ...COST, kvinnor: 36_123, man: 443_877, vilkas: 'hotell' }],
        [{ indikator: 'kostnad', ar: 2023, varde: 77_321, bidragande: 6321, storsta_andel: '81,7' }],
      ),
    );
    if (!secret) throw new Error('nothing is hidden');
    const read = await Promise.all(
      allFiles(index)
        .filter((f) => /\.(csv|json)$/.test(f.path))
        .map(async (f) => ({ path: f.path, content: await f.content() })),
    );
    for (const { path, content } of read)
      expect([path, new TextDecoder().decode(content).match(/36[\s.]?123|77[\s.]?321|6321|81[.,]7/)]).toEqual(
        [path, null],
      );
    const audited = (more: readonly { path: string; content: Uint8Array }[]) =>
      auditFiles(
        highs,
        secret,
        [...read, ...more].map((f) => ({ path: f.path, content: () => f.content })),
      );
    expect(auditReport(await audited([])).failures).toEqual([]);
    const leaky = new TextEncoder().encode(
      'program,kod,programindikator,ar,varde\nprov,0114,kostnad,2023,77321\n',
    );
    expect(auditReport(await audited([{ path: 'data/x.csv', content: leaky }])).failures).toEqual([
      'program/prov/kostnad 2023, kod 0114, kön T: värdet är skyddat men står som 77321 i data/x.csv.',
    ]);
    expect([...hemligaKallor]).toContain('program/prov/utfall.csv');
  });
});

it('what counts nobody is reported, and so is who stands behind what is nobody’s', async () => {
  const codes = async (rows: readonly Row[]) => {
    const { report } = await loadFiles(folder(...programme(rows)));
    return report.findings.filter((f) => f.severity === 'error').map((f) => [f.code, f.row, f.column]);
  };
  const counted = { id: 'hotell', varde: 40 };
  const cost = (more: Row) => ({ ...KRONOR, varde: 480_000, ...more });
  expect(await codes([counted, cost({ vilkas: 'hotel' })])).toEqual([['indikator-vilkas', 3, 'vilkas']]);
  expect(await codes([counted, cost({ vilkas: 'kostnad' })])).toEqual([['indikator-vilkas', 3, 'vilkas']]);
  expect(await codes([counted, cost({ bidragande: 3 })])).toEqual([['bidrag-ogiltigt', 3, 'bidragande']]);
  expect(await codes([counted, cost({ vilkas: 'hotell', storsta_andel: 120 })])).toEqual([
    ['bidrag-ogiltigt', 3, 'storsta_andel'],
  ]);
});

it('a programme is never rounded: nothing of it is written as rounded', async () => {
  const { index, report } = await loadFiles(folder(program(['hemlosa;40;3;37'], { metod: 'avrunda-5' })));
  expect(index).toBeNull();
  expect(report.findings.map((f) => [f.severity, f.file])).toContainEqual([
    'error',
    'program/prov/program.json',
  ]);
});

it('an amount that one dominates is hidden although everybody knows the people, and so is another of its sum', () => {
  const cost = {
    ...KRONOR,
    varde: 480_000,
    kvinnor: 240_000,
    man: 240_000,
    vilkas: 'hotell',
    storsta_andel: 95,
  };
  const changes = programme([{ id: 'hotell', varde: 40, kvinnor: 20, man: 20 }, cost]);
  const { catalogue } = ingest(folder(...changes));
  if (!catalogue) throw new Error('not read');
  const earlier = new Map(
    (['T', 'K', 'M'] as const).map((kon) => [
      `program/prov/hotell|2022|0114|${kon}`,
      [{ version: '2025.1', varde: kon === 'T' ? 40 : 20 }],
    ]),
  );
  const { catalogue: published, failures } = protectRelease(highs, catalogue, { earlier });
  expect(failures).toEqual([]);
  const [hotell, kostnad] = published.program[0]?.indikatorer ?? [];
  expect([hotell?.varde, hotell?.kvinnor, kostnad?.varde]).toEqual([40, 20, null]);
  expect([kostnad?.kvinnor, kostnad?.man]).toContain(null);
});

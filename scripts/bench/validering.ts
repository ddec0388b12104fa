import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { dsvFormat } from 'd3-dsv';
import { nodeEffects } from '../../src/effects-node.ts';
import { ingest } from '../../src/ingest/index.ts';
import { loadFiles } from '../../src/pipeline/load.ts';

/** One measured figure. `target` says what it should reach, in words. */
export type Measure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: string;
};

// 3 334 kommuner × 100 years × 3 sexes: a register that is valid and has no duplicates needs more kommuner than
// Sweden has to reach a million rows.
const LAN = 34;
const KOMMUNER = 3334;
const YEARS = 100;
const SEXES = ['K', 'M', 'T'];
const ROWS = KOMMUNER * YEARS * SEXES.length;
const RUNS = 7;
const REGISTER = 'omraden/prov/register/OJ-1.csv';

const encoder = new TextEncoder();
const csv = (header: string, rows: readonly string[]) => encoder.encode(`${[header, ...rows].join('\n')}\n`);
const json = (value: unknown) => encoder.encode(JSON.stringify(value));
const years = Array.from({ length: YEARS }, (_, i) => 1990 + i);

/** A data folder in memory with a register of a million rows. The same every time; all of it made up. */
function folder(): ReadonlyMap<string, Uint8Array> {
  const perLan = Math.ceil(KOMMUNER / LAN);
  const lan = Array.from({ length: LAN }, (_, i) => String(i + 1).padStart(2, '0'));
  const kommuner = lan
    .flatMap((l) => Array.from({ length: perLan }, (_, i) => `${l}${String(i + 1).padStart(2, '0')}`))
    .slice(0, KOMMUNER);
  const tiles = (codes: readonly string[]) =>
    codes.map((kod, i) => `${kod};${i % 100};${Math.floor(i / 100)}`);
  const text = 'En text som bara finns i mätningen.';
  return new Map([
    ['publicering.json', json(release)],
    [
      'referens/lan.csv',
      csv(
        'lanskod;lan;bokstav',
        lan.map((kod) => `${kod};Län ${kod};A`),
      ),
    ],
    [
      'referens/kallor.json',
      json({ folkmangd: { datum: '2024-12-31', kalla: 'Prov' }, kommungrupper: { ar: 2023, kalla: 'Prov' } }),
    ],
    ['referens/kommungrupper.csv', csv('kod;namn', ['A1;Grupp'])],
    [
      'referens/kommuner.csv',
      csv(
        'kommunkod;kommun;lanskod;kommungrupp;folkmangd',
        kommuner.map((kod) => `${kod};Kommun ${kod};${kod.slice(0, 2)};A1;1000`),
      ),
    ],
    [
      'referens/stadsdelar.csv',
      csv('kod;kommunkod;stadsdel;typ;giltig_fran;giltig_till;not;kalla', [
        '0101-a;0101;A;stadsdel;2000-01-01;;;',
      ]),
    ],
    ['referens/kommunrutor.csv', csv('kod;col;row', tiles(kommuner))],
    ['referens/lanrutor.csv', csv('kod;col;row', tiles(lan))],
    ['referens/vattenrutor.csv', csv('namn;col;row', ['Sjö;1;1'])],
    ['referens/utgangna_koder.csv', csv('kod;ersatt_av;giltig_till;skal', ['99;;1999-12-31;Prov'])],
    ['referens/grannar.csv', csv('kommunkod_a;kommunkod_b', ['0101;0102'])],
    [
      'referens/inventering.json',
      json({
        titel: 'Prov',
        kalla: 'Påhittad',
        anvisningar: [],
        delar: [{ kod: 'del', namn: 'En del' }],
        uppgifter: [{ kod: 'alla', del: 'del', namn: 'Alla', enhet: 'personer', anvisning: '' }],
        fragor: [{ id: 'alla', fraga: 'Hur många?', rubrik: 'Alla', uppgifter: ['alla'], annars: 'nasta' }],
        nasta: [{ kod: 'nasta', namn: 'Nästa', text: 'Nästa år.' }],
      }),
    ],
    [
      'omraden/prov/omrade.json',
      json({
        slug: 'prov',
        titel: 'Prov',
        kortnamn: 'Prov',
        om: 'prov',
        ingress: text,
        utgivare: 'Ingen',
        kontakt: 'Ingen',
        insamling: [text],
        utgavor: [],
      }),
    ],
    [
      'omraden/prov/indikatorer.json',
      json([
        {
          id: 'OJ-1',
          slug: 'prov',
          titel: 'En andel',
          kortnamn: 'En andel',
          typ: 'register',
          svarstyp: 'andel',
          definition: text,
          varfor: text,
          tolkning: text,
          pastaende: 'är påhittade',
          kvalitetsomrade: null,
          polaritet: 'neutral',
          enhet: 'procent',
          decimaler: 1,
          ar: years,
          taljare: text,
          namnare: null,
          kalla: 'Påhittad',
        },
      ]),
    ],
    [REGISTER, register(kommuner)],
  ]);
}

const release = {
  webbplats: 'https://example.org/',
  titel: 'Mätning',
  version: '2026.1',
  datum: '2026-01-01',
  organisation: {
    namn: 'Ingen',
    orgnr: null,
    uri: 'https://example.org/',
    epost: 'a@example.org',
    webb: 'https://example.org/',
  },
  licens: { namn: 'CC0', url: 'https://example.org/' },
};

function register(kommuner: readonly string[]): Uint8Array {
  const rows: string[] = [];
  for (const ar of years)
    for (const kod of kommuner)
      for (const kon of SEXES) rows.push(`${kod};${ar};${kon};${((rows.length * 7919) % 1000) / 10};`);
  return csv('kod;ar;kon;varde;saknas', rows);
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Measures reading and judging a million rows, against parsing the same text with d3-dsv and keeping the rows.
 * The two take turns, so that a busy machine is busy for both; garbage is cleared before each, and the first
 * turn is for warming up.
 */
export async function bench(): Promise<readonly Measure[]> {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const { clock } = nodeEffects();
  const time = async (work: () => number | Promise<number>): Promise<number> => {
    collectGarbage();
    const started = clock();
    const rows = await work();
    const taken = clock() - started;
    if (rows < ROWS) throw new Error(`only ${rows} of ${ROWS} rows`);
    return taken;
  };
  const files = folder();
  const parse = () => dsvFormat(';').parseRows(new TextDecoder().decode(files.get(REGISTER))).length;
  const read = () => {
    const { catalogue, findings } = ingest(files);
    if (findings.length > 0) throw new Error(JSON.stringify(findings[0]));
    return catalogue?.observationer.length ?? 0;
  };
  const turns: { readonly parse: number; readonly read: number }[] = [];
  for (let i = 0; i <= RUNS; i++) {
    const turn = { parse: await time(parse), read: await time(read) };
    if (i > 0) turns.push(turn);
  }
  const parsing = median(turns.map((t) => t.parse));
  const reading = median(turns.map((t) => t.read));
  const whole = await time(async () => (await loadFiles(files)).report.counts.rows);
  return [
    { name: 'Tolka en miljon rader (d3-dsv)', value: parsing, unit: 'ms' },
    { name: 'Läsa och granska en miljon rader', value: reading, unit: 'ms' },
    { name: 'Granskning', value: ROWS / (reading / 1000), unit: 'rader/s', target: '≥ 1 200 000' },
    {
      name: 'Granskning mot enbart tolkning',
      value: median(turns.map((t) => t.read / t.parse)),
      unit: 'gånger',
      target: '≤ 1,6',
    },
    {
      name: 'Hela granskningen, med län, riket och summor',
      value: ROWS / (whole / 1000),
      unit: 'rader/s',
      target: '≥ 700 000',
    },
  ];
}

if (import.meta.main) {
  const numbers = new Intl.NumberFormat('sv', { maximumFractionDigits: 2 });
  for (const { name, value, unit, target } of await bench())
    nodeEffects().log(
      `${name.padEnd(46)} ${numbers.format(value).padStart(12)} ${unit}${target ? `  mål ${target}` : ''}`,
    );
}

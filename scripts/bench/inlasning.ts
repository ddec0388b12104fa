import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { dsvFormat } from 'd3-dsv';
import { utils, write } from 'xlsx';
import { z } from 'zod';
import { FRUGAL } from '../../src/pipeline/engine.ts';
import { listen } from '../../src/serving/server.ts';
import { type Ran, ran } from './processor.ts';
import type { Measure } from './validering.ts';

// 102 KPIs × 20 years × 290 kommuner = 591,600 values: 2,040 KPI-years.
const KPIS = Array.from({ length: 102 }, (_, i) => `N9${String(i).padStart(4, '0')}`);
const YEARS = Array.from({ length: 20 }, (_, i) => 2005 + i);
const ROWS_A_PAGE = 5000;
// 10 sheets × 290 kommuner × 380 columns = 1.1 million numbers, some 20 MB.
const SHEETS = 10;
const COLUMNS = 380;

/**
 * Imports by the command itself: 591,600 values from a Kolada of our own, written; and a workbook of some 20 MB, read
 * to the mapping that a person confirms.
 * @param folder a folder that is emptied
 * @returns null when one of them fails
 */
export async function importMeasures(folder: string): Promise<readonly Measure[] | null> {
  rmSync(folder, { recursive: true, force: true });
  const data = join(folder, 'data');
  cpSync('data', data, { recursive: true });
  withKpis(join(data, 'omraden/hemloshet/indikatorer.json'));
  const kommuner = kommunerOf(data);
  const run = (...args: readonly string[]) =>
    ran([process.execPath, ...FRUGAL, 'scripts/import.ts', ...args, '--data', data]);

  const server = kolada(kommuner.map((k) => k.kod));
  const address = await listen(server, 0);
  const cache = join(folder, 'cache');
  const own = process.cpuUsage();
  const figures = await run(
    ...['kolada', '--kpi', KPIS.join(','), '--years', `${YEARS[0]}-${YEARS.at(-1)}`],
    ...['--base-url', `${address}v3`, '--cache', cache],
  );
  const { user, system } = process.cpuUsage(own);
  server.closeAllConnections();
  server.close();

  const file = join(folder, 'svar.xlsx');
  const megabytes = writeWorkbook(file, kommuner);
  // It ends with 1: nothing has been read in, and a person has something to answer.
  const book = await run('excel', file, '--omrade', 'hemloshet', '--ar', '2024', '--kalla', 'Prov');
  rmSync(folder, { recursive: true, force: true });
  if (figures.code !== 0 || book.code !== 1) return null;
  return [
    ...took('Läsa in 591 600 värden ur ett eget Kolada', figures, '≤ 20'),
    { name: 'Serverns egen processortid', value: (user + system) / 1e6, unit: 's' },
    ...took(`En arbetsbok på ${Math.round(megabytes)} MB`, book, '≤ 10'),
  ];
}

const took = (name: string, { wall, cpu, peak }: Ran, target: string): readonly Measure[] => [
  { name, value: wall, unit: 's', target },
  ...(cpu === null ? [] : [{ name: `${name}: processortid`, value: cpu, unit: 's' }]),
  ...(peak === null
    ? []
    : [{ name: `${name}: minne som mest`, value: peak / 1e6, unit: 'MB', target: '< 500' }]),
];

/** Adds the KPIs that are asked for, each like a share of the register that is there. */
function withKpis(path: string): void {
  const indicators = z
    .array(z.looseObject({ id: z.string().optional() }))
    .parse(JSON.parse(readFileSync(path, 'utf8')));
  const like = indicators.find((i) => i.id === 'N07907');
  const added = KPIS.map((id, i) => {
    return {
      ...like,
      id,
      kolada: id,
      slug: `matt-${i}`,
      titel: `Mått ${i}`,
      kortnamn: `Mått ${i}`,
      ar: YEARS,
    };
  });
  writeFileSync(path, JSON.stringify([...indicators, ...added]));
}

type Kommun = { readonly kod: string; readonly namn: string };

const kommunerOf = (data: string): readonly Kommun[] =>
  dsvFormat(';')
    .parse(readFileSync(join(data, 'referens/kommuner.csv'), 'utf8'))
    .map(({ kommunkod = '', kommun = '' }) => ({ kod: kommunkod, namn: kommun }));

/** Speaks Kolada's v3 as far as an import asks; every figure is made up from its place in the list. */
function kolada(koder: readonly string[]): Server {
  return createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [, , kind, , ids = '', , years = ''] = pathname.split('/').concat('');
    response.setHeader('Content-Type', 'application/json');
    if (kind !== 'data') {
      const asked = pathname.split('/').at(-1)?.split(',') ?? [];
      const values = asked.map((id) => ({ id, title: `Mått ${id}, andel (%)`, description: 'Ett mått.' }));
      response.end(JSON.stringify({ count: values.length, next_url: null, previous_url: null, values }));
      return;
    }
    const cells = ids
      .split(',')
      .flatMap((kpi) => years.split(',').map((year) => ({ kpi, period: Number(year) })));
    const count = cells.length * koder.length;
    const page = Number(searchParams.get('page') ?? 1);
    const from = (page - 1) * ROWS_A_PAGE;
    const values = Array.from({ length: Math.min(ROWS_A_PAGE, count - from) }, (_, i) => {
      const n = from + i;
      const figure = { gender: 'T', count: 1, status: '', value: ((n * 7919) % 1000) / 10 };
      return {
        ...cells[Math.floor(n / koder.length)],
        municipality: koder[n % koder.length],
        values: [figure],
      };
    });
    const next_url =
      from + ROWS_A_PAGE < count
        ? `http://${request.headers.host}${pathname}?per_page=${ROWS_A_PAGE}&page=${page + 1}`
        : null;
    response.end(JSON.stringify({ count, next_url, previous_url: null, values }));
  });
}

/** An authority's workbook with far more columns than we know. @returns its size in megabytes */
function writeWorkbook(path: string, kommuner: readonly Kommun[]): number {
  const book = utils.book_new();
  for (let sheet = 0; sheet < SHEETS; sheet++) {
    const names = Array.from(
      { length: COLUMNS },
      (_, c) => `Fråga ${sheet * COLUMNS + c + 1}: antal av något slag`,
    );
    const number = (row: number, c: number) =>
      (((sheet * kommuner.length + row) * COLUMNS + c) * 2654435761) % 1e9;
    const rows = kommuner.map(({ kod, namn }, row) => [
      kod,
      namn,
      ...names.map((_, c) => number(row, c) / 1e4),
    ]);
    const grid = [[`Svar, del ${sheet + 1}`], [], ['Kommunkod', 'Kommun', ...names], ...rows];
    utils.book_append_sheet(book, utils.aoa_to_sheet(grid), `Del ${sheet + 1}`);
  }
  const bytes: Buffer = write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
  writeFileSync(path, bytes);
  return bytes.length / 1e6;
}

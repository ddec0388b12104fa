import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dsvFormat } from 'd3-dsv';
import { z } from 'zod';
import { ROOMY } from '../../src/pipeline/engine.ts';
import { takeManifest } from '../../src/pipeline/handed.ts';
import { command, PROJECT, wrongUse } from '../command.ts';
import { ran } from './processor.ts';

/*
 * `node scripts/bench/tillvaxt.ts [kommuner|ar|omraden] [1,2,5,10]`: builds the shipped data with so many times as many
 * kommuner, editions or areas, and prints what it took. Linear means that the last column stays where it is.
 */

/** The most that a process of the build may have in memory at ten times as much, in bytes. */
const MOST = 2e9;

const { parse, formatRows } = dsvFormat(';');

type Row = Readonly<Record<string, string>>;

/** Adds rows to a CSV file. @param more what is added to those that are there */
function addRows(path: string, more: (rows: readonly Row[]) => readonly object[]): void {
  const rows = parse(readFileSync(path, 'utf8'));
  const all = [...rows, ...more(rows)].map((row) => new Map(Object.entries(row)));
  const lines = formatRows([rows.columns, ...all.map((row) => rows.columns.map((c) => row.get(c) ?? ''))]);
  writeFileSync(path, `${lines}\n`);
}

function editJson<T>(path: string, schema: z.ZodType<T>, edit: (value: T) => unknown): void {
  writeFileSync(path, JSON.stringify(edit(schema.parse(JSON.parse(readFileSync(path, 'utf8'))))));
}

const areasOf = (data: string) =>
  readdirSync(join(data, 'omraden'), { withFileTypes: true }).flatMap((f) =>
    f.isDirectory() ? [f.name] : [],
  );
const copies = (times: number) => Array.from({ length: times - 1 }, (_, i) => i + 2);

/** Län that have no code yet: neither one in use nor one that has been. */
function freeLan(data: string): readonly string[] {
  const used = ['lan', 'utgangna_koder'].flatMap((name) =>
    parse(readFileSync(join(data, `referens/${name}.csv`), 'utf8')).map((row) => row.lanskod ?? row.kod),
  );
  return Array.from({ length: 99 }, (_, i) => String(i + 1).padStart(2, '0')).filter(
    (kod) => !used.includes(kod),
  );
}

/** The same answers of another kommun. A city whose stadsdelar answer has no answers of its own: its copy gives none. */
function answering(row: Row, kommunkod: string, copy: number): object {
  const answers = Object.entries(row).map(([column, text]) => [column, text === '.' ? '-' : text]);
  return { ...Object.fromEntries(answers), kommunkod, kommun: `${row.kommun} ${copy}` };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const letters = (i: number) => `${ALPHABET[Math.floor(i / 26)]}${ALPHABET[i % 26]}`;

/** Every kommun as many times, in new län, with the same answers and values; cities of stadsdelar answer whole. */
function moreKommuner(data: string, times: number): void {
  const lan = freeLan(data);
  const kommuner = parse(readFileSync(join(data, 'referens/kommuner.csv'), 'utf8')).map(
    (k) => k.kommunkod ?? '',
  );
  const codes = new Map<string, readonly string[]>();
  const perLan = Math.ceil((kommuner.length * (times - 1)) / lan.length);
  let next = 0;
  for (const kod of kommuner)
    codes.set(
      kod,
      copies(times).map(() => {
        const at = next++;
        return `${lan[Math.floor(at / perLan)]}${String((at % perLan) + 1).padStart(2, '0')}`;
      }),
    );
  const of = (kod: string | undefined) => codes.get(kod ?? '') ?? [];
  const file = (name: string) => join(data, name);
  addRows(file('referens/kommuner.csv'), (rows) =>
    rows.flatMap((row) =>
      of(row.kommunkod).map((kommunkod, i) => {
        return { ...row, kommunkod, kommun: `${row.kommun} ${i + 2}`, lanskod: kommunkod.slice(0, 2) };
      }),
    ),
  );
  const added = lan.slice(0, Math.ceil(next / perLan));
  addRows(file('referens/lan.csv'), () =>
    added.map((kod, i) => ({ lanskod: kod, lan: `Län ${kod}`, bokstav: letters(i) })),
  );
  addRows(file('referens/lanrutor.csv'), () =>
    added.map((kod, i) => ({ kod, col: 40 + (i % 10), row: Math.floor(i / 10) })),
  );
  addRows(file('referens/kommunrutor.csv'), () =>
    [...codes.values()].flat().map((kod, i) => ({ kod, col: 60 + (i % 60), row: Math.floor(i / 60) })),
  );
  for (const area of areasOf(data)) {
    // Published figures are of the country as it is.
    rmSync(file(`omraden/${area}/publicerat.csv`));
    for (const survey of readdirSync(file(`omraden/${area}/enkat`)))
      addRows(file(`omraden/${area}/enkat/${survey}`), (rows) =>
        rows
          .filter((row) => row.stadsdel === '')
          .flatMap((row) => of(row.kommunkod).map((kod, i) => answering(row, kod, i + 2))),
      );
    for (const register of readdirSync(file(`omraden/${area}/register`)))
      if (register.endsWith('.csv'))
        addRows(file(`omraden/${area}/register/${register}`), (rows) =>
          rows.flatMap((row) => of(row.kod).map((kod) => ({ ...row, kod }))),
        );
  }
}

const Indicators = z.array(z.looseObject({ id: z.string().optional(), ar: z.array(z.number()).optional() }));
const Area = z.looseObject({
  slug: z.string(),
  titel: z.string(),
  kortnamn: z.string(),
  utgavor: z.array(z.looseObject({ ar: z.number() })),
});

/** Every area as many times, with other names and ids. Published figures and shared questions stay with the first. */
function moreAreas(data: string, times: number): void {
  const areas = areasOf(data);
  for (const copy of copies(times))
    for (const area of areas) {
      const [from, to] = [join(data, 'omraden', area), join(data, 'omraden', `${area}-${copy}`)];
      cpSync(from, to, { recursive: true });
      rmSync(join(to, 'publicerat.csv'), { force: true });
      const idOf = (id: string) => `OJ-T${copy}-${id}`;
      editJson(join(to, 'indikatorer.json'), Indicators, (list) =>
        list
          .filter((i) => i.id !== undefined)
          .map(({ kolada, ...i }) => {
            return {
              ...i,
              id: idOf(i.id ?? ''),
              slug: `${i.slug}-${copy}`,
              titel: `${i.titel} ${copy}`,
              kortnamn: `${i.kortnamn} ${copy}`,
            };
          }),
      );
      editJson(join(to, 'omrade.json'), Area, (omrade) => {
        return {
          ...omrade,
          slug: `${area}-${copy}`,
          titel: `${omrade.titel} ${copy}`,
          kortnamn: `${omrade.kortnamn} ${copy}`,
        };
      });
      for (const survey of readdirSync(join(to, 'enkat'))) {
        const path = join(to, 'enkat', survey);
        const [header = '', ...lines] = readFileSync(path, 'utf8').split('\n');
        const own = new Set(['kommunkod', 'kommun', 'stadsdel']);
        const columns = header.split(';').map((c) => (own.has(c) ? c : idOf(c)));
        writeFileSync(path, [columns.join(';'), ...lines].join('\n'));
      }
      for (const register of readdirSync(join(to, 'register'))) {
        cpSync(join(to, 'register', register), join(to, 'register', idOf(register)));
        rmSync(join(to, 'register', register));
      }
    }
}

/** The years that an edition may have (`model/edition.ts`), newest first. */
const YEARS = Array.from({ length: 37 }, (_, i) => 2026 - i);

/**
 * Every edition as many times, each copy with the answers of the one copied, in years that have none.
 * @throws Refusal when there are not so many years
 */
function moreYears(data: string, times: number): void {
  for (const area of areasOf(data)) {
    const folder = join(data, 'omraden', area);
    rmSync(join(folder, 'publicerat.csv'));
    const surveys = readdirSync(join(folder, 'enkat')).map((f) => Number(basename(f, '.csv')));
    const free = YEARS.filter((ar) => !surveys.includes(ar)).slice(0, surveys.length * (times - 1));
    if (free.length < surveys.length * (times - 1)) {
      const most = 1 + Math.floor(free.length / surveys.length);
      wrongUse(`${area}: av åren som en utgåva kan ha räcker de lediga till × ${most}, inte × ${times}.`);
    }
    const copied = free.map((ny, i) => ({ ny, ar: surveys[i % surveys.length] ?? 0 }));
    for (const { ar, ny } of copied) cpSync(join(folder, `enkat/${ar}.csv`), join(folder, `enkat/${ny}.csv`));
    editJson(join(folder, 'indikatorer.json'), Indicators, (list) =>
      list.map((i) => {
        if (i.typ !== 'enkat') return i;
        const own = surveys.filter((ar) => i.ar?.includes(ar));
        const ar = [...own, ...copied.flatMap((c) => (own.includes(c.ar) ? [c.ny] : []))];
        return { ...i, ar: ar.toSorted((a, b) => a - b) };
      }),
    );
    editJson(join(folder, 'omrade.json'), Area, (omrade) => {
      const editions = copied.flatMap(({ ar, ny }) => {
        const edition = omrade.utgavor.find((u) => u.ar === ar);
        return edition === undefined ? [] : [{ ...edition, ar: ny, version: `${ny}.1` }];
      });
      return { ...omrade, utgavor: [...omrade.utgavor, ...editions] };
    });
  }
}

const WAYS: Readonly<Record<string, (data: string, times: number) => void>> = {
  kommuner: moreKommuner,
  ar: moreYears,
  omraden: moreAreas,
};

await command(async () => {
  const [way = 'kommuner', times = '1,2,5,10'] = process.argv.slice(2);
  const grow = Object.hasOwn(WAYS, way) ? WAYS[way] : undefined;
  const factors = times.split(',').map(Number);
  if (grow === undefined || factors.some((n) => !(n >= 1)))
    return wrongUse('node scripts/bench/tillvaxt.ts [kommuner|ar|omraden] [1,2,5,10]');
  const folder = join(PROJECT, '.cache/bench-tillvaxt');
  let failed = false;
  for (const factor of factors) {
    rmSync(folder, { recursive: true, force: true });
    const [data, out, cache] = [join(folder, 'data'), join(folder, 'webbplats'), join(folder, 'bygge')];
    cpSync('data', data, { recursive: true });
    grow(data, factor);
    const { code, wall, cpu, peak } = await ran([
      process.execPath,
      ...ROOMY,
      'scripts/build.ts',
      ...['--data', data, '--out', out, '--cache', cache, '--tyst'],
    ]);
    if (code !== 0) {
      process.stdout.write(`${way} × ${factor}: bygget gick inte (kod ${code})\n`);
      return 1;
    }
    const { files } = await takeManifest(cache);
    const seconds = cpu ?? wall;
    process.stdout.write(
      `${way} × ${factor}: ${wall.toFixed(0)} s, ${seconds.toFixed(0)} s processortid, ${files.length} filer, största processen ${((peak ?? 0) / 1e6).toFixed(0)} MB, ${(seconds / factor).toFixed(0)} s per gång\n`,
    );
    if (factor >= 10 && peak !== null && peak > MOST) failed = true;
  }
  rmSync(folder, { recursive: true, force: true });
  return failed ? 1 : 0;
});

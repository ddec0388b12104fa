import type { Kommun, Referens, Ruta, Stadsdel } from '../model/kommun.ts';
import { parseTable, type Table } from './csv.ts';
import type { Findings } from './findings.ts';
import { slugOf, uniqueSlugs } from './slug.ts';

/** Gives a decoded file's text, or null; what is wrong with it is already among the findings. */
export type ReadText = (file: string) => string | null;

const FOLDER = 'referens/';

const HEADERS = {
  'kommuner.csv': ['kommunkod', 'kommun', 'lanskod', 'kommungrupp', 'folkmangd'],
  'lan.csv': ['lanskod', 'lan', 'bokstav'],
  'kommungrupper.csv': ['kod', 'namn'],
  'stadsdelar.csv': ['kod', 'kommunkod', 'stadsdel', 'typ', 'giltig_fran', 'giltig_till', 'not', 'kalla'],
  'kommunrutor.csv': ['kod', 'col', 'row'],
  'lanrutor.csv': ['kod', 'col', 'row'],
  'vattenrutor.csv': ['namn', 'col', 'row'],
  'grannar.csv': ['kommunkod_a', 'kommunkod_b'],
} as const;

/** Files of the reference folder. */
export const REFERENCE_FILES: readonly string[] = Object.keys(HEADERS).map((name) => FOLDER + name);

const byKod = <T extends { readonly kod: string }>(items: readonly T[]): readonly T[] =>
  items.toSorted((a, b) => (a.kod < b.kod ? -1 : a.kod > b.kod ? 1 : 0));

/** Reads `referens/`; null when a file is missing or broken, because nothing can be checked without it. */
export function readReferens(readText: ReadText, findings: Findings): Referens | null {
  const tables = new Map<string, Table>();
  for (const [name, required] of Object.entries(HEADERS)) {
    const text = readText(FOLDER + name);
    const table =
      text === null ? null : parseTable(FOLDER + name, text, { required, optional: [] }, findings);
    if (table) tables.set(name, table);
  }
  if (tables.size < REFERENCE_FILES.length) return null;
  const rows = (name: keyof typeof HEADERS) => tables.get(name)?.rows ?? [];

  const lan = rows('lan.csv').map(({ cells: [kod = '', namn = '', bokstav = ''] }) => ({
    kod,
    namn,
    slug: slugOf(namn),
    bokstav,
  }));
  const kommuner = readKommuner(rows('kommuner.csv'), new Set(lan.map((l) => l.kod)), findings);
  return {
    kommuner: byKod(kommuner),
    lan: byKod(lan),
    kommungrupper: rows('kommungrupper.csv').map(({ cells: [kod = '', namn = ''] }) => ({
      kod,
      namn,
      slug: `${kod.toLowerCase()}-${slugOf(namn)}`,
    })),
    stadsdelar: byKod(rows('stadsdelar.csv').map(({ cells }) => stadsdel(cells))),
    kommunrutor: rows('kommunrutor.csv').map(({ cells }) => ruta(cells)),
    lanrutor: rows('lanrutor.csv').map(({ cells }) => ruta(cells)),
    vattenrutor: rows('vattenrutor.csv').map(({ cells }) => ruta(cells)),
    grannar: rows('grannar.csv').map(({ cells: [a = '', b = ''] }) => [a, b] as const),
  };
}

function readKommuner(rows: Table['rows'], lan: ReadonlySet<string>, findings: Findings): readonly Kommun[] {
  const file = `${FOLDER}kommuner.csv`;
  const seen = new Set<string>();
  const valid = rows.filter(({ line, cells: [kod = '', , lanskod = '', , folkmangd = ''] }) => {
    const refuse = (column: string, value: string, message: string) => {
      findings.error(
        { file, row: line, column, value },
        { code: 'referens-fel', rule: 'Referensdata ska vara hela och motsägelsefria.', message },
      );
      return false;
    };
    if (!/^\d{4}$/.test(kod)) return refuse('kommunkod', kod, 'En kommunkod har fyra siffror.');
    if (seen.has(kod)) return refuse('kommunkod', kod, 'Kommunen står två gånger.');
    seen.add(kod);
    if (!lan.has(lanskod) || !kod.startsWith(lanskod))
      return refuse(
        'lanskod',
        lanskod,
        'Länskoden finns inte i lan.csv, eller stämmer inte med kommunkoden.',
      );
    if (!/^\d+$/.test(folkmangd)) return refuse('folkmangd', folkmangd, 'Folkmängden ska vara ett heltal.');
    return true;
  });
  const slugs = uniqueSlugs(valid.map(({ cells: [kod = '', namn = ''] }) => ({ kod, namn })));
  return valid.map(({ cells: [kod = '', namn = '', lanskod = '', kommungrupp = '', folkmangd = ''] }) => ({
    kod,
    namn,
    slug: slugs.get(kod) ?? kod,
    lanskod,
    kommungrupp,
    folkmangd: Number(folkmangd),
  }));
}

function stadsdel(cells: readonly string[]): Stadsdel {
  const [
    kod = '',
    kommunkod = '',
    namn = '',
    typ = '',
    giltigFran = '',
    giltigTill = '',
    not = '',
    kalla = '',
  ] = cells;
  return { kod, kommunkod, namn, typ, giltigFran, giltigTill: giltigTill || null, not, kalla };
}

const ruta = ([kod = '', col = '', row = '']: readonly string[]): Ruta => ({
  kod,
  col: Number(col),
  row: Number(row),
});

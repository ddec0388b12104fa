import { csvParse, type DSVRowArray, type DSVRowString } from 'd3-dsv';
import { collectedId, MEASURES } from '../../content/corrections.ts';
import { csvText, plainText } from '../../files/tables/csv-text.ts';
import { COMMA, type DataTable } from '../../files/tables/table.ts';
import { INDELNINGAR } from '../../model/kartlaggning.ts';
import { cellIn } from '../../model/pieces.ts';
import type { ReleaseCell } from './cells.ts';

/** Tables of a version, beside its observations, that hold figures: the file, and the cells of one of its rows. */
const FIGURES: readonly {
  readonly path: string;
  /** Where its input lies in the data folder. */
  readonly folder: string;
  readonly cellsOf: (row: DSVRowString) => readonly ReleaseCell[];
}[] = [
  {
    path: 'allt/publicerat.csv',
    folder: 'omraden/',
    cellsOf: (r) => [
      cell(r, cellIn(r, 'indikator'), words('publicerad siffra', r.svar, r.grupp, r.enhet), '00'),
    ],
  },
  {
    path: 'kartlaggningar/varden.csv',
    folder: 'kartlaggningar/',
    cellsOf: (r) => [
      cell(
        r,
        collectedId('kartlaggningar', cellIn(r, 'kartlaggning')),
        words(
          r.matt,
          r.situation === 'alla' ? '' : `situation ${r.situation}`,
          ...INDELNINGAR.map((name) => (r[name] === 'alla' ? '' : r[name])),
          r.enhet === 'antal' ? '' : r.enhet,
          r.omraknad === 'ja' ? r.serie : '',
        ),
      ),
    ],
  },
  {
    path: 'inventering/inventeringar.csv',
    folder: 'inventering/',
    cellsOf: (r) => [
      cell(
        r,
        collectedId('inventering', cellIn(r, 'kod')),
        words(r.uppgift, r.alder === 'alla' ? '' : r.alder),
      ),
    ],
  },
  {
    path: 'program/mal.csv',
    folder: 'program/',
    cellsOf: (r) => {
      const hidden = cellIn(r, 'skyddat').split(' ');
      return (
        [
          ['T', 'varde'],
          ['K', 'kvinnor'],
          ['M', 'man'],
        ] as const
      ).map(([kon, column]) => ({
        ...cell(r, collectedId('program', cellIn(r, 'program')), cellIn(r, 'programindikator')),
        ar: cellIn(r, 'basar'),
        kon,
        varde: plainText(cellIn(r, column)),
        saknas: hidden.includes(column) ? 'skyddad' : '',
      }));
    },
  },
  {
    path: 'program/utfall.csv',
    folder: 'program/',
    cellsOf: (r) => [
      cell(r, collectedId('program', cellIn(r, 'program')), words(r.programindikator, 'utfall')),
    ],
  },
  {
    path: 'program/atgarder.csv',
    folder: 'program/',
    cellsOf: (r) =>
      ['status', 'start', 'slut', 'budget'].map((column) => ({
        ...cell(r, `${MEASURES}${cellIn(r, 'program')}`, words(r.atgard_id, column)),
        ar: '',
        varde: plainText(cellIn(r, column)),
        saknas: '',
      })),
  },
];

/** The files of a version that hold figures beside its observations. */
export const FIGURE_FILES = FIGURES.map((f) => f.path);

const words = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(', ');

const cell = (row: DSVRowString, indikator: string, del: string, kod = cellIn(row, 'kod')): ReleaseCell => ({
  indikator,
  del,
  kod,
  ar: cellIn(row, 'ar'),
  kon: row.kon ?? 'T',
  varde: plainText(cellIn(row, 'varde')),
  saknas: cellIn(row, 'saknas'),
});

/** The cells of a table; those that nothing tells apart (one figure from two sources) are numbered. */
function cellsOfRows(rows: DSVRowArray, cellsOf: (row: DSVRowString) => readonly ReleaseCell[]) {
  const seen = new Map<string, number>();
  return rows.flatMap(cellsOf).map((c) => {
    const key = [c.indikator, c.ar, c.kod, c.kon, c.del].join('|');
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? c : { ...c, del: `${c.del} (${count})` };
  });
}

/** The cells of each file that a version holds, by its path. @param textOf a file's text, null where there is none */
export function figureCells(
  textOf: (path: string) => string | null,
): ReadonlyMap<string, readonly ReleaseCell[]> {
  return new Map(
    FIGURES.flatMap(({ path, cellsOf }) => {
      const text = textOf(path);
      return text === null ? [] : [[path, cellsOfRows(csvParse(text), cellsOf)] as const];
    }),
  );
}

/**
 * The same of the tables that are to be published, through the very text that a version would keep.
 * A file that would not be written holds no cells, which is known: so what an earlier version had is gone.
 */
export function figureCellsOf(tables: readonly DataTable[]): ReadonlyMap<string, readonly ReleaseCell[]> {
  const byPath = new Map(tables.map((t) => [`${t.path.replace(/^data\//, '')}.csv`, t]));
  const found = figureCells((path) => {
    const table = byPath.get(path);
    return table ? csvText([table.columns.map((c) => c.name), ...table.rows()], COMMA) : null;
  });
  return new Map(FIGURE_FILES.map((path) => [path, found.get(path) ?? []]));
}

/** Files that a version would have if it had held anything to write there: its inputs name no such folder. */
export const emptyFiles = (inputs: readonly string[]): readonly string[] =>
  inputs.length === 0
    ? []
    : FIGURES.filter(({ folder }) => !inputs.some((fil) => fil.startsWith(folder))).map((f) => f.path);

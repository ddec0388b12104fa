import { afterLast } from '../../model/pieces.ts';
import { capitalise } from '../../text/numbers.ts';

/** What is said of a published file: all but its bytes. */
export type FileDescription = {
  /** Path below the site root, no leading slash: `data/hemloshet/2016.xlsx`. ASCII, lower case. */
  readonly path: string;
  readonly mediaType: string;
  /** `CSV`, `Excel`, `Parquet`: what a reader calls it. */
  readonly format: string;
  readonly title: string;
  /** What it holds, one sentence. */
  readonly description: string;
  /** Programs that open it, in words. */
  readonly opensIn: string;
  /**
   * Where it belongs on `/data/`: an area's slug, or `allt`, `referens`, `indikator`, `figur`, `kommun`, `lan`, `api`,
   * `katalog`, `flode`; `tidigare` for a file at an address of what was, which is listed nowhere.
   */
  readonly group: string;
  /** The indicator's id, the kommun's or the län's code, in the groups where each has files of its own. */
  readonly about?: string;
  /** True when any value in it is example data. */
  readonly example: boolean;
};

/**
 * A file as the lists know it: what is shown of it, so that a page is as it was when a file has changed and no more than
 * its bytes. What it weighs, in words, is absent while nothing has been written (`npm run dev`); its hash also where it
 * was not asked for.
 */
export type ListedFile = FileDescription & { readonly size?: string; readonly sha256?: string };

/** Files of one subject, and its page. */
export type FileRow = {
  readonly name: string;
  readonly href: string;
  readonly files: readonly ListedFile[];
};

/** What most readers look for stands first. */
const FIRST = ['Excel', 'PowerPoint', 'PDF'];
const rank = ({ format }: ListedFile) => (FIRST.includes(format) ? FIRST.indexOf(format) : FIRST.length);

/** Files with those first that most readers look for; the rest keep their order. */
export const sortedByUse = (files: readonly ListedFile[]): readonly ListedFile[] =>
  files.toSorted((a, b) => rank(a) - rank(b));

/** Files of a list: what readers look for, by use, and apart from them what only describes other files. */
type FileTable = {
  readonly main: readonly ListedFile[];
  readonly companions: readonly (ListedFile & { readonly name: string })[];
};

/** The table of some files. */
export const fileTable = (files: readonly ListedFile[]): FileTable => ({
  main: sortedByUse(files.filter((f) => !isCompanion(f))),
  companions: files.filter(isCompanion).map((f) => ({ ...f, name: afterLast(f.path, '/') })),
});

/** The formats of some files: those that most readers look for, then the rest as they first appear. */
export function formatsOf(files: readonly ListedFile[]): readonly string[] {
  return [...new Set(sortedByUse(files.filter((f) => !isCompanion(f))).map((f) => f.format))];
}

/** Files of many subjects: a row for each, its files by format in the order of the columns. */
export type FileMatrix = {
  readonly formats: readonly string[];
  readonly rows: readonly (Omit<FileRow, 'files'> & { readonly cells: readonly (readonly ListedFile[])[] })[];
};

/** The matrix of some subjects' files. */
export function fileMatrix(rows: readonly FileRow[]): FileMatrix {
  const formats = formatsOf(rows.flatMap((r) => r.files));
  return {
    formats,
    rows: rows.map(({ name, href, files }) => ({
      name,
      href,
      cells: formats.map((format) => files.filter((f) => f.format === format)),
    })),
  };
}

/** So much of a hash tells two files apart at a glance; all of it stands in SHA256SUMS. */
export const shortHash = ({ sha256 }: ListedFile): string | undefined => sha256?.slice(0, 12);

/** Descriptions of other files' columns: one for each CSV file, and never what a reader looks for. */
export const isCompanion = (file: ListedFile): boolean => file.path.endsWith('-metadata.json');

/** A data set as it is published: one row of a matrix, its files by format. */
export type DataSetRow = {
  readonly name: string;
  readonly example: boolean;
  /** By column. */
  readonly files: ReadonlyMap<string, readonly ListedFile[]>;
};

/** Formats that people open, in the order of the columns; whatever else there is shares the last one. */
const COLUMNS: readonly string[] = ['Excel', 'PowerPoint', 'CSV för Excel', 'CSV', 'Parquet', 'JSON-stat'];

/** The last column. */
const OTHER_COLUMN = 'Annat';

/** For programs: it describes other files, and is no data of its own. */
const describesOthers = (file: ListedFile): boolean => isCompanion(file) || file.format === 'Data Package';

/** What a file holds, by its path: `data/allt/observationer-excel.csv` and `….parquet` are the same. */
function contentOf({ path, format }: ListedFile): string {
  const bare = path.replace(/(-excel)?(\.jsonstat)?\.[a-z]+$/, '');
  // The cubes hold the values, which the CSV files have one a row.
  return format === 'JSON-stat' ? bare.replace(/indikatorer$/, 'observationer') : bare;
}

/** The name of a data set below the heading of its area: `Hemlöshet 2016` is *2016* there. */
function nameBelow(title: string, name: string): string {
  const bare = name.replace(/^[^:]+: alla områden, /, '');
  const rest = bare.startsWith(title) ? bare.slice(title.length).replace(/^[,:]?\s*/, '') : bare;
  return capitalise(rest === '' ? bare : rest);
}

/**
 * Files of one area as rows of a matrix: what they hold, each in as many formats as there are; newest edition first.
 * @param title the area's, which stands above the rows
 */
export function dataSetRows(files: readonly ListedFile[], title: string): readonly DataSetRow[] {
  const groups = Map.groupBy(
    files.filter((f) => !describesOthers(f)),
    contentOf,
  );
  const edition = (key: string) => Number(/\/(\d{4})$/.exec(key)?.[1] ?? 0);
  return [...groups]
    .toSorted(([a], [b]) => edition(b) - edition(a))
    .map(([, own]) => ({
      // The table's own title: a presentation is named after it.
      name: nameBelow(title, (own.find((f) => f.format === 'CSV') ?? own[0])?.title ?? title),
      example: own.some((f) => f.example),
      files: Map.groupBy(own, (f) => (COLUMNS.includes(f.format) ? f.format : OTHER_COLUMN)),
    }));
}

/** Areas, or parts of `/data/`, with the id that leads to each. */
export type DataGroup = {
  readonly id?: string;
  readonly title: string;
  readonly files: readonly ListedFile[];
};

/** What there is to download: the groups that have rows, and the columns that any row needs. */
export type DataMatrix = {
  readonly groups: readonly (Omit<DataGroup, 'files'> & { readonly rows: readonly DataSetRow[] })[];
  readonly formats: readonly string[];
};

/** The matrix of some groups of data sets. */
export function dataMatrix(given: readonly DataGroup[]): DataMatrix {
  const groups = given
    .map(({ files, ...group }) => ({ ...group, rows: dataSetRows(files, group.title) }))
    .filter((g) => g.rows.length > 0);
  return {
    groups,
    formats: [...COLUMNS, OTHER_COLUMN].filter((format) =>
      groups.some((g) => g.rows.some((r) => r.files.has(format))),
    ),
  };
}

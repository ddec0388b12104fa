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

/** A file as the lists know it. What it weighs and its hash are absent while nothing has been written (`npm run dev`). */
export type ListedFile = FileDescription & { readonly bytes?: number; readonly sha256?: string };

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

/** The formats of some files: those that most readers look for, then the rest as they first appear. */
export function formatsOf(files: readonly ListedFile[]): readonly string[] {
  return [...new Set(sortedByUse(files.filter((f) => !isCompanion(f))).map((f) => f.format))];
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
export const COLUMNS: readonly string[] = [
  'Excel',
  'PowerPoint',
  'CSV för Excel',
  'CSV',
  'Parquet',
  'JSON-stat',
];

/** The last column. */
export const OTHER_COLUMN = 'Annat';

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

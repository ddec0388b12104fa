import { INLASNING_PATHS } from '../model/inlasning.ts';
import { foundIn, pathPart } from '../model/pieces.ts';
import { nearest } from './nearest.ts';
import { PROGRAM_FILES } from './program/records.ts';
import type { Reading } from './source.ts';
import { TEXT_LISTS } from './texter/lists.ts';

/** The files of `referens/`; all are needed. */
const REFERENCE_FILES = [
  'kallor.json',
  'kommuner.csv',
  'lan.csv',
  'kommungrupper.csv',
  'stadsdelar.csv',
  'kommunrutor.csv',
  'lanrutor.csv',
  'vattenrutor.csv',
  'grannar.csv',
  'utgangna_koder.csv',
  'inventering.json',
] as const;

/** Files of `referens/` that may be there. */
const MORE_REFERENCE_FILES = ['folkmangd.csv', 'kallforteckning.json', 'kontakter.csv'] as const;

const AREA_FILES = ['omrade.json', 'indikatorer.json', 'publicerat.csv'] as const;

/** The files of one area, by what they hold. */
export type AreaFiles = {
  readonly slug: string;
  readonly folder: string;
  /** Year → path. */
  readonly enkat: ReadonlyMap<number, string>;
  /** Indicator id → path. */
  readonly register: ReadonlyMap<string, string>;
};

const AREA = /^omraden\/([^/]+)\//;
const ENKAT = /^omraden\/[^/]+\/enkat\/(\d{4})\.csv$/;
const REGISTER = /^omraden\/[^/]+\/register\/([^/]+)\.csv$/;

const anyOf = (names: readonly string[]) => `(?:${names.join('|').replaceAll('.', '\\.')})`;

/** Where a text lies: in a part of the guide, in the order of its number. */
export const TEXT_PAGE = 'texter/<avdelning>/<text>.md';

/** Where each kind of file that a publisher writes lies, as a person writes it. Each has its keys or columns in `data/README.md`. */
export const READ_PATHS: readonly string[] = [
  'publicering.json',
  'kalender.json',
  'samband.json',
  ...[...REFERENCE_FILES, ...MORE_REFERENCE_FILES].map((name) => `referens/${name}`),
  ...AREA_FILES.map((name) => `omraden/<område>/${name}`),
  'omraden/<område>/enkat/<år>.csv',
  'omraden/<område>/register/<indikator>.csv',
  ...INLASNING_PATHS,
  'kartlaggningar/<namn>/kartlaggning.json',
  'kartlaggningar/<namn>/varden.csv',
  'inventering/<fil>.csv',
  ...PROGRAM_FILES.map((name) => `program/<namn>/${name}`),
  ...TEXT_LISTS.map((name) => `texter/${name}`),
  'texter/amnen.json',
  TEXT_PAGE,
];

/** What is there beside: versions, which a release fills, and schemas, which editors read. */
const BESIDE = [/^versioner\//, /^scheman\/[^/]+\.schema\.json$/] as const;

const ANY_READ = new RegExp(
  `^${anyOf(READ_PATHS)
    .replaceAll('<år>', '\\d{4}')
    .replaceAll(/<[^>]+>/g, '[^/]+')}$`,
);

const DEFINITIONS = [
  /^publicering\.json$/,
  new RegExp(`^referens/${anyOf(REFERENCE_FILES)}$`),
  /^omraden\/[^/]+\/(?:omrade|indikatorer)\.json$/,
] as const;

/** True for a file that answers are held against: reference data, areas and indicators. */
export const isDefinition = (path: string): boolean => DEFINITIONS.some((pattern) => pattern.test(path));

const isRead = (path: string) => ANY_READ.test(path) || BESIDE.some((pattern) => pattern.test(path));

/** Hidden files, lock files of office programs, and what systems leave behind. */
const isHidden = (path: string) => /(?:^|\/)(?:[.~][^/]*|thumbs\.db|desktop\.ini)(?:\/|$)/i.test(path);

/** What is there for people only: hidden files, and notes in Markdown. */
const isNote = (path: string) => isHidden(path) || (/\.md$/i.test(path) && !isRead(path));

/** Folders where the name of a file is the publisher's own, so that its capitals are left as they are. */
const OWN_NAMES = /^(?:inventering|omraden\/[^/]+\/register|texter\/[^/]+)\/[^/]+$/;

/**
 * How a path would be written: small letters, letters with their marks (macOS writes them apart), the ending in small
 * letters. An indicator's id keeps its capitals.
 */
function plainPath(path: string): string {
  const composed = path.normalize('NFC');
  const folded = composed.toLowerCase();
  if (!OWN_NAMES.test(folded)) return folded;
  const cut = folded.lastIndexOf('/') + 1;
  const dot = folded.lastIndexOf('.');
  return folded.slice(0, cut) + composed.slice(cut, dot) + folded.slice(dot);
}

/** The folder as it is read, and what its files are called there. */
export type Folder = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** By the path that a file is read as: what it is really called, where the two differ. */
  readonly written: ReadonlyMap<string, string>;
};

/**
 * Finds the files that are plainly meant though their names are not written so: `Register/N1.CSV` is read as
 * `register/N1.csv`. A file that already has the name comes first.
 */
export function plainFolder(files: ReadonlyMap<string, Uint8Array>): Folder {
  const plain = new Map(files);
  const written = new Map<string, string>();
  for (const [path, bytes] of files) {
    const meant = plainPath(path);
    if (isRead(path) || isHidden(path) || plain.has(meant) || !isRead(meant)) continue;
    plain.delete(path);
    plain.set(meant, bytes);
    written.set(meant, path);
  }
  return { files: plain, written };
}

/** The areas of a data folder in the order of their folders' names. */
export function areaFiles(paths: Iterable<string>): readonly AreaFiles[] {
  const bySlug = new Map<string, { enkat: Map<number, string>; register: Map<string, string> }>();
  for (const path of [...paths].sort()) {
    const slug = AREA.exec(path)?.[1];
    if (slug === undefined || isNote(path)) continue;
    const files = bySlug.get(slug) ?? { enkat: new Map(), register: new Map() };
    bySlug.set(slug, files);
    const year = ENKAT.exec(path)?.[1];
    const id = REGISTER.exec(path)?.[1];
    if (year !== undefined) files.enkat.set(Number(year), path);
    if (id !== undefined) files.register.set(id, path);
  }
  return [...bySlug].map(([slug, files]) => ({ slug, folder: `omraden/${slug}`, ...files }));
}

/**
 * Reports every file that nothing reads, and of those that were read under another name than they have. Notes
 * (`.md`) and hidden files are left alone.
 * @param registers ids of the registers of each area, by its slug
 */
export function reportFiles(
  reading: Reading,
  { files, written }: Folder,
  registers: ReadonlyMap<string, readonly string[]>,
): void {
  for (const [meant, file] of written)
    reading.report(
      'fil-namn',
      { file },
      `Filen lästes som ${meant}.`,
      `Byt namn till ${meant}, så att den hittas på alla datorer.`,
    );
  for (const file of files.keys()) {
    if (isRead(file) || isNote(file)) continue;
    const meant = meantName(file, files, registers);
    if (meant !== null && files.has(meant))
      reading.report(
        'fil-okand',
        { file },
        `Verktyget läser inte filen ${file}, men väl ${meant}.`,
        'Ta bort den av dem som inte gäller.',
      );
    else if (meant === null)
      reading.report(
        'fil-okand',
        { file },
        `Verktyget läser inte filen ${file}.`,
        'Flytta bort filen från datamappen.',
      );
    else
      reading.report('fil-felnamn', { file }, `Verktyget läser inte filen ${file}.`, adviceFor(file, meant));
  }
}

function adviceFor(file: string, meant: string): string {
  return /\.(?:xlsx?|xlsm|ods)$/i.test(file)
    ? `Spara bladet som ”CSV UTF-8” med namnet ${meant}.`
    : `Menade du ${meant}?`;
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
const nameIn = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** The name that a misnamed file was likely meant to have; null when it has nothing to do here. */
function meantName(
  file: string,
  files: ReadonlyMap<string, Uint8Array>,
  registers: ReadonlyMap<string, readonly string[]>,
): string | null {
  const plain = plainPath(file);
  if (isRead(plain)) return plain;
  const ending = foundIn(plain, /\.[^./]*$/);
  const stem = plain.slice(0, plain.length - ending.length);
  if (['.xlsx', '.xls', '.xlsm', '.ods', '.txt', '.tsv', '.csv', '.json', '.markdown', ''].includes(ending))
    for (const right of ['.csv', '.json', '.md']) if (isRead(`${stem}${right}`)) return `${stem}${right}`;
  const expected = expectedFiles(files, registers);
  const folder = folderOf(plain);
  const beside = expected.filter((path) => folderOf(path) === folder).map(nameIn);
  const near = nearest(nameIn(plain), beside);
  if (near !== null) return folder + near;
  return expected.find((path) => nameIn(path) === nameIn(plain) && !files.has(path)) ?? null;
}

/** Every path that something may be read from, where the names are known. */
function expectedFiles(
  files: ReadonlyMap<string, Uint8Array>,
  registers: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const folders = (top: string) => [
    ...new Set([...files.keys()].flatMap((path) => new RegExp(`^${top}/[^/]+/`).exec(path)?.[0] ?? [])),
  ];
  return [
    'publicering.json',
    ...[...REFERENCE_FILES, ...MORE_REFERENCE_FILES].map((name) => `referens/${name}`),
    ...folders('omraden').flatMap((folder) => [
      ...AREA_FILES.map((name) => folder + name),
      ...(registers.get(pathPart(folder, 1)) ?? []).map((id) => `${folder}register/${id}.csv`),
    ]),
    ...folders('kartlaggningar').flatMap((folder) => [`${folder}kartlaggning.json`, `${folder}varden.csv`]),
    ...folders('program').flatMap((folder) => PROGRAM_FILES.map((name) => folder + name)),
    'texter/amnen.json',
    ...TEXT_LISTS.map((name) => `texter/${name}`),
  ];
}

import { nearest } from './nearest.ts';
import { isInlasning } from './omraden/inlasning.ts';
import type { Reading } from './source.ts';

/** The files of `referens/`; all are needed. */
export const REFERENCE_FILES = [
  'kommuner.csv',
  'lan.csv',
  'kommungrupper.csv',
  'stadsdelar.csv',
  'kommunrutor.csv',
  'lanrutor.csv',
  'vattenrutor.csv',
  'grannar.csv',
] as const;

/**
 * Folders beside `referens` and `omraden` that have readers of their own, outside ingest. To add a reader that
 * takes part in the validation: call it from `ingest` and leave the folder in this list.
 */
const OTHER_FOLDERS: ReadonlySet<string> = new Set([
  'kartlaggningar',
  'inventering',
  'program',
  'texter',
  'versioner',
]);

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
const AREA_FILE = /^omraden\/[^/]+\/(omrade\.json|indikatorer\.json|publicerat\.csv)$/;

const isRemark = (path: string) =>
  path.endsWith('.md') || path.split('/').some((part) => part.startsWith('.'));

const isKnown = (path: string) =>
  path === 'publicering.json' ||
  REFERENCE_FILES.some((name) => path === `referens/${name}`) ||
  ENKAT.test(path) ||
  REGISTER.test(path) ||
  AREA_FILE.test(path) ||
  isInlasning(path) ||
  (path.includes('/') && OTHER_FOLDERS.has(path.split('/')[0] ?? ''));

/** The areas of a data folder in the order of their folders' names. */
export function areaFiles(paths: Iterable<string>): readonly AreaFiles[] {
  const bySlug = new Map<string, { enkat: Map<number, string>; register: Map<string, string> }>();
  for (const path of [...paths].sort()) {
    const slug = AREA.exec(path)?.[1];
    if (slug === undefined || isRemark(path)) continue;
    const files = bySlug.get(slug) ?? { enkat: new Map(), register: new Map() };
    bySlug.set(slug, files);
    const year = ENKAT.exec(path)?.[1];
    const id = REGISTER.exec(path)?.[1];
    if (year !== undefined) files.enkat.set(Number(year), path);
    if (id !== undefined) files.register.set(id, path);
  }
  return [...bySlug].map(([slug, files]) => ({ slug, folder: `omraden/${slug}`, ...files }));
}

/** Warns of files that nothing reads; notes (`.md`) and hidden files are left alone. */
export function reportUnknownFiles(reading: Reading): void {
  for (const file of reading.files.keys()) {
    if (isRemark(file) || isKnown(file)) continue;
    const near = nearest(file, expectedBeside(file));
    reading.report(
      'fil-okand',
      { file },
      `Verktyget läser inte filen ${file}.`,
      near === null ? 'Flytta bort filen från datamappen.' : `Menade du ${near}?`,
    );
  }
}

/** Paths that a misnamed file could have been meant to have. */
function expectedBeside(file: string): readonly string[] {
  const area = AREA.exec(file)?.[1];
  const year = /\d{4}/.exec(file)?.[0];
  const areaPaths = area
    ? ['omrade.json', 'indikatorer.json', 'publicerat.csv', ...(year ? [`enkat/${year}.csv`] : [])]
    : [];
  return [
    'publicering.json',
    ...REFERENCE_FILES.map((name) => `referens/${name}`),
    ...areaPaths.map((path) => `omraden/${area}/${path}`),
  ];
}

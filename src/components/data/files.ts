import type { ListedFile } from '../../pipeline/site.ts';

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

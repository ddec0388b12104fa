import { firstLine } from '../../ingest/csv/separator.ts';
import { ingest } from '../../ingest/index.ts';
import type { Finding } from '../../model/finding.ts';
import { pathPart } from '../../model/pieces.ts';

/** Where a file belongs in a publisher's data folder, and what it is called on the page. */
export type FilePlace = { readonly path: string; readonly label: string };

/** DefinitionTexts without answers: reference data, areas and indicators, by path below the data folder. */
export type DefinitionTexts = Readonly<Record<string, string>>;

/**
 * The findings that a publisher would get for one file, as if it lay in the data folder. The same readers
 * as `npm run validate` are used; what is missing beside it is nobody's fault here.
 */
export const checkFile = (
  definitions: DefinitionTexts,
  path: string,
  bytes: Uint8Array,
): readonly Finding[] => checkFiles(definitions, new Map([[path, bytes]]), path);

/** The same for several files; `within` is the path or the folder whose findings are given. */
export function checkFiles(
  definitions: DefinitionTexts,
  given: ReadonlyMap<string, Uint8Array>,
  within: string,
): readonly Finding[] {
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>(
    Object.entries(definitions).map(([name, text]) => [name, encoder.encode(text)]),
  );
  for (const [path, bytes] of given) files.set(path, bytes);
  return ingest(files).findings.filter((f) => f.file === within || f.file.startsWith(`${within}/`));
}

const YEAR = /(?:19|20)\d\d/;

/**
 * Which of the places a file is meant for: by the indicators in its header and the year in its name, or by the
 * indicator's id in its name. Null when it cannot be determined.
 */
export function guessPlace(name: string, text: string, targets: readonly FilePlace[]): FilePlace | null {
  const stem = name.replace(/\.[^.]*$/, '');
  const register = targets.find((t) => t.path.endsWith(`/register/${stem}.csv`));
  if (register) return register;
  const header = firstLine(text)
    .split(/[;,\t]/)
    .map((c) => c.trim().replaceAll('"', ''));
  if (!header.includes('kommunkod')) return null;
  const year = YEAR.exec(name)?.[0];
  const surveys = targets.filter(
    (t) => t.path.includes('/enkat/') && (year === undefined || t.path.endsWith(`/${year}.csv`)),
  );
  const [only, ...more] = surveys;
  if (only !== undefined && more.length === 0) return only;
  return surveys.find((t) => name.includes(pathPart(t.path, 1))) ?? null;
}

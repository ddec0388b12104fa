import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { documentLeaks, hiddenSubjects, isDocument, passagesIn } from '../disclosure/audit/documents.ts';
import { auditFiles } from '../disclosure/audit/index.ts';
import type { Passage } from '../disclosure/audit/passages.ts';
import { type AuditedFile, countsIn, isAudited } from '../disclosure/audit/readers.ts';
import { auditReport } from '../disclosure/audit/report.ts';
import type { PublishedCount } from '../disclosure/audit/shown.ts';
import { loadHighs } from '../disclosure/highs.ts';
import type { ReleaseSecret } from '../disclosure/release.ts';
import type { ManifestFile } from './files/manifest.ts';
import type { Store } from './files/store.ts';

/** What files show, by path. */
export type KnownCounts = {
  readonly counts: ReadonlyMap<string, readonly PublishedCount[]>;
  /** What documents say of that of which something is hidden. */
  readonly passages: ReadonlyMap<string, readonly Passage[]>;
  /** How many files were read for it; of the others an earlier build knew. */
  readonly read: number;
};

/** Where the code that reads files for the audit begins. */
export const AUDIT_READERS = 'src/disclosure/audit/documents.ts';

/**
 * Reads back what each file shows of the protected indicators, or takes it from the store when an earlier build has
 * read the very same file with the same code.
 * @param code `codeKey(AUDIT_READERS, …)`
 */
export async function readBack(
  secret: ReleaseSecret | null,
  files: readonly ManifestFile[],
  { folder, store, code }: { readonly folder: string; readonly store: Store; readonly code: string },
): Promise<KnownCounts> {
  const counts = new Map<string, readonly PublishedCount[]>();
  const passages = new Map<string, readonly Passage[]>();
  if (secret === null) return { counts, passages, read: 0 };
  const cells = [secret.tables, ...secret.rounded.map((r) => r.tables)].flatMap((t) => t.cells);
  const indicators = new Set(cells.map(({ id }) => id.slice(0, id.indexOf('|'))));
  const subjects = hiddenSubjects(secret.ord);
  const asked = { counts: [...indicators].toSorted().join(' '), documents: JSON.stringify(subjects) };
  let read = 0;
  /** What an earlier build found in the file, or what is found now. */
  const kept = async <T>(
    { path, sha256 }: ManifestFile,
    wanted: string,
    find: (file: AuditedFile) => Promise<T>,
  ): Promise<T> => {
    const key = createHash('sha256').update(`${code} ${wanted} ${sha256} ${path}`).digest('hex');
    const before = await store.read(key);
    if (before !== null) return deserialize(before);
    read += 1;
    const found = await find({ path, content: () => readFile(join(folder, path)) });
    await store.write(key, serialize(found));
    return found;
  };
  for (const f of files) {
    if (isAudited(f.path))
      counts.set(
        f.path,
        await kept(f, asked.counts, async (file) =>
          (await countsIn(file, indicators)).filter((c) => indicators.has(c.indikator)),
        ),
      );
    else if (isDocument(f.path) && subjects.length > 0)
      passages.set(f.path, await kept(f, asked.documents, (file) => passagesIn(file, subjects)));
  }
  return { counts, passages, read };
}

/**
 * Attacks the files of a finished site, before it is put in the place of the old one.
 * @param known what is known of some of the files already (`readBack`)
 * @returns lines for the build's output; they may depend on what is hidden, and are for the publisher only
 * @throws Error, with all that can be found out, when anything hidden can
 */
export async function auditFolder(
  folder: string,
  secret: ReleaseSecret | null,
  known: KnownCounts = { counts: new Map(), passages: new Map(), read: 0 },
): Promise<readonly string[]> {
  if (secret === null) return [auditReport(null).summary];
  const paths = await readdir(folder, { recursive: true });
  const all = paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('pagefind/'))
    .sort()
    .map((path): AuditedFile => ({ path, content: () => readFile(join(folder, path)) }));
  const files = all.filter((f) => isAudited(f.path));
  const documents = all.filter((f) => isDocument(f.path));
  const countsOf = async (file: AuditedFile) => known.counts.get(file.path) ?? countsIn(file);
  const audit = await auditFiles(await loadHighs(), secret, files, countsOf);
  const subjects = hiddenSubjects(secret.ord);
  const said = await documentLeaks(
    secret.ord,
    documents,
    async (file) => known.passages.get(file.path) ?? passagesIn(file, subjects),
  );
  const { summary, failures } = auditReport({ ...audit, leaks: [...audit.leaks, ...said] });
  if (failures.length > 0)
    throw new Error(`Röjandekontrollen stoppade publiceringen:\n${failures.map((f) => `  ${f}`).join('\n')}`);
  const { information, optimal } = secret.effect;
  const percent = ((100 * information.hidden) / Math.max(1, information.all)).toFixed(1).replace('.', ',');
  const how = optimal ? 'mindre gick inte att dölja' : 'en del valdes med en snabb metod';
  const kept = known.counts.size + known.passages.size - known.read;
  return [
    summary,
    ...(kept > 0
      ? [
          `Den läste ${files.length + documents.length - kept} filer; ${kept} är oförändrade sedan den läste dem.`,
        ]
      : []),
    `Dold information: ${percent} % (${how}). Det får inte publiceras: det beror på dolda tal.`,
  ];
}

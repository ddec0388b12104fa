import { basename } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { documentLeaks, hiddenSubjects, isDocument } from '../disclosure/audit/documents.ts';
import { auditFiles, type ReleaseAudit } from '../disclosure/audit/index.ts';
import type { Passage } from '../disclosure/audit/passages.ts';
import { type AuditedFile, isAudited } from '../disclosure/audit/readers.ts';
import { auditReport } from '../disclosure/audit/report.ts';
import type { PublishedCount } from '../disclosure/audit/shown.ts';
import { loadHighs } from '../disclosure/highs.ts';
import type { ReleaseSecret } from '../disclosure/release.ts';
import { must } from '../model/must.ts';
import { sha256 } from '../model/sha256.ts';
import { keptValue } from './files/kept-value.ts';
import type { ManifestFile } from './files/manifest.ts';
import type { Store } from './files/store.ts';
import { filesBelow } from './output/files-below.ts';
import { type Looked, readBack } from './read-back.ts';
import { readAllBack, readersOf } from './read-back-processes.ts';

/** What files show, by path. */
export type KnownCounts = {
  readonly counts: ReadonlyMap<string, readonly PublishedCount[]>;
  /** What documents say of that of which something is hidden. */
  readonly passages: ReadonlyMap<string, readonly Passage[]>;
  /** How many files were read for it, copies of them counted too; of the others an earlier build knew. */
  readonly read: number;
};

/** What is known of the files of a release, and what came of attacking them: a part of the audit of the whole site. */
export type BegunAudit = { readonly known: KnownCounts; readonly audit: ReleaseAudit | null };

const NOTHING: BegunAudit = { known: { counts: new Map(), passages: new Map(), read: 0 }, audit: null };

/** Where the code of the audit begins, and that which reads files for it. */
export const AUDIT = 'src/pipeline/audit.ts';
export const AUDIT_READERS = 'src/pipeline/read-back.ts';

type AuditCode = { readonly audit: string; readonly readers: string };

function lookedFor({ tables, rounded, protectedCells, ord }: ReleaseSecret): Looked {
  const cells = [tables, ...rounded.map((r) => r.tables)].flatMap((t) => t.cells.map((c) => c.id));
  // Kronor and days are in no table, and are hidden all the same.
  const ids = [...cells, ...protectedCells];
  return {
    indicators: new Set(ids.map((id) => id.slice(0, id.indexOf('|')))),
    subjects: hiddenSubjects(ord),
  };
}

/** What was found in files, by what they are. */
type Found<T> = ReadonlyMap<string, readonly T[]>;
type Memory = { readonly counts: Found<PublishedCount>; readonly passages: Found<Passage> };

/**
 * What a file is: its bytes and its own name, which may say a year. The copies of a version are the same files at another
 * place, and are read once.
 */
const contentOf = ({ path, sha256 }: ManifestFile): string => `${sha256} ${basename(path)}`;

/** Where the files of a release lie, and what helps to read them fast: nothing that is found depends on it. */
type Reading = {
  readonly folder: string;
  readonly store: Store;
  /** `codeKey` of `AUDIT` and of `AUDIT_READERS`. */
  readonly code: AuditCode;
  /** How many processes may read. */
  readonly processes: number;
};

/** The files of a release: those that are written when the audit begins, and all of them, when they are. */
type FilesOfRelease = {
  readonly made: readonly ManifestFile[];
  readonly all: Promise<readonly ManifestFile[]>;
};

/**
 * Begins the audit with the files of a release, which do not wait for pages: reads back what each file shows of the
 * protected indicators, or takes it from the store when the build before has read the very same file with the same code,
 * and attacks all that together, unless it has attacked the same before.
 * @throws as `readAllBack`, and what `all` throws
 */
export async function beginAudit(
  secret: ReleaseSecret | null,
  { made, all }: FilesOfRelease,
  { folder, store, code, processes }: Reading,
): Promise<BegunAudit> {
  // Where nothing is hidden nobody waits for it here; why it failed is said where the files are written.
  all.catch(() => undefined);
  if (secret === null) return NOTHING;
  const looked = lookedFor(secret);
  const asked = `${code.readers} ${[...looked.indicators].toSorted().join(' ')} ${JSON.stringify(looked.subjects)}`;
  const place = sha256(`granskade filer ${asked}`);
  const memory = store.readNow(place);
  const before: Memory = memory === null ? { counts: new Map(), passages: new Map() } : deserialize(memory);
  /** A file of each content that is not known, by that. */
  const unread = (files: readonly ManifestFile[]): ReadonlyMap<string, string> => {
    // Documents first: they take longest, and no process waits at the end for another's last ones.
    const unknown = [
      ...documentsOf(files).filter((file) => !before.passages.has(contentOf(file))),
      ...tablesOf(files).filter((file) => !before.counts.has(contentOf(file))),
    ];
    return new Map(unknown.map((file) => [contentOf(file), file.path]));
  };
  const readThose = async (paths: ReadonlyMap<string, string>) => {
    const found = await readAllBack([...paths.values()], { folder, looked }, processes);
    return [...paths].map(([content, path]) => [content, must(found.get(path), path)] as const);
  };
  const first = unread(made);
  // Few are read here: then they wait until all are written, which pages wait for.
  const begun = readersOf(first.size, processes) > 0 ? first : new Map<string, string>();
  const [files, early, late] = await Promise.all([
    all,
    readThose(begun),
    all.then((those) => readThose(new Map([...unread(those)].filter(([content]) => !begun.has(content))))),
  ]);
  const read = new Map([...early, ...late]);
  const [tables, documents] = [tablesOf(files), documentsOf(files)];
  const now: Memory = {
    counts: foundNow(tables, before.counts, (content) => read.get(content)?.counts),
    passages: foundNow(documents, before.passages, (content) => read.get(content)?.passages),
  };
  await store.write(place, serialize(now));
  const found = { counts: foundAt(tables, now.counts), passages: foundAt(documents, now.passages) };
  // Files that show nothing give nothing away.
  const said = { counts: thatShow(found.counts), passages: thatShow(found.passages) };
  const audit = await keptValue(store, { what: 'granskning', code: code.audit, from: [secret, said] }, () =>
    attacked(secret, said),
  );
  const readNow = [...tables, ...documents].filter((file) => read.has(contentOf(file)));
  return { known: { ...found, read: readNow.length }, audit };
}

const tablesOf = (files: readonly ManifestFile[]) => files.filter((f) => isAudited(f.path));
const documentsOf = (files: readonly ManifestFile[]) => files.filter((f) => isDocument(f.path));

/** What stands in files: of those that were not known what has been read now. */
function foundNow<T>(
  files: readonly ManifestFile[],
  known: Found<T>,
  readNow: (content: string) => readonly T[] | undefined,
): Found<T> {
  return new Map(
    files.map((file) => {
      const content = contentOf(file);
      return [content, known.get(content) ?? must(readNow(content), `what stands in ${file.path}`)];
    }),
  );
}

const thatShow = <T>(found: ReadonlyMap<string, readonly T[]>): ReadonlyMap<string, readonly T[]> =>
  new Map([...found].filter(([, all]) => all.length > 0));

/** The same by path. */
const foundAt = <T>(files: readonly ManifestFile[], all: Found<T>): ReadonlyMap<string, readonly T[]> =>
  new Map(files.map((file) => [file.path, must(all.get(contentOf(file)), file.path)]));

/** What can be found out from what files show and say. */
async function attacked(
  secret: ReleaseSecret,
  { counts, passages }: Pick<KnownCounts, 'counts' | 'passages'>,
): Promise<ReleaseAudit> {
  const inOrder = (paths: Iterable<string>): readonly AuditedFile[] =>
    [...paths].sort().map((path) => ({ path, content: () => new Uint8Array() }));
  const audit = await auditFiles(
    await loadHighs(),
    secret,
    inOrder(counts.keys()),
    async ({ path }) => counts.get(path) ?? [],
  );
  const said = await documentLeaks(
    secret.ord,
    inOrder(passages.keys()),
    async ({ path }) => passages.get(path) ?? [],
  );
  return { ...audit, leaks: [...audit.leaks, ...said] };
}

/**
 * Attacks the files of a finished site, before it is put in the place of the old one.
 * @param begun what is known of some of the files already (`beginAudit`): when no other file shows or says anything, it
 *   is the audit of all of them
 * @returns lines for the build's output; they may depend on what is hidden, and are for the publisher only
 * @throws Error, with all that can be found out, when anything hidden can
 */
export async function auditFolder(
  folder: string,
  secret: ReleaseSecret | null,
  { known, audit: begun }: BegunAudit = NOTHING,
): Promise<readonly string[]> {
  if (secret === null) return [auditReport(null).summary];
  const looked = lookedFor(secret);
  const counts = new Map(known.counts);
  const passages = new Map(known.passages);
  let read = known.read;
  let shows = 0;
  const paths = filesBelow(folder).filter((path) => !path.startsWith('pagefind/'));
  for (const path of paths.toSorted()) {
    if (!(isAudited(path) || isDocument(path)) || counts.has(path) || passages.has(path)) continue;
    const found = await readBack(folder, path, looked);
    if (isAudited(path)) counts.set(path, found.counts);
    else passages.set(path, found.passages);
    read += 1;
    shows += found.counts.length + found.passages.length;
  }
  const audit = begun === null || shows > 0 ? await attacked(secret, { counts, passages }) : begun;
  const { summary, failures } = auditReport(audit);
  if (failures.length > 0)
    throw new Error(`Röjandekontrollen stoppade publiceringen:\n${failures.map((f) => `  ${f}`).join('\n')}`);
  const { information, optimal } = secret.effect;
  const percent = ((100 * information.hidden) / Math.max(1, information.all)).toFixed(1).replace('.', ',');
  const how = optimal ? 'mindre gick inte att dölja' : 'en del valdes med en snabb metod';
  const kept = counts.size + passages.size - read;
  return [
    summary,
    ...(kept > 0 ? [`Den läste ${read} filer; ${kept} är oförändrade sedan den läste dem.`] : []),
    `Dold information: ${percent} % (${how}). Det får inte publiceras: det beror på dolda tal.`,
  ];
}

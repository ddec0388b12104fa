import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { documentLeaks, hiddenSubjects, isDocument, passagesIn } from '../disclosure/audit/documents.ts';
import { auditFiles, type ReleaseAudit } from '../disclosure/audit/index.ts';
import type { Passage, Subject } from '../disclosure/audit/passages.ts';
import { type AuditedFile, countsIn, isAudited } from '../disclosure/audit/readers.ts';
import { auditReport } from '../disclosure/audit/report.ts';
import type { PublishedCount } from '../disclosure/audit/shown.ts';
import { loadHighs } from '../disclosure/highs.ts';
import type { ReleaseSecret } from '../disclosure/release.ts';
import { keptValue } from './files/kept-value.ts';
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

/** What is known of the files of a release, and what came of attacking them: a part of the audit of the whole site. */
export type BegunAudit = { readonly known: KnownCounts; readonly audit: ReleaseAudit | null };

const NOTHING: BegunAudit = { known: { counts: new Map(), passages: new Map(), read: 0 }, audit: null };

/** Where the code of the audit begins, and that which reads files for it. */
export const AUDIT = 'src/pipeline/audit.ts';
export const AUDIT_READERS = 'src/disclosure/audit/documents.ts';

type AuditCode = { readonly audit: string; readonly readers: string };

/** What is looked for in files: indicators of which something is protected, and in documents everything that is hidden. */
type Looked = { readonly indicators: ReadonlySet<string>; readonly subjects: readonly Subject[] };

function lookedFor({ tables, rounded, protectedCells, ord }: ReleaseSecret): Looked {
  const cells = [tables, ...rounded.map((r) => r.tables)].flatMap((t) => t.cells.map((c) => c.id));
  // Kronor and days are in no table, and are hidden all the same.
  const ids = [...cells, ...protectedCells];
  return {
    indicators: new Set(ids.map((id) => id.slice(0, id.indexOf('|')))),
    subjects: hiddenSubjects(ord),
  };
}

const countsOf = async (file: AuditedFile, { indicators }: Looked): Promise<readonly PublishedCount[]> =>
  (await countsIn(file, indicators)).filter((c) => indicators.has(c.indikator));

/** What was found in files, by path, and the hash of what they were then. */
type Found<T> = ReadonlyMap<string, { readonly sha256: string; readonly found: readonly T[] }>;
type Memory = { readonly counts: Found<PublishedCount>; readonly passages: Found<Passage> };

/**
 * Begins the audit with the files of a release, which do not wait for pages: reads back what each file shows of the
 * protected indicators, or takes it from the store when the build before has read the very same file with the same code,
 * and attacks all that together, unless it has attacked the same before.
 * @param code `codeKey` of `AUDIT` and of `AUDIT_READERS`
 */
export async function beginAudit(
  secret: ReleaseSecret | null,
  files: readonly ManifestFile[],
  { folder, store, code }: { readonly folder: string; readonly store: Store; readonly code: AuditCode },
): Promise<BegunAudit> {
  if (secret === null) return NOTHING;
  const looked = lookedFor(secret);
  const asked = `${code.readers} ${[...looked.indicators].toSorted().join(' ')} ${JSON.stringify(looked.subjects)}`;
  const place = createHash('sha256').update(`granskade filer ${asked}`).digest('hex');
  const memory = store.readNow(place);
  const before: Memory = memory === null ? { counts: new Map(), passages: new Map() } : deserialize(memory);
  let read = 0;
  const foundIn = async <T>(
    all: readonly ManifestFile[],
    known: Found<T>,
    find: (file: AuditedFile) => Promise<readonly T[]>,
  ): Promise<Found<T>> => {
    const now = new Map<string, { readonly sha256: string; readonly found: readonly T[] }>();
    for (const { path, sha256 } of all) {
      const same = known.get(path);
      if (same?.sha256 !== sha256) read += 1;
      const found =
        same?.sha256 === sha256
          ? same.found
          : await find({ path, content: () => readFile(join(folder, path)) });
      now.set(path, { sha256, found });
    }
    return now;
  };
  const tables = files.filter((f) => isAudited(f.path));
  const documents = files.filter((f) => isDocument(f.path));
  const now: Memory = {
    counts: await foundIn(tables, before.counts, (file) => countsOf(file, looked)),
    passages: await foundIn(documents, before.passages, (file) => passagesIn(file, looked.subjects)),
  };
  await store.write(place, serialize(now));
  const found = { counts: foundAt(now.counts), passages: foundAt(now.passages) };
  // Files that show nothing give nothing away.
  const said = { counts: thatShow(found.counts), passages: thatShow(found.passages) };
  const audit = await keptValue(store, { what: 'granskning', code: code.audit, from: [secret, said] }, () =>
    attacked(secret, said),
  );
  return { known: { ...found, read }, audit };
}

const thatShow = <T>(found: ReadonlyMap<string, readonly T[]>): ReadonlyMap<string, readonly T[]> =>
  new Map([...found].filter(([, all]) => all.length > 0));

const foundAt = <T>(all: Found<T>): ReadonlyMap<string, readonly T[]> =>
  new Map([...all].map(([path, { found }]) => [path, found]));

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
  const paths = readdirSync(folder, { recursive: true }).map((path) => String(path).replaceAll('\\', '/'));
  for (const path of paths.filter((p) => !p.startsWith('pagefind/')).sort()) {
    const file = { path, content: () => readFile(join(folder, path)) };
    if (isAudited(path) && !counts.has(path)) counts.set(path, await countsOf(file, looked));
    else if (isDocument(path) && !passages.has(path))
      passages.set(path, await passagesIn(file, looked.subjects));
    else continue;
    read += 1;
    shows += (counts.get(path) ?? passages.get(path) ?? []).length;
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

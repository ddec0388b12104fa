import { join, resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { ReleaseSecret } from '../disclosure/release.ts';
import type { Effects } from '../effects.ts';
import { utf8 } from '../files/common/bytes.ts';
import { textReport } from '../ingest/report/index.ts';
import type { ValidationReport } from '../model/finding.ts';
import { sha256 } from '../model/sha256.ts';
import { AUDIT, AUDIT_READERS, auditFolder, type BegunAudit, beginAudit } from './audit.ts';
import { type DisclosureKey, keyLine } from './disclosure-key.ts';
import { beFrugal, FRUGAL, giveBack, heapFlags } from './engine.ts';
import { isSmallMachine, processesOn, publishFiles, renderersFor } from './files/index.ts';
import { keptValue } from './files/kept-value.ts';
import { dataFilesOf } from './files/key.ts';
import type { Leavable } from './files/leavable.ts';
import { costLines } from './files/log.ts';
import type { RenderProcesses } from './files/render-processes.ts';
import { codeKey, packagesKey, pagesCodeKey } from './files/rendering-key.ts';
import { type Store, storeIn } from './files/store.ts';
import type { WrittenFiles } from './files/write.ts';
import { finishedPages } from './finished.ts';
import { HANDED, handCatalogue, handManifest, handPagesPlan, takePagesReport } from './handed.ts';
import { type LoadResult, loadFiles } from './load.ts';
import type { Claim } from './output/claim.ts';
import { moveFiles } from './output/files-below.ts';
import { workFolder } from './output/work-folder.ts';
import { unpackBundle } from './pages/bundle.ts';
import { runPages } from './pages/run.ts';
import { rememberReplaced, replacedFolder } from './replaced.ts';
import { REPLAY, replayLines } from './replay-lines.ts';
import { searchIndex } from './search-index.ts';
import { sitemapFiles } from './sitemap.ts';
import { standingFiles } from './standing.ts';
import { SUMS, siteSums } from './sums.ts';
import type { StandingSite } from './unchanged.ts';

/** What a build reads and where it writes. `out` and `cache` are named in messages as they were given. */
export type BuildOptions = {
  readonly project: string;
  readonly data: string;
  readonly out: string;
  readonly cache: string;
  readonly without: readonly Leavable[];
};

type MakingFiles = Pick<BuildOptions, 'out' | 'cache' | 'without'> & {
  readonly standing: string | null;
  readonly nyckel: DisclosureKey | null;
  /** Where pages are handed things, and where the files are written. */
  readonly work: string;
  readonly files: string;
  readonly store: Store;
  readonly renderers: RenderProcesses;
  readonly seconds: () => string;
};

/** What the stages are called in the terminal. */
const FILES = 'Filer';
const PAGES = 'Sidor';

/**
 * Makes a whole site and puts it in its place. Pages are made by a process of their own, at the same time as the files.
 * @param inputs `siteInputs` of the data folder
 * @returns the report of the data; a site was published when it has no error
 */
export async function makeSite(
  claim: Claim<StandingSite>,
  inputs: ReadonlyMap<string, Uint8Array>,
  options: BuildOptions & { readonly nyckel: DisclosureKey | null },
  effects: Effects,
): Promise<ValidationReport> {
  const { project, data, out, cache } = options;
  const standing = claim.standing === null ? null : claim.path;
  const heap = heapFlags(effects.memory(), dataFilesOf(inputs));
  if (heap === FRUGAL) beFrugal();
  const started = effects.clock();
  const seconds = () => `${((effects.clock() - started) / 1000).toFixed(1).replace('.', ',')} s`;
  // Inside the project, whatever the site's own place: Astro takes a folder beside it for one in it.
  const { path: work, end } = await workFolder(join(project, '.cache/arbete'), effects.now);
  const store = storeIn(join(cache, 'renderat'));
  const [next, files] = [join(work, 'webbplats'), join(work, 'filer')];
  const stop = new AbortController();
  const code = pagesCodeKey(inputs);
  const unpacked = join(work, 'publikt');
  await handPagesPlan(work, { store: store.folder, code, cache, standing, unpacked });
  const pagesOf = async () => {
    const bundle = { code, project, data, inputs };
    const to = { folder: work, site: unpacked, store };
    const running = { heap, signal: stop.signal };
    const program = await unpackBundle(bundle, to, { effects, ...running });
    await runPages([program, next], { OJ_DATA: resolve(data), [HANDED]: work }, running, (done, all) =>
      effects.progress(PAGES, done, all),
    );
  };
  const small = isSmallMachine(effects);
  const renderers = renderersFor(inputs, { folder: files, store, code }, effects);
  let pages = small ? Promise.resolve() : pagesOf();
  // It is waited for below; until then its failure is nobody's.
  pages.catch(() => undefined);
  try {
    // Where their bundle is kept, pages are begun with before the data are read, which lets nothing else happen.
    await turn();
    // So are those: reading and protecting the data keeps one core busy, and no other.
    if (!small) renderers.ready();
    const { report, written } = await makeFiles(
      inputs,
      { ...options, standing, work, files, store, renderers, seconds },
      effects,
    );
    if (written === null) return report;
    const { manifest, faults, begun: audit, secret, address } = written;

    if (small) {
      giveBack();
      pages = pagesOf();
    }
    await pages;
    effects.progress(PAGES, 0, 0);
    const { files: ofPages, keys, reused, made, faults: pagesFaults } = takePagesReport(work);
    store.asked(keys);
    effects.detail(`Sidor: ${reused + made}${reused > 0 ? `, ${reused} återanvända` : ''} (${seconds()}).`);
    const facts = await finishedPages(next, ofPages);
    const search = await searchIndex(next, facts, packagesKey(inputs), store);
    effects.detail(search.kept ? 'Sökningen är oförändrad.' : `Sökningen är indexerad (${seconds()}).`);
    const maps = sitemapFiles(facts, address);
    const added = [
      ...search.files.map(({ path, content }) => [path, content] as const),
      ...[...maps].map(([path, text]) => [path, utf8(text)] as const),
    ];
    for (const [path, bytes] of added) await effects.writeFile(join(next, path), bytes);
    moveFiles(files, next);
    for (const line of await auditFolder(next, secret, audit)) effects.detail(line);
    for (const line of written.replay) effects.detail(line);
    const hashes = [
      ...[...facts].map(([path, f]) => [path, f.sha256] as const),
      ...added.map(([path, bytes]) => [path, sha256(bytes)] as const),
    ];
    const known = manifest.files.map((f) => [f.path, f.sha256] as const);
    const sums = siteSums(new Map([...hashes, ...known]));
    await effects.writeFile(join(next, SUMS), sums);
    const keep = standing === null ? null : replacedFolder(cache);
    await claim.replaceWith(next, { keep });
    if (claim.standing !== null) await rememberReplaced(cache, claim.standing.state);
    await store.tidy(sha256(sums).slice(0, 1));
    for (const line of new Set([...faults, ...pagesFaults, ...store.faults()])) effects.log(line);
    effects.detail(`Klart: ”${out}” (${seconds()}).`);
    return report;
  } finally {
    stop.abort();
    await renderers.end();
    // Nothing is under way any more, however it ended.
    for (const stage of [FILES, PAGES]) effects.progress(stage, 0, 0);
    await pages.catch(() => undefined);
    await end();
  }
}

/** Files that have been written, and what is needed of the data after them: never the catalogue, which is large. */
type MadeFiles = Pick<LoadResult, 'secret'> &
  WrittenFiles & {
    readonly begun: BegunAudit;
    /** What the terminal says of the key, and of who runs the program on guesses. */
    readonly replay: readonly string[];
    readonly address: string;
  };

/**
 * Reads the data and writes the files, and hands pages what they wait for. What it needs for that may be forgotten when
 * it is done: in a small machine pages are made in its place.
 * @returns `written` null when the data has errors; that has been said then
 */
async function makeFiles(
  inputs: ReadonlyMap<string, Uint8Array>,
  { out, cache, without, nyckel, standing, work, files, store, renderers, seconds }: MakingFiles,
  effects: Effects,
): Promise<{ readonly report: ValidationReport; readonly written: MadeFiles | null }> {
  const { index, report, secret, ...read } = await loadFiles(dataFilesOf(inputs), nyckel);
  if (index === null) {
    effects.log(textReport(report));
    effects.log(`Inget har byggts. Det som redan var publicerat i ”${out}” är orört.`);
    return { report, written: null };
  }
  await handCatalogue(work, { ...read, catalogue: index.catalogue });
  effects.detail(
    `Data: ${report.counts.rows} rader utan fel, ${report.counts.warning} varningar (${seconds()}).`,
  );
  const code = { audit: codeKey(AUDIT, inputs), readers: codeKey(AUDIT_READERS, inputs) };
  const reading = { folder: files, store, code, processes: processesOn(effects) };
  const audit = Promise.withResolvers<BegunAudit>();
  // It is waited for below; until then its failure is nobody's.
  audit.promise.catch(() => undefined);
  const writing = publishFiles(
    { ...read, index },
    inputs,
    {
      folder: files,
      store,
      standing: standingFiles(standing),
      renderers,
      without,
      progress: (done, all) => effects.progress(FILES, done, all),
      made: (made) => {
        const all = writing.then(({ manifest }) => manifest.files);
        audit.resolve(beginAudit(secret, { made, all }, reading));
      },
    },
    effects,
  );
  const { manifest, faults } = await writing;
  await handManifest(work, manifest);
  // For who wants to know what the files cost (`npm run bench`); a full disk is no reason to stop.
  await handManifest(cache, manifest).catch(() => undefined);
  for (const line of costLines(manifest)) effects.detail(line);
  effects.detail(`Filer: ${manifest.files.length} (${seconds()}).`);
  const replayed = (hidden: ReleaseSecret, key: DisclosureKey | null) =>
    keptValue(
      store,
      { what: 'gissningar', code: codeKey(REPLAY, inputs), from: [hidden, key?.fingerprint ?? null] },
      () => replayLines(hidden, key),
    );
  const replay = secret === null ? [] : [keyLine(nyckel), ...(await replayed(secret, nyckel))];
  const address = index.catalogue.release.webbplats;
  const begun = await audit.promise;
  return { report, written: { manifest, faults, begun, replay, secret, address } };
}

import { mkdirSync } from 'node:fs';
import { must } from '../../model/must.ts';
import { storeIn } from '../files/store.ts';
import { handedFolder, handPagesReport, takePagesPlan } from '../handed.ts';
import { moveFiles } from '../output/files-below.ts';
import { beginAsReplaced } from '../replaced.ts';
import { readsNow } from '../site.ts';
import { standingFiles } from '../standing.ts';
import { loadRoutes, routePages } from './astro-app.ts';
import { pagesFolder } from './folder.ts';
import { keptPages } from './kept.ts';
import { keyOfPages, readPages, writePages } from './made-pages.ts';
import { makePages } from './make-pages.ts';
import { whileReading } from './reading.ts';
import { PROGRESS_EVERY, progressLine } from './run.ts';
import { waitingLast } from './waiting.ts';

// The program that makes the pages of a build. It is a part of the bundle, so that it has the same catalogue as the
// pages; its argument is the folder that they are written in.
const [, , out] = process.argv;
const site = must(out, 'the folder of the pages');
const handed = must(handedFolder(), 'the folder of the build');

const { code, store: home, cache, standing, unpacked } = await takePagesPlan(handed);
const store = storeIn(home);
const before = await readPages(store, code);
// While the build reads the data a core has nothing to do.
await loadRoutes();
const pages = waitingLast(await routePages((line) => process.stderr.write(`${line}\n`)));
// The catalogue is there now, so the data have no fault: only then is the replaced site used up, and only where a site
// stands; the desk's trials, which stand nowhere yet, leave it.
const begun = standing === null ? new Map<string, string>() : await beginAsReplaced(cache, site);
mkdirSync(site, { recursive: true });
moveFiles(unpacked, site);
const folder = pagesFolder(site, begun, standingFiles(standing));
const kept = keptPages({ store, code, before, take: folder.take, valueNow: await readsNow() });
const { files, reused, made } = await makePages(pages, {
  kept,
  whileReading,
  write: folder.write,
  progress: (done) => {
    if (done % PROGRESS_EVERY === 0) process.stdout.write(progressLine(done, pages.length));
  },
});
folder.tidy();
const now = await kept.pages();
await writePages(store, code, now);
const keys = [keyOfPages(code), ...[...now.pages.values()].map(({ key }) => key)];
await handPagesReport(handed, { files, keys, reused, made, faults: store.faults() });

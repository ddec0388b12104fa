import { must } from '../../model/must.ts';
import { storeIn } from '../files/store.ts';
import { handedFolder, handPagesReport, takePagesPlan } from '../handed.ts';
import { readNow } from '../site.ts';
import { standingFiles } from '../standing.ts';
import { routePages } from './astro-app.ts';
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

const { code, store: home, standing, begun } = await takePagesPlan(handed);
const folder = pagesFolder(site, begun, standingFiles(standing));
const store = storeIn(home);
const kept = keptPages({
  store,
  code,
  before: await readPages(store, code),
  take: folder.take,
  valueNow: readNow,
});
const pages = waitingLast(await routePages((line) => process.stderr.write(`${line}\n`)));
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

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { MiddlewareHandler } from 'astro';
import { storeIn } from '../files/store.ts';
import { handedFolder, PAGES_DONE, takePagesPlan } from '../handed.ts';
import { readNow } from '../site.ts';
import { type KeptPages, keptPages, readReads } from './kept.ts';
import { whileReading } from './reading.ts';

let known: Promise<KeptPages | null> | undefined;

async function open(): Promise<KeptPages | null> {
  const folder = handedFolder();
  if (folder === undefined) return null;
  const { code, store: home } = await takePagesPlan(folder);
  const store = storeIn(home);
  const kept = keptPages({ store, code, before: await readReads(store, code), valueNow: readNow });
  // The build reads it when this process has ended well.
  process.once('exit', () => writeFileSync(join(folder, PAGES_DONE), serialize(kept.report())));
  return kept;
}

/** Astro calls this for every page of a build: one that is unchanged is not made again. */
export const onRequest: MiddlewareHandler = async ({ url, props }, next) => {
  known ??= open();
  const kept = await known;
  if (kept === null) return next();
  const page = { path: url.pathname, props };
  const found = await kept.find(page);
  if (found !== null) return new Response(new Uint8Array(found), { headers: { 'Content-Type': HTML } });
  const { made, trace } = await whileReading(async () => {
    const response = await next();
    // Only what is read to the end has been read whole: Astro makes a page while it is read.
    return { response, body: new Uint8Array(await response.arrayBuffer()) };
  });
  const { response, body } = made;
  const { status, headers } = response;
  const isPage = status === 200 && headers.get('Content-Type')?.startsWith('text/html') === true;
  if (isPage) await kept.keep(page, trace, body);
  return new Response(body, { status, headers });
};

const HTML = 'text/html; charset=utf-8';

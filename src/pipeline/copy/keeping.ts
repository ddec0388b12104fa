import { sha256 } from '../../model/sha256.ts';

// A site whose readers' browsers keep what has been read, for a network that comes and goes. Nothing is fetched ahead,
// and what the network gives always goes before what is kept.

/** Where the two scripts lie: a worker rules over the folder that it lies in. */
export const KEEPING = { worker: 'minns.sw.js', page: 'minns.js' } as const;

/** Registers the worker; the first time, it also asks once more for what the page has read, so that it is kept too. */
const PAGE = `if ('serviceWorker' in navigator) {
  addEventListener('load', async () => {
    const first = navigator.serviceWorker.controller === null;
    await navigator.serviceWorker.register('/${KEEPING.worker}');
    if (!first) return;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      const read = performance.getEntriesByType('resource').map((entry) => entry.name);
      for (const address of [location.href, ...read]) fetch(address).catch(() => {});
    });
  });
}
`;

/** A version of the site is kept by itself: pages of two versions never stand beside each other. */
const worker = (version: string) => `const KEPT = 'oppna-jamforelser-${version}';
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
    await clients.claim();
  })());
});
addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  event.respondWith((async () => {
    const kept = await caches.open(KEPT);
    try {
      const answer = await fetch(request);
      if (answer.status === 200) event.waitUntil(kept.put(request, answer.clone()).catch(() => {}));
      return answer;
    } catch (error) {
      const found = await kept.match(request, { ignoreSearch: true, ignoreVary: true });
      if (found) return found;
      throw error;
    }
  })());
});
`;

/**
 * The two scripts of a site that is kept.
 * @param sums the site's list of hashes, which changes with anything in it
 */
export function keepingScripts(sums: string): ReadonlyMap<string, string> {
  const version = sha256(new TextEncoder().encode(sums)).slice(0, 16);
  return new Map([
    [KEEPING.page, PAGE],
    [KEEPING.worker, worker(version)],
  ]);
}

/** A page that registers the worker. */
export function keepingPage(html: string): string {
  const end = html.lastIndexOf('</body>');
  return end < 0
    ? html
    : `${html.slice(0, end)}<script src="/${KEEPING.page}" defer></script>${html.slice(end)}`;
}

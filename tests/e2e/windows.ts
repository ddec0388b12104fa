import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Served } from './browser.ts';

/** Lends windows of one kind: each is as new, but the browser has its process, and our letters and styles, already. */
export type Windows = {
  /** Does something in a window that nobody else uses meanwhile; it is as it was opened, and remembers nothing, after it. */
  readonly use: <T>(work: (page: Page) => Promise<T>) => Promise<T>;
};

/** What a reader's browser remembers of a site, save the files that it has fetched. */
const REMEMBERED = 'cookies,indexeddb,local_storage,service_workers,cache_storage';

/**
 * Windows that stay open as long as the browser: to open one takes three times as much as to read a page in it.
 * @param prepare what is done once with each window
 */
export function windows(
  { browser, address }: Served,
  options: BrowserContextOptions,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Windows {
  const idle: Page[] = [];
  const opened = async () => {
    const page = await browser.newPage(options);
    await prepare(page);
    return page;
  };
  const emptied = async (page: Page) => {
    page.removeAllListeners();
    if (options.viewport) await page.setViewportSize(options.viewport);
    await page.emulateMedia({
      media: null,
      colorScheme: options.colorScheme ?? null,
      contrast: options.contrast ?? null,
      forcedColors: options.forcedColors ?? null,
      reducedMotion: options.reducedMotion ?? null,
    });
    // The page itself stays until the next one: a blank one would end the process, which is what takes time.
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', {
      origin: new URL(address).origin,
      storageTypes: REMEMBERED,
    });
    await session.detach();
  };
  return {
    use: async (work) => {
      const page = idle.pop() ?? (await opened());
      try {
        const result = await work(page);
        await emptied(page);
        idle.push(page);
        return result;
      } catch (error) {
        // Who knows how it was left.
        await page.context().close();
        throw error;
      }
    },
  };
}

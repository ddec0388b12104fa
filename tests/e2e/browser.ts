import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { listen, siteServer } from '../../src/serving/server.ts';

export type Served = {
  readonly address: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
};

/** A real Chromium. Sparticuz' own arguments run a single process, which dies on the second page. */
export const launchedBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
    headless: true,
  });

/** A built site (`OJ_SITE` unless another is named) behind our own server, and a real Chromium to read it with. */
export async function serve(folder = process.env.OJ_SITE ?? 'dist'): Promise<Served> {
  const server = siteServer(folder);
  const address = await listen(server, 0);
  const browser = await launchedBrowser();
  const close = async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  };
  return { address, browser, close };
}

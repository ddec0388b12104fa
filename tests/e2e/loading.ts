import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/** A slow 4G connection and a cheap phone, as Lighthouse has them: 150 ms, 1.6 Mbit/s, a processor four times as slow. */
const NETWORK = {
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const CPU = 4;

/** What a first visit to a page is like. */
export type Loading = {
  /** Milliseconds until the largest piece of the first screen is drawn. */
  readonly lcp: number;
  /** The sum of the layout's shifts. */
  readonly cls: number;
  /** Everything that it fetched by itself, with gzip, in kB. */
  readonly weight: number;
};

/** Opens a page for the first time. @param throttled on a slow connection and a cheap phone, else as the machine is */
export async function loading(browser: Browser, address: string, throttled = true): Promise<Loading> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  if (throttled) {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, ...NETWORK });
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  }
  const bodies: Promise<number>[] = [];
  page.on('response', (response) => {
    // Letters are packed already.
    const packed = (body: Buffer) => (response.url().endsWith('.woff2') ? body : gzipSync(body)).length;
    bodies.push(response.body().then(packed, () => 0));
  });
  await page.goto(address, { waitUntil: 'load' });
  const seen = await page.evaluate(
    () =>
      new Promise<{ readonly lcp: number; readonly cls: number }>((done) => {
        let lcp = 0;
        let cls = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) lcp = Math.max(lcp, entry.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) cls += 'value' in entry ? Number(entry.value) : 0;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done({ lcp, cls }), 500);
      }),
  );
  const weight = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0) / 1000;
  await context.close();
  return { ...seen, weight };
}

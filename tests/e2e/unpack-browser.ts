import chromium from '@sparticuz/chromium';

/**
 * Unpacks the browser before any test runs (Vitest's `globalSetup`). It is unpacked into the machine's temporary folder when
 * it is first asked for: on a fresh machine two test files asked at once, and one started what the other still wrote
 * (ETXTBSY).
 */
export default async function unpackBrowser(): Promise<void> {
  await chromium.executablePath();
}

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { ingest } from '../../src/ingest/index.ts';
import { violationsOn } from './axe.ts';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const DATA = process.env.OJ_DATA ?? 'data';
/** A survey of the site's own data, and its place there. */
const survey = async () => {
  const files = await nodeEffects().readTree(DATA);
  const path = [...files.keys()].find((p) => /^omraden\/[^/]+\/enkat\/\d{4}\.csv$/.test(p)) ?? '';
  return { path, files, text: readFileSync(`${DATA}/${path}`, 'utf8') };
};
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** The page, ready and cut off from the network, with every request since then. */
async function opened() {
  const context = await served.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${served.address}granska/`, { waitUntil: 'load' });
  await page.locator('#granskning[data-ready]').waitFor();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await context.setOffline(true);
  const said = (pattern: RegExp) => page.locator('#status').filter({ hasText: pattern }).waitFor();
  return { context, page, requests, said };
}

describe('the checker for everybody', () => {
  it('finds what the publisher’s own validation finds, row for row, and sends nothing', async () => {
    const { path, files, text } = await survey();
    const broken = text.replace(/;nej/, ';nja').replace(/\n0(\d{3});/, '\n$1;');
    const expected = ingest(new Map(files).set(path, new TextEncoder().encode(broken))).findings.filter(
      (f) => f.file === path,
    );
    expect(expected.length).toBeGreaterThan(0);
    const { context, page, requests, said } = await opened();
    const year = path.slice(-8, -4);
    await page.locator('#fil').setInputFiles(file(`svar-${path.split('/')[1]}-${year}.csv`, broken));
    await said(/fel och .* varningar/);
    expect(await page.locator('#vad').inputValue()).toBe(path);
    const items = await page.locator('#fynd li').allTextContents();
    expect(items).toHaveLength(expected.length);
    for (const [i, { row, message }] of expected.entries()) {
      expect(items[i]).toContain(`rad ${row}`);
      expect(items[i]).toContain(message);
    }
    expect(requests).toEqual([]);
    const violations = await violationsOn(page, null);
    expect(violations).toEqual([]);
    await context.close();
  });

  it('a file without faults is said to have none; one that is nothing we know asks what it is', async () => {
    const { path, text } = await survey();
    const { context, page, said } = await opened();
    await page.locator('#fil').setInputFiles(file('okand.csv', 'a;b\n1;2\n'));
    await said(/Vi ser inte vad okand\.csv är/);
    await page.locator('#vad').selectOption(path);
    await said(/fel och/);
    await page.locator('#fil').setInputFiles(file('svar.csv', text));
    await said(/Inga fel i svar\.csv/);
    await context.close();
  });

  it('says what to do instead where there is no JavaScript', async () => {
    const context = await served.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${served.address}granska/`);
    expect(await page.locator('noscript').innerText()).toContain('Verktyget behöver JavaScript');
    await context.close();
  });
});

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, utils, write } from 'xlsx';
import { nodeEffects } from '../../src/effects-node.ts';
import { zipInNode } from '../../src/files/common/zip-node.ts';
import { templateWorkbook } from '../../src/files/xlsx/inventering-template.ts';
import { load } from '../../src/pipeline/load.ts';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

/** The worked example as if a real kommun had sent it: the tool must take it as its own figures. */
const example = readFileSync('data/inventering/exempelkommunen.csv', 'utf8').replaceAll('\n0000;', '\n0114;');
const csv = (text: string, name = 'inventering.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

/** The tool, ready and cut off from the network, with every request since then. */
async function opened() {
  const context = await served.browser.newContext();
  const page = await context.newPage();
  const requests: string[] = [];
  await page.goto(`${served.address}inventering/verktyg/`, { waitUntil: 'load' });
  await page.locator('#verktyg[data-ready]').waitFor();
  page.on('request', (request) => requests.push(request.url()));
  await context.setOffline(true);
  const give = (file: ReturnType<typeof csv> | readonly ReturnType<typeof csv>[]) =>
    page.locator('#fil').setInputFiles(file);
  const status = () => page.locator('#status').textContent();
  const settled = (pattern: RegExp) => page.locator('#status').filter({ hasText: pattern }).waitFor();
  return { context, page, requests, give, status, settled };
}

describe('the inventory tool', () => {
  it('compiles a kommun’s file without a network, without any request, small counts hidden', async () => {
    const { context, page, requests, give, settled } = await opened();
    await give(csv(example));
    await settled(/Sammanställningen för Upplands Väsby/);
    const text = (await page.locator('#rapport').textContent()) ?? '';
    expect(text).toContain('Upplands Väsby 2022, 2023, 2024');
    expect(text.replaceAll('\u00a0', ' ')).toContain('71 personer, 8 fler än 2023');
    const families = page.locator('#rapport tr', { hasText: 'avhysningar av barnfamiljer' });
    expect(await families.locator('td').allTextContents()).toEqual(['X', 'X', 'X']);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Spara som Excel' }).click(),
    ]);
    const book = read(readFileSync(await file.path()));
    expect(book.SheetNames).toEqual(['Svar', 'Siffror']);
    // The saved file is made in the page and has an address of its own there; nothing goes over the network.
    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    await context.close();
  });

  it('tells what is wrong as a publisher is told, and compiles nothing', async () => {
    const { context, page, give, settled } = await opened();
    await give(csv(example.replace('0114;2024;hotell;T;alla;31;', '0114;2024;hotel;T;alla;-31;')));
    await settled(/Ett fel i filen/);
    expect(await page.locator('#fynd').textContent()).toMatch(
      /inventering\.csv, rad \d+, kolumn uppgift.*ingen uppgift ”hotel”.*”hotell”/,
    );
    expect(await page.locator('#rapport').textContent()).toBe('');
    expect(await page.locator('#ta').isVisible()).toBe(false);
    await give([csv(example, 'a.csv'), csv(example, 'b.csv')]);
    await settled(/Tre fel i filen/);
    expect(await page.locator('#fynd').textContent()).toContain('finns också i a.csv');
    await context.close();
  });

  it('reads the Excel template, with the rows of the workbook in its findings', async () => {
    const { index } = await load('data', nodeEffects());
    if (!index) throw new Error('no catalogue');
    const filled = (value: number) => {
      const book = read(
        templateWorkbook(index.catalogue.release, zipInNode, { kommunkod: '0114', ar: '2024' }),
      );
      const sheet = book.Sheets.Inventering ?? {};
      utils.sheet_add_aoa(sheet, [[value]], { origin: 'F5' });
      const buffer = Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
      return { name: 'mall.xlsx', mimeType: 'application/octet-stream', buffer };
    };
    const { context, page, give, settled } = await opened();
    await give(filled(31));
    await settled(/Sammanställningen för Upplands Väsby/);
    expect(await page.locator('#rapport').textContent()).toMatch(/31\spersoner/);
    await give(filled(-31));
    await settled(/Ett fel/);
    expect(await page.locator('#fynd').textContent()).toContain('mall.xlsx, rad 5, kolumn varde');
    await context.close();
  });

  it('gives a template with the chosen kommun and year, all by keyboard', async () => {
    const { context, page } = await opened();
    await page.locator('#kommun').focus();
    await page.keyboard.type('Bjurh');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2024');
    await page.keyboard.press('Tab');
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(file.suggestedFilename()).toBe('inventering-2403-2024.xlsx');
    const rows = utils.sheet_to_json<(string | number)[]>(
      read(readFileSync(await file.path())).Sheets.Inventering ?? {},
      { header: 1 },
    );
    expect(rows[4]?.slice(0, 3)).toEqual(['2403', 2024, 'akut-alla']);
    await context.close();
  });

  it('says what to do instead where there is no JavaScript', async () => {
    const context = await served.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${served.address}inventering/verktyg/`);
    const instead = page.locator('noscript');
    expect(await instead.innerText()).toContain('Verktyget behöver JavaScript');
    expect(await instead.locator('a[href="/inventering/exempel/"]').isVisible()).toBe(true);
    await context.close();
  });
});

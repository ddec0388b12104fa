import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { BME_COLUMN, bmeSheet, workbook } from '../import/workbooks.ts';
import { filledTemplate, withFarCell, zipBomb } from '../islands/inventering/files.ts';
import { violationsOn } from './axe.ts';
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

const xlsx = (bytes: Uint8Array, name = 'mall.xlsx') => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

/** A large file, made in the page itself and dropped on the tool. */
const drop = (page: Page, line: string, times: number) =>
  page.evaluate(
    ([text, count]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text.repeat(count)], 'stor.csv'));
      document.querySelector('#slapp')?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer }));
    },
    [line, times] as const,
  );

/** The tool, ready to be used, and everything that the browser complains of. */
async function opened() {
  const context = await served.browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${served.address}inventering/verktyg/`, { waitUntil: 'load' });
  await page.locator('#verktyg[data-ready]').waitFor();
  const give = (file: ReturnType<typeof csv> | readonly ReturnType<typeof csv>[]) =>
    page.locator('#fil').setInputFiles(file);
  const settled = (pattern: RegExp) => page.locator('#status').filter({ hasText: pattern }).waitFor();
  return { context, page, complaints, give, settled };
}

/** The same with everything fetched and cut off from the network, with every request since then. */
async function offline() {
  const tool = await opened();
  const requests: string[] = [];
  await tool.page.click('#utan-nat');
  await tool.settled(/Du kan koppla från nätet/);
  tool.page.on('request', (request) => requests.push(request.url()));
  await tool.context.setOffline(true);
  return { ...tool, requests };
}

describe('the inventory tool', () => {
  it('compiles a kommun’s file without a network, without any request, small counts hidden', async () => {
    const { context, page, requests, give, settled, complaints } = await offline();
    await give(csv(example));
    await settled(/Sammanställningen för Upplands Väsby/);
    const text = (await page.locator('#rapport').textContent()) ?? '';
    expect(text).toContain('Upplands Väsby 2022, 2023, 2024');
    expect(text.replaceAll('\u00a0', ' ')).toContain('71 personer, 8 fler än 2023');
    const families = page.locator('#rapport tr', { hasText: 'avhysningar av barnfamiljer' });
    expect(await families.locator('td').allTextContents()).toEqual(['X', 'X', 'X']);
    const violations = await violationsOn(page, null);
    expect(violations).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Spara som Excel' }).click(),
    ]);
    const book = read(readFileSync(await file.path()));
    expect(book.SheetNames).toEqual(['Svar', 'Siffror']);
    // The saved file is made in the page and has an address of its own there; nothing goes over the network.
    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('reports what is wrong as it does to a publisher, and compiles nothing', async () => {
    const { context, page, give, settled } = await opened();
    await give(csv(example.replace('0114;2024;hotell;T;alla;31;', '0114;2024;hotel;T;alla;-31;')));
    await settled(/^Ett fel och en varning i filen/);
    expect(await page.locator('#fynd').textContent()).toMatch(
      /inventering\.csv, rad \d+, kolumn uppgift.*ingen uppgift ”hotel”.*”hotell”/,
    );
    expect(await page.locator('#rapport').textContent()).toBe('');
    expect(await page.locator('#ta').isVisible()).toBe(false);
    await give([csv(example, 'a.csv'), csv(example, 'b.csv')]);
    await settled(/^Tre fel och två varningar i filen/);
    expect(await page.locator('#fynd').textContent()).toContain('finns också i a.csv');
    await context.close();
  });

  it('reads the Excel template, with the rows and words of the workbook in its findings, and complains of nothing', async () => {
    const { context, page, give, settled, complaints } = await opened();
    await give(xlsx(filledTemplate({ 5: 31 })));
    await settled(/Sammanställningen för Upplands Väsby/);
    expect(await page.locator('#rapport').textContent()).toMatch(/31\spersoner/);
    await give(xlsx(filledTemplate({ 5: '<5' })));
    await settled(/Ett fel/);
    expect(await page.locator('#fynd').textContent()).toMatch(
      /mall\.xlsx, rad 5, kolumn Värde.*Verktyget döljer små antal/,
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('reads what the kommun has answered Boverket: columns confirmed once, differences shown, nothing sent', async () => {
    const { context, page, requests, give, settled, complaints } = await offline();
    const KOMMUNER = [
      ['0114', 'Upplands Väsby'],
      ['0115', 'Vallentuna'],
      ['0117', 'Österåker'],
    ] as const;
    const survey = (contracts: number | string) =>
      xlsx(workbook([bmeSheet(KOMMUNER, { '0114': contracts })]), 'bme.xlsx');
    const own = csv(
      'kommunkod;ar;uppgift;kon;alder;varde;text\n0114;2024;kontrakt-alla;T;alla;50;\n0114;2024;kontrakt-overtagna;T;alla;6;\n',
    );
    await page.locator('#bme-fil').setInputFiles(survey(48));
    await settled(/Kontrollera vilka kolumner i bme.xlsx/);
    expect(await page.locator('#bme-ar').inputValue()).toBe('2024');
    const column = page.locator('[data-uppgift="kontrakt-bme"]');
    expect(await column.inputValue()).toBe(BME_COLUMN);
    expect(await violationsOn(page, null)).toEqual([]);
    await page.getByRole('button', { name: 'Använd svaren' }).click();
    await give(own);
    await settled(/^En varning i filen.*Sammanställningen för Upplands Väsby/);
    expect(await page.locator('#fynd').textContent()).toMatch(
      /bme\.xlsx, rad 5, kolumn Boende för särskilda grupper.*är 48, men.*är 50/,
    );
    const row = page.locator('#rapport tr', { hasText: 'Sociala kontrakt enligt bostadsmarknadsenkäten' });
    expect(await row.first().locator('td').allTextContents()).toEqual(['48']);

    // The same columns the second time: nothing is asked, and what was compiled is compiled anew.
    await page.locator('#bme-fil').setInputFiles(survey('många'));
    await settled(/^Ett fel/);
    expect(await page.locator('#fynd').textContent()).toMatch(/bme\.xlsx, rad 5.*”många” är inte ett tal/);
    await page.getByRole('button', { name: 'Använd inte filen' }).click();
    await settled(/^Inga fel. Sammanställningen för Upplands Väsby/);
    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says in Swedish what a file is that it does not read, and what to do', async () => {
    const { context, give, settled } = await opened();
    await give({
      name: 'gammal.xls',
      mimeType: '',
      buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
    });
    await settled(/gammal\.xls är en äldre Excel-fil.*Spara som/);
    await give({ name: 'mall.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.7') });
    await settled(/mall\.pdf är en PDF/);
    await context.close();
  });

  it('stays alive with files that are made to bring it down', async () => {
    const { context, page, give, settled } = await opened();
    await give(xlsx(withFarCell(filledTemplate({ 5: 31 }))));
    await settled(/har något på rad 1048576/);
    await give(xlsx(zipBomb(400), 'bomb.xlsx'));
    await settled(/bomb\.xlsx blir 400 MB när den packas upp/);
    await drop(page, 'a;b\n', 12_000_000);
    await settled(/läser högst 20000/);
    // The page answers while the worker reads, and still works afterwards.
    await give(xlsx(filledTemplate({ 5: 31 })));
    await settled(/Sammanställningen för Upplands Väsby/);
    expect(await page.locator('#arbetar').isVisible()).toBe(false);
    await context.close();
  });

  it('refuses more than 50 MB before it reads any of it', async () => {
    const { context, page, settled } = await opened();
    await drop(page, 'a;b\n', 12_750_000);
    await settled(/Filen är 51 MB/);
    await context.close();
  });

  it('can be stopped while it reads, says so, and begins anew', async () => {
    const { context, page, give, settled } = await opened();
    // The solver does not arrive: the reading waits for it.
    await page.route('**/*.wasm', () => {});
    await give(csv(example));
    await settled(/Räknar ut vilka små tal/);
    await page.click('#avbryt');
    await settled(/avbruten/);
    expect(await page.locator('#arbetar').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('fil');
    await page.unroute('**/*.wasm');
    await give(csv(example));
    await settled(/Sammanställningen för Upplands Väsby/);
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
    expect(rows[4]?.slice(0, 4)).toEqual([
      '2403',
      2024,
      'Akuta boendelösningar',
      'Alla i akuta boendelösningar',
    ]);
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

import { request as httpRequest, type Server } from 'node:http';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskServer } from '../../src/desk/server.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { listen } from '../../src/serving/server.ts';
import { edit } from '../desk/own-folder.ts';
import { type TrialFolder, trialFolder } from '../import/trial.ts';
import { KOMMUNER, workbook } from '../import/workbooks.ts';
import { violationsOn } from './axe.ts';

let trial: TrialFolder;
let server: Server;
let address: string;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  trial = await trialFolder();
  server = deskServer(
    {
      project: process.cwd(),
      data: trial.data,
      out: `${trial.data}-ut`,
      cache: trial.cache,
      version: null,
      key: null,
    },
    {
      ...nodeEffects(),
      log: () => {},
      stage: { pid: process.pid, alive: () => false },
      verify: async () => [],
    },
  );
  address = await listen(server, 0);
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
    headless: true,
  });
  const context = await browser.newContext({ javaScriptEnabled: true });
  page = await context.newPage();
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await trial.remove();
});

const accessible = async () => {
  const violations = await violationsOn(page, null);
  expect(violations).toEqual([]);
};

describe('the publisher’s desk', () => {
  it('shows the state of the folder, each finding with its row, and what its rule means', async () => {
    await edit(trial, 'omraden/hemloshet/enkat/2016.csv', '1081;Ronneby;;nej', '1081;Ronneby;;nja');
    await page.goto(address);
    expect(await page.locator('main').innerText()).toContain('1 fel');
    expect(await page.locator('.stop pre').innerText()).toContain('1081;Ronneby;;nja');
    await accessible();
    await page.locator('.stop a').focus();
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'Regeln' }).waitFor();
    await edit(trial, 'omraden/hemloshet/enkat/2016.csv', ';nja', ';nej');
  });

  it('reads a file by its form, and writes only what was confirmed', async () => {
    const rows = KOMMUNER.map(([kod, namn], i) => [kod, namn, i === 0 ? 'Vet ej' : 'Ja']);
    const sheet = {
      name: 'Kommuner',
      rows: [['Kommunkod', 'Kommun', 'Övergripande plan mot hemlöshet'], ...rows],
    };
    const before = await trial.bytes();
    await page.goto(`${address}las-in`);
    await accessible();
    await page.locator('input[type=file]').setInputFiles({
      name: 'svar.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(workbook([sheet])),
    });
    await page.getByLabel('Källa').fill('Socialstyrelsen');
    await page.getByLabel('År').fill('2024');
    await page.getByRole('button', { name: 'Läs filen' }).press('Enter');
    await page.locator('h1', { hasText: 'Så här uppfattar vi svar.xlsx' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('vad betyder ”Vet ej”?');
    await accessible();
    await page.getByLabel('”Vet ej” betyder').fill('nej');
    await page.getByRole('button', { name: 'Visa vad som skulle skrivas' }).press('Enter');
    await page.locator('h1', { hasText: 'Det här skulle skrivas' }).waitFor();
    expect(await page.locator('pre').innerText()).toContain('U30428 2024, 6 värden');
    await accessible();
    expect(await trial.bytes()).toEqual(before);
    await page.getByRole('button', { name: 'Skriv det här' }).press('Enter');
    await page.locator('h1', { hasText: 'Skrivet' }).waitFor();
    expect(await trial.text('omraden/hemloshet/enkat/2024.csv')).toContain('0980;Gotland;;nej');
  });

  it('shows what stops a release, and the difference', async () => {
    await page.goto(`${address}ge-ut`);
    expect(await page.locator('main').innerText()).toContain('är fortfarande ett exempel');
    expect(await page.locator('button').count()).toBe(0);
    await accessible();
    await page.goto(`${address}skillnad`);
    expect(await page.locator('pre').innerText()).toContain('ingen tidigare version');
    await accessible();
  });

  it('says what is wrong with a file that it cannot read, and writes nothing', async () => {
    const before = await trial.bytes();
    await page.goto(`${address}las-in`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') });
    await page.getByLabel('Källa').fill('Ingen');
    await page.getByRole('button', { name: 'Läs filen' }).click();
    await page.locator('h1', { hasText: 'Det gick inte' }).waitFor();
    expect(await trial.bytes()).toEqual(before);
  });

  it('answers only this machine and its own forms', async () => {
    const foreign = new URLSearchParams({ token: 'gissat' });
    const posted = await fetch(`${address}ge-ut`, { method: 'POST', body: foreign });
    expect(posted.status).toBe(403);
    const { port } = new URL(address);
    const status = await new Promise((done) =>
      httpRequest({ port, host: '127.0.0.1', path: '/', headers: { Host: 'ond.example' } }, (r) =>
        done(r.statusCode),
      ).end(),
    );
    expect(status).toBe(421);
  });
});

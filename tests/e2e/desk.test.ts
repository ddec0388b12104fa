import { rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { load } from '../../src/pipeline/load.ts';
import { edit } from '../desk/own-folder.ts';
import type { TrialFolder } from '../import/trial.ts';
import { BME_COLUMN, bmeSheet, KOMMUNER, workbook } from '../import/workbooks.ts';
import { violationsOn } from './axe.ts';
import { type ServedDesk, servedDesk } from './served-desk.ts';

let desk: ServedDesk;
let trial: TrialFolder;
let address: string;
let page: Page;
beforeAll(async () => {
  desk = await servedDesk();
  ({ trial, address, page } = desk);
});
afterAll(() => desk.close());

/** What the publisher's own validation stops at in the folder as it is. */
const errors = async () =>
  (await load(trial.data, nodeEffects())).report.findings.filter((f) => f.severity === 'error');

const accessible = async () => {
  await page.setViewportSize({ width: 360, height: 900 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 900 });
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
    await page
      .locator('input[type=file]')
      .first()
      .first()
      .setInputFiles({
        name: 'svar.xlsx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(workbook([sheet])),
      });
    await page.getByLabel('Källa, som').fill('Socialstyrelsen');
    await page.getByLabel('År, om filen').fill('2024');
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
    expect(await page.locator('main').innerText()).toContain('ingen tidigare version');
    await accessible();
  });

  it('asks Kolada, shows every value and page that changes, builds them, and only then writes', async () => {
    const before = await trial.bytes();
    await page.goto(`${address}las-in`);
    await page.getByLabel('Nyckeltal', { exact: true }).fill('U30437');
    await page.getByLabel('År hos Kolada').fill('2016');
    await page.getByRole('button', { name: 'Fråga Kolada' }).press('Enter');
    await page.locator('h1', { hasText: 'Det här skulle skrivas' }).waitFor();
    const said = await page.locator('main').innerText();
    expect(said).toContain('U30437 2016, 6 värden');
    expect(await page.locator('tr', { hasText: 'Gotland' }).first().innerText()).toMatch(/delvis\s+nej/);
    // What is counted over a län and riket changes with its kommuner.
    for (const path of ['/kommuner/gotland/', '/lan/gotlands-lan/', '/riket/']) expect(said).toContain(path);
    await accessible();
    await page.getByRole('button', { name: 'Bygg och visa sidorna' }).press('Enter', { timeout: 240_000 });
    await page.locator('h1', { hasText: 'Förhandsvisning' }).waitFor({ timeout: 240_000 });
    await accessible();
    const link = await page.getByRole('link', { name: 'Gotland', exact: true }).getAttribute('href');
    const shown = await (await fetch(`${link}hemloshet/`)).text();
    expect(shown).toContain('Källa: Kolada');
    expect(await trial.bytes()).toEqual(before);
    await page.getByRole('button', { name: 'Skriv det här' }).press('Enter');
    await page.locator('h1', { hasText: 'Skrivet' }).waitFor();
    expect(await trial.text('omraden/hemloshet/enkat/2016.csv')).toMatch(/\n0980;Gotland;;[a-z]+;nej\n/);
  }, 300_000);

  it('asks SCB for populations by form, and writes them when they are confirmed', async () => {
    const before = await trial.bytes();
    await page.goto(`${address}las-in`);
    await page.getByLabel('Tabell', { exact: true }).fill('TAB638');
    await page.getByLabel('År hos SCB').fill('2023-2024');
    await page.getByRole('button', { name: 'Fråga SCB' }).press('Enter');
    // The table has two measures: which one is for a person to say.
    await page.locator('h1', { hasText: 'Det gick inte' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('BE0101N1 (Folkmängd)');
    expect(await trial.bytes()).toEqual(before);
    await page.goto(`${address}las-in`);
    await page.getByLabel('Tabell', { exact: true }).fill('TAB638');
    await page.getByLabel('År hos SCB').fill('2023-2024');
    await page.getByLabel('Val bland').fill('ContentsCode=BE0101N1');
    await page.getByRole('button', { name: 'Fråga SCB' }).press('Enter');
    await page.locator('h1', { hasText: 'Det här skulle skrivas' }).waitFor();
    expect(await page.locator('pre').innerText()).toContain('folkmängd 2024 för 6 kommuner');
    await accessible();
    expect(await trial.bytes()).toEqual(before);
    await page.getByRole('button', { name: 'Skriv det här' }).press('Enter');
    await page.locator('h1', { hasText: 'Skrivet' }).waitFor();
    expect(await trial.text('referens/folkmangd.csv')).toContain('\n0980;2024;8001\n');
    expect(await errors()).toEqual([]);
  });

  it('takes a file that is dropped on it, all the way to the data folder', async () => {
    await page.goto(`${address}las-in`);
    const path = `${trial.data}-tappad.csv`;
    const rows = KOMMUNER.map(([kod], i) => `${kod};${i + 4},5`).join('\n');
    await writeFile(path, `kommunkod;Trångboddhet i flerbostadshus 2023\n${rows}\n`);
    const box = await page.locator('input[type=file]').first().boundingBox();
    if (!box) throw new Error('nothing to drop on');
    const cdp = await page.context().newCDPSession(page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await cdp.send('Input.dispatchDragEvent', {
        type,
        x: box.x + box.width / 2,
        y: box.y + box.height / 2,
        data,
      });
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name=fil]')?.files?.length === 1,
    );
    await page.getByLabel('Källa, som').fill('Boverket');
    await page.getByRole('button', { name: 'Läs filen' }).press('Enter');
    await page.locator('h1', { hasText: 'Så här uppfattar vi' }).waitFor();
    await page.getByRole('button', { name: 'Visa vad som skulle skrivas' }).press('Enter');
    await page.locator('h1', { hasText: 'Det här skulle skrivas' }).waitFor();
    expect(await page.locator('pre').innerText()).toContain('N07907 2023, 6 värden');
    await page.getByRole('button', { name: 'Skriv det här' }).press('Enter');
    await page.locator('h1', { hasText: 'Skrivet' }).waitFor();
    await rm(path);
    expect(await trial.text('omraden/hemloshet/register/N07907.csv')).toContain(
      '\n0980;2023;T;4.5;;Boverket;\n',
    );
    expect(await errors()).toEqual([]);
  });

  it('fills inventories from the housing survey by form, and shows what differs', async () => {
    const path = 'inventering/karlskrona.csv';
    const header = 'kommunkod;ar;uppgift;kon;alder;varde;text';
    await trial.write(path, `${header}\n1080;2024;kontrakt-alla;T;alla;50;\n`);
    await page.goto(`${address}las-in`);
    await page.getByLabel('Släpp Boverkets fil').setInputFiles({
      name: 'bme.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(workbook([bmeSheet(KOMMUNER, { '1080': 48 })])),
    });
    await page.getByRole('button', { name: 'Läs Boverkets fil' }).press('Enter');
    await page.locator('h1', { hasText: 'Så här uppfattar vi bme.xlsx' }).waitFor();
    expect(await page.getByLabel('Sociala kontrakt enligt').inputValue()).toBe(BME_COLUMN);
    await accessible();
    await page.getByRole('button', { name: 'Visa vad som skulle skrivas' }).press('Enter');
    await page.locator('h1', { hasText: 'Det här skulle skrivas' }).waitFor();
    expect(await page.locator('pre').innerText()).toContain(`${path}: 1080 2024, kontrakt-bme: 48`);
    await page.getByRole('button', { name: 'Skriv det här' }).press('Enter');
    await page.locator('h1', { hasText: 'Skrivet' }).waitFor();
    expect(await trial.text(path)).toContain('\n1080;2024;kontrakt-bme;T;alla;48;\n');
    expect(await errors()).toEqual([]);
  });

  it('says what is wrong with a file that it cannot read, and writes nothing', async () => {
    const before = await trial.bytes();
    await page.goto(`${address}las-in`);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') });
    await page.getByLabel('Källa, som').fill('Ingen');
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

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

/** What somebody does to reach an answer: every press, choice and text typed is a step, every address a page. */
class Task {
  readonly page: Page;
  private readonly pages: string[] = [];
  private steps = 0;

  private constructor(page: Page) {
    this.page = page;
    page.on('framenavigated', (frame) => {
      const { pathname } = new URL(frame.url());
      if (frame === page.mainFrame() && this.pages.at(-1) !== pathname) this.pages.push(pathname);
    });
  }

  /** Begins on the start page, in a window of a laptop or a phone. */
  static async begin(width: number): Promise<Task> {
    const page = await served.browser.newPage({ viewport: { width, height: 800 } });
    const task = new Task(page);
    await page.goto(served.address);
    return task;
  }

  async step(act: (page: Page) => Promise<unknown>): Promise<void> {
    this.steps += 1;
    await act(this.page);
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.step(async (page) => {
      const link = page.getByRole('link', { name }).first();
      const href = await link.getAttribute('href');
      await link.click();
      await page.waitForURL(
        (url) => href === null || url.pathname === new URL(href, served.address).pathname,
      );
    });
  }

  /** A press on a link or button that gives a file: its name and what is in it, as the reader has it then. */
  async take(role: 'link' | 'button', name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
    const [file] = await Promise.all([
      this.page.waitForEvent('download'),
      this.step((page) => page.getByRole(role, { name }).first().click()),
    ]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  }

  /** What is said where the task ends, how many steps it took, and the pages that were seen on the way. */
  async end() {
    const said = (await this.page.locator('main').innerText()).replaceAll('\u00a0', ' ');
    await this.page.close();
    return { said, steps: this.steps, pages: this.pages };
  }
}

const type = (text: string) => async (page: Page) => {
  await page.focus('#kommun');
  await page.keyboard.type(text);
  await page.locator('#kommun-lista [role=option]').first().waitFor();
};
const chooseFirst = async (page: Page) => {
  const before = page.url();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== before);
};

it.each([
  360, 1280,
])('a citizen learns what their kommun does about evictions in two steps and two pages, at %i px', async (width) => {
  const task = await Task.begin(width);
  await task.step(type('vräkning habo'));
  await task.step(chooseFirst);
  const { said, steps, pages } = await task.end();
  expect({ steps, pages }).toEqual({ steps: 2, pages: ['/', '/kommuner/habo/fraga/vrakning/'] });
  expect(said).toMatch(/^Vräkning i Habo\s+Habo svarade/m);
  expect(said).toMatch(/I riket 20\d\d: \d/);
  expect(said).toContain('Vem ansvarar?');
  expect(said).toMatch(/Vart vänder du dig\?[\s\S]*hyresvärden[\s\S]*0771-73 73 00/);
});

it('a journalist finds which kommuner in Skåne lack a plan in five steps and two pages', async () => {
  const task = await Task.begin(1280);
  await task.step(type('övergripande plan'));
  await task.step(chooseFirst);
  const table = task.page.locator('.mapfig > details').first();
  await task.step(() => table.locator('summary').click());
  await task.step(() => table.locator('select[name=lan]').selectOption('Skåne län'));
  await task.step(() => table.locator('select[name=svar]').selectOption('Nej'));
  const shown = await table.locator('tbody tr:visible').count();
  const { steps, pages } = await task.end();
  expect({ steps, pages }).toEqual({ steps: 5, pages: ['/', '/indikatorer/aktuell-overgripande-plan/'] });
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(33);
});

it('an utredare has the kommun beside those like it in three steps and three pages, and its slides in one more', async () => {
  const task = await Task.begin(1280);
  await task.step(type('Skövde'));
  await task.step(chooseFirst);
  const slides = await task.take('link', 'Bildspel (PowerPoint)');
  await task.follow('Jämför med liknande');
  const { said, steps, pages } = await task.end();
  expect({ steps, pages }).toEqual({
    steps: 4,
    pages: ['/', '/kommuner/skovde/', '/jamfor/liknande/skovde/'],
  });
  expect(said).toContain('Skövde');
  expect(slides.name).toMatch(/\.pptx$/);
  expect(slides.bytes.subarray(0, 2).toString()).toBe('PK');
});

it('a researcher has every answer of an area and what the indicators mean in three steps and two pages', async () => {
  const task = await Task.begin(1280);
  await task.follow('Data och filer');
  const answers = await task.take(
    'link',
    /^CSV\s*: Hemlöshet och utestängning från bostadsmarknaden, alla år/,
  );
  const meanings = await task.take('link', /^CSV\s*: Hemlöshet .*, indikatorernas definitioner/);
  const { steps, pages } = await task.end();
  expect({ steps, pages }).toEqual({ steps: 3, pages: ['/', '/data/'] });
  expect(answers.name).toBe('observationer.csv');
  const [head, ...rows] = answers.bytes.toString().split('\n');
  expect(head).toMatch(/^indikator,.*kod.*,ar,.*varde.*saknas/);
  expect(rows.length).toBeGreaterThan(290);
  expect(meanings.name).toBe('indikatorer.csv');
  // The same ids in both: the one explains the other.
  const asked = new Set(rows.flatMap((row) => row.split(',')[0] || []));
  for (const id of asked) expect(meanings.bytes.toString()).toContain(id);
});

it('a kommun compiles its inventory and has it as a workbook in four steps and three pages', async () => {
  const task = await Task.begin(1280);
  await task.follow('Inventering');
  await task.follow('Öppna verktyget');
  await task.page.locator('#verktyg[data-ready]').waitFor();
  const example = readFileSync('data/inventering/exempelkommunen.csv', 'utf8').replaceAll(
    '\n0000;',
    '\n0114;',
  );
  await task.step(async (page) => {
    await page
      .locator('#fil')
      .setInputFiles({ name: 'inventering.csv', mimeType: 'text/csv', buffer: Buffer.from(example) });
    await page.locator('#status').filter({ hasText: 'Sammanställningen för Upplands Väsby' }).waitFor();
  });
  const workbook = await task.take('button', 'Spara som Excel');
  const { steps, pages } = await task.end();
  expect({ steps, pages }).toEqual({ steps: 4, pages: ['/', '/inventering/', '/inventering/verktyg/'] });
  expect(workbook.name).toMatch(/\.xlsx$/);
  expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
});

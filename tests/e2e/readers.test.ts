import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOn } from './axe.ts';
import { type Served, serve } from './browser.ts';
import { PAGE_TYPES } from './page-types.ts';
import { type Windows, windows } from './windows.ts';

const SITE = process.env.OJ_SITE ?? 'dist';

let served: Served;
/** A reader who wants more contrast and less motion, and one who never gets our letters; windows of a phone's width. */
let more: Windows;
let machine: Windows;
beforeAll(async () => {
  served = await serve();
  const viewport = { width: 320, height: 800 };
  more = windows(served, { viewport, contrast: 'more', reducedMotion: 'reduce' });
  // Until the letters have come, and where they never do, the machine's own stand in; they are often wider.
  machine = windows(served, { viewport }, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setBlockedURLs', { urls: ['*.woff2'] });
  });
});
afterAll(() => served.close());

/** By how much the page scrolls sideways, and what makes it; empty when it does not. */
const overflowing = () => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide <= 0) return [];
  const out = [...document.querySelectorAll('body *')]
    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll'))
    .map((e) => `${e.tagName} ${e.getAttribute('class')}`);
  return [`${wide} px`, ...out.slice(0, 3)];
};

/** Our own letters, where they have come. */
const lettersOfOurs = () =>
  [...document.fonts]
    .filter((f) => f.family === 'Source Sans 3' && f.status === 'loaded')
    .map((f) => f.family);

/** Opens a page and holds it at 320 px and with doubled text; it is left as it was opened, in a wide window. */
async function reflowing(page: Page, path: string): Promise<void> {
  await page.goto(served.address + path, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => true));
  expect(await page.evaluate(overflowing), '320 px').toEqual([]);
  // 200 %: a reader who sets the browser's own text size to 32 px, in a window of ordinary width.
  await page.setViewportSize({ width: 1280, height: 800 });
  const size = (value: string) => {
    document.documentElement.style.fontSize = value;
  };
  await page.evaluate(size, '200%');
  expect(await page.evaluate(overflowing), 'doubled text').toEqual([]);
  await page.evaluate(size, '');
}

// Two at a time, one for each core of a small machine.
describe.concurrent.each(PAGE_TYPES)('/%s', (path) => {
  it('reflows at 320 px and with doubled text, in the letters of the machine', () =>
    machine.use(async (page) => {
      await reflowing(page, path);
      expect(await page.evaluate(lettersOfOurs)).toEqual([]);
    }));

  it('reflows in ours, is accessible with more contrast, and holds in forced colours with motion reduced', () =>
    more.use(async (page) => {
      await reflowing(page, path);
      expect(await page.evaluate(lettersOfOurs)).not.toEqual([]);
      const violations = await violationsOn(page);
      expect(violations).toEqual([]);
      const moving = await page.evaluate(
        () =>
          document.getAnimations().length +
          (getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? 1 : 0),
      );
      expect(moving).toBe(0);
      await page.emulateMedia({ forcedColors: 'active' });
      // A mark that loses its colours must still be drawn: answers, swatches and bars keep theirs.
      const lost = await page.evaluate(() =>
        [...document.querySelectorAll('.s, .sw, .mini-bar')]
          .filter((e) => getComputedStyle(e).forcedColorAdjust !== 'none')
          .map((e) => String(e.getAttribute('class')))
          .slice(0, 3),
      );
      expect(lost).toEqual([]);
    }));
});

/** A sheet of a printed page: its words, and those of the lowest line above the margin. */
type Sheet = { readonly text: string; readonly foot: string };

/** Where the margin at the foot begins, in points. */
const MARGIN = 50;

const printouts = new Map<string, Promise<readonly Sheet[]>>();
/** The sheets of a page, which is printed once for all who look at them. */
function sheets(path: string): Promise<readonly Sheet[]> {
  const known = printouts.get(path) ?? print(path);
  printouts.set(path, known);
  return known;
}

async function print(path: string): Promise<readonly Sheet[]> {
  const page = await served.browser.newPage();
  await page.goto(served.address + path, { waitUntil: 'load' });
  const bytes = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  const doc = await getDocumentProxy(new Uint8Array(bytes));
  const pages: Sheet[] = [];
  for (let n = 1; n <= doc.numPages; n++) {
    const { items } = await (await doc.getPage(n)).getTextContent();
    // What is positioned is drawn last, wherever it stands: the lowest line is found by its place.
    const words = items.flatMap((i) =>
      'str' in i && i.str.trim() !== '' ? [{ str: i.str, y: Number(i.transform[5]) }] : [],
    );
    const lowest = Math.min(...words.map((w) => w.y).filter((y) => y > MARGIN));
    pages.push({
      text: items.map((i) => ('str' in i ? i.str : '')).join(''),
      foot: words
        .filter((w) => Math.abs(w.y - lowest) < 3)
        .map((w) => w.str)
        .join(' '),
    });
  }
  return pages;
}

/** The words of each page of a page printed to PDF. */
const printed = async (path: string): Promise<readonly string[]> => (await sheets(path)).map((s) => s.text);

const OF_ONE_KOMMUN = ['umea', 'stockholm', 'lidingo', 'torsby'].map((slug) => `kommuner/${slug}/`);

it.each(
  OF_ONE_KOMMUN.filter((path) => existsSync(join(SITE, path))),
)('/%s is at most three sheets, none of them nearly empty', async (path) => {
  const pages = await printed(path);
  expect(pages.length).toBeLessThanOrEqual(3);
  for (const text of pages) expect(text.length).toBeGreaterThan(600);
});

describe.each([
  {
    path: 'kommuner/umea/',
    head: /Umeå · .*2023\.1/,
    first: /Svarade ja/,
    later: /Kommuner som liknar Umeå/,
  },
  {
    path: 'kommuner/umea/hemloshet/',
    head: /Umeå: hemlöshet, utgåva 2023\.1/,
    first: /få andra gjorde det/,
    later: /Vad har ändrats/,
  },
  {
    path: 'kommuner/stockholm/hemloshet/',
    head: /Stockholm: hemlöshet, utgåva 2023\.1/,
    first: /Så svarade stadsdelarna/,
    later: /Alla svar/,
  },
  {
    path: 'kommuner/umea/hemloshet/arbetsblad/',
    head: /Arbetsblad: Umeå, hemlöshet, utgåva 2023\.1/,
    first: /1\. Läs/,
    later: /4\. Bestäm/,
  },
  {
    path: 'lan/vasterbottens-lan/',
    head: /Västerbottens län · .*2023\.1/,
    first: /Västerbottens län/,
    later: /Kommunerna i länet/,
  },
  {
    path: 'indikatorer/aktuell-overgripande-plan/',
    head: /Aktuell övergripande plan mot hemlöshet/,
    first: /svarade/,
    later: /Definition/,
  },
  {
    path: 'program/stockholm-2020-2025/',
    head: /Stockholms stads program/,
    first: /Mål och indikatorer/,
    later: /Åtgärder/,
  },
  { path: 'kallor/', head: /Källor/, first: /Förstahandskällor/, later: /Andrahandskällor/ },
])('/$path printed', ({ path, head, first, later }) => {
  it('turns no words, shows no hint for the pointer, and leaves no heading or caption alone at the foot', async () => {
    const page = await served.browser.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(served.address + path, { waitUntil: 'load' });
    const turned = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((e) => getComputedStyle(e).writingMode !== 'horizontal-tb')
        .map((e) => e.textContent),
    );
    const plain = (text: string) => text.replaceAll(/\s+/g, '');
    // A table to fill in by hand has nothing but its head.
    const titles = await page
      .locator('main :is(h2, h3, caption, dt, thead tr)')
      .evaluateAll((all) =>
        all
          .filter((e) => e.closest('thead') === null || e.closest('table')?.tBodies[0]?.textContent?.trim())
          .map((e) => e.textContent ?? ''),
      );
    await page.close();
    expect(turned).toEqual([]);
    const pages = await sheets(path);
    const alone = pages.flatMap(({ foot }, i) =>
      titles.some((title) => plain(foot) !== '' && plain(title).endsWith(plain(foot)))
        ? [`${i + 1}: ${foot}`]
        : [],
    );
    expect(alone).toEqual([]);
    expect(pages.map((s) => s.text).join(' ')).not.toContain('piltangenterna');
  });

  it('says on every page what it is, version and page; summary first; no menus', async () => {
    const pages = await printed(path);
    expect(pages.length).toBeGreaterThan(1);
    for (const [i, text] of pages.entries()) {
      expect(text).toMatch(head);
      expect(text).toMatch(/Version \d{4}\.\d+/);
      expect(text).toContain(`Sida ${i + 1} av ${pages.length}`);
      expect(text).not.toMatch(/Till innehållet|Data och filer|Kommun eller indikator/);
      // Nothing but the margins: an empty sheet.
      expect(text.length).toBeGreaterThan(200);
    }
    expect(pages[0]).toMatch(first);
    expect(pages.join(' ')).toMatch(later);
  });
});

import AxeBuilder from '@axe-core/playwright';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from './browser.ts';
import { PAGE_TYPES } from './page-types.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** By how much the page scrolls sideways, and what makes it; empty when it does not. */
const overflowing = () => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide <= 0) return [];
  const out = [...document.querySelectorAll('body *')]
    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll'))
    .map((e) => `${e.tagName} ${e.getAttribute('class')}`);
  return [`${wide} px`, ...out.slice(0, 3)];
};

describe.each(PAGE_TYPES)('/%s', (path) => {
  it.each([
    'our letters',
    'the letters of the machine',
  ])('reflows at 320 px and with doubled text, in %s', async (letters) => {
    const open = async (width: number) => {
      const page = await served.browser.newPage({ viewport: { width, height: 800 } });
      // Until the letters have come, and where they never do, the machine's own stand in; they are often wider.
      if (letters !== 'our letters') await page.route('**/*.woff2', (route) => route.abort());
      await page.goto(served.address + path, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready.then(() => true));
      return page;
    };
    const page = await open(320);
    expect(await page.evaluate(overflowing)).toEqual([]);
    await page.close();
    // 200 %: a reader who sets the browser's own text size to 32 px, in a window of ordinary width.
    const large = await open(1280);
    await large.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await large.evaluate(overflowing)).toEqual([]);
    await large.close();
  });

  it('is accessible with more contrast, and holds in forced colours with motion reduced', async () => {
    const context = await served.browser.newContext({ contrast: 'more', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(served.address + path, { waitUntil: 'load' });
    const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
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
    await context.close();
  });
});

/** The words of each page of a page printed to PDF. */
async function printed(path: string): Promise<readonly string[]> {
  const page = await served.browser.newPage();
  await page.goto(served.address + path, { waitUntil: 'load' });
  const bytes = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  const doc = await getDocumentProxy(new Uint8Array(bytes));
  const pages: string[] = [];
  for (let n = 1; n <= doc.numPages; n++) {
    const { items } = await (await doc.getPage(n)).getTextContent();
    pages.push(items.map((i) => ('str' in i ? i.str : '')).join(''));
  }
  return pages;
}

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
])('/$path printed', ({ path, head, first, later }) => {
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

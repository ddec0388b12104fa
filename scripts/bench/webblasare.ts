import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';
import { z } from 'zod';
import { serve } from '../../tests/e2e/browser.ts';
import { type Loading, loading } from '../../tests/e2e/loading.ts';
import { PAGE_TYPES } from '../../tests/e2e/page-types.ts';
import type { Measure } from './validering.ts';

const Compared = z.object({ kommuner: z.array(z.object({ kod: z.string() })) });

const RUNS = 9;
/** As many as a comparison holds. */
const KOMMUNER = 50;
const VIEWS = ['tabell', 'punkter', 'karta'] as const;

/** How much of the page has moved since it was opened: the sum of its layout shifts. */
const shifted = () =>
  new Promise<number>((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += 'value' in entry ? Number(entry.value) : 0;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 300);
  });

/** The page of every kind that moves most while it is read in. */
async function layoutShift(browser: Browser, address: string): Promise<Measure> {
  let worst = { path: '', value: 0 };
  for (const width of [360, 1280])
    for (const path of PAGE_TYPES) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(address + path, { waitUntil: 'load' });
      const value = await page.evaluate(shifted);
      if (value > worst.value) worst = { path, value };
      await page.close();
    }
  return {
    name: `Sidan rör sig som mest (CLS)${worst.path === '' ? '' : `: ${worst.path}`}`,
    value: worst.value,
    unit: '',
    target: '0',
  };
}

/** A first visit to a page of every kind, as on a cheap phone with slow 4G: when its largest part is drawn, and how it moves. */
async function firstVisits(browser: Browser, address: string): Promise<readonly Measure[]> {
  const visits: { readonly path: string; readonly seen: Loading }[] = [];
  for (const path of PAGE_TYPES) visits.push({ path, seen: await loading(browser, address + path) });
  const kommun = visits.filter(({ path }) => /^kommuner\/[^/]+\/$/.test(path));
  return [
    ...visits.flatMap(({ path, seen }): Measure[] => [
      {
        name: `Största delen ritad (LCP), långsam 4G: /${path}`,
        value: seen.lcp,
        unit: 'ms',
        target: '≤ 1500',
      },
      { name: `Rör sig (CLS), långsam 4G: /${path}`, value: seen.cls, unit: '', target: '≤ 0,02' },
    ]),
    ...kommun.map(
      ({ path, seen }): Measure => ({
        name: `Allt med typsnitt: /${path}`,
        value: seen.weight,
        unit: 'kB',
        target: '≤ 60',
      }),
    ),
  ];
}

/** Searches that somebody may begin with: a word; several, or one that the pages call otherwise, cost more of the index. */
const SEARCHES: Readonly<Record<string, readonly string[]>> = {
  'ett ord': ['avhysning', 'hemlöshet', 'umeå'],
  'flera ord': ['ekonomiskt bistånd', 'plan mot hemlöshet', 'vräkning', 'socialbidrag'],
};

/** What a search brings besides its page: names, the engine, its words and the pages that it found. In kB. */
async function searchWeight(browser: Browser, address: string, text: string): Promise<number> {
  const page = await browser.newPage();
  const brought: Promise<number>[] = [];
  page.on('response', (response: Response) => {
    if (/\/(pagefind|sok)\/.+\.\w/.test(response.url()))
      brought.push(response.body().then((body) => Math.min(body.length, gzipSync(body).length)));
  });
  await page.goto(`${address}sok/?q=${encodeURIComponent(text)}`);
  await page.locator('#sok-svar li').first().waitFor();
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(brought);
  await page.close();
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** The heaviest first search of each kind: nothing is kept from one to the next. */
async function firstSearches(browser: Browser, address: string): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const [kind, texts] of Object.entries(SEARCHES)) {
    let heaviest = { text: '', value: 0 };
    for (const text of texts) {
      const value = await searchWeight(browser, address, text);
      if (value > heaviest.value) heaviest = { text, value };
    }
    const { text, value } = heaviest;
    measures.push({ name: `Första sökningen, ${kind}: ${text}`, value, unit: 'kB', target: '≤ 150' });
  }
  return measures;
}

/** What a reader changes of a comparison, once for each view: to it, a year and back, a kommun away. */
const CHANGES = ['vyn', 'till ett år', 'alla år igen', 'en kommun färre'] as const;
type Change = (typeof CHANGES)[number];

/** The median times from a press to a measured page, and the longest time that the page answered nobody after it. */
async function drawing(
  page: Page,
  view: string,
): Promise<{ readonly times: readonly number[]; readonly longest: number }> {
  return page.evaluate(
    async ({ view, runs, changes }) => {
      const part = <T extends HTMLElement>(selector: string): T => {
        const found = document.querySelector<T>(selector);
        if (!found) throw new Error(`nothing matches ${selector}`);
        return found;
      };
      const year = part<HTMLSelectElement>('#jamfor-ar');
      const choose = (value: string) => {
        year.value = value;
        year.dispatchEvent(new Event('change'));
      };
      const act: Readonly<Record<Change, () => void>> = {
        vyn: () => part(`[data-vy=${view}]`).click(),
        'till ett år': () => choose(year.options[1]?.value ?? ''),
        'alla år igen': () => choose(''),
        'en kommun färre': () => part('[data-remove]').click(),
      };
      let longest = 0;
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
      });
      observer.observe({ type: 'longtask' });
      const times = changes.map((): number[] => []);
      for (let run = 0; run < runs; run++)
        for (const [i, change] of changes.entries()) {
          const from = performance.now();
          act[change]();
          if (document.body.offsetHeight > 0) times[i]?.push(performance.now() - from);
          // What comes right after the change is not part of it, but may not be long either.
          await new Promise((done) => setTimeout(done, 200));
        }
      observer.disconnect();
      const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
      return { times: times.map((all) => median(all) ?? Number.NaN), longest };
    },
    { view, runs: RUNS, changes: CHANGES },
  );
}

/** How long it takes to draw the largest comparison anew, in each of its views. */
async function redraw(browser: Browser, address: string): Promise<readonly Measure[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${address}jamfor/`);
  await page.locator('[data-jamfor]:not([hidden])').waitFor();
  const compared = await page.evaluate(async () => (await fetch('/api/v1/jamfor.json')).text());
  const { kommuner } = Compared.parse(JSON.parse(compared));
  const koder = kommuner.slice(0, KOMMUNER).map((k) => k.kod);
  const measures: Measure[] = [];
  for (const view of VIEWS) {
    await page.goto(`${address}jamfor/?k=${koder.join(',')}&vy=${view}`);
    await page.locator('#jamfor-resultat > *').first().waitFor();
    const { times, longest } = await drawing(page, view);
    const name = `${KOMMUNER} kommuner × alla indikatorer, ${view}`;
    measures.push(
      ...CHANGES.map(
        (change, i): Measure => ({
          name: `${name}: ${change}`,
          value: times[i] ?? Number.NaN,
          unit: 'ms',
          target: '≤ 50',
        }),
      ),
      // The browser reports tasks from 50 ms on.
      { name: `${name}: längsta uppehåll (0 = under 50)`, value: longest, unit: 'ms', target: '≤ 50' },
    );
  }
  await page.close();
  return measures;
}

/** What only a browser can measure of a built site, beside the bounds. */
export async function browserMeasures(site: string): Promise<readonly Measure[]> {
  const { address, browser, close } = await serve(site);
  try {
    return [
      ...(await firstSearches(browser, address)),
      ...(await redraw(browser, address)),
      await layoutShift(browser, address),
      ...(await firstVisits(browser, address)),
    ];
  } finally {
    await close();
  }
}

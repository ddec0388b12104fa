import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { read } from 'xlsx';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

async function open(path: string): Promise<Page> {
  const page = await served.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(served.address + path);
  await page.locator('[data-jamfor]:not([hidden])').waitFor();
  return page;
}
const chosen = (page: Page) => page.locator('.chips li').allTextContents();

it('is used with the keyboard alone: choose, remove, and back', async () => {
  const page = await open('jamfor/');
  await page.focus('#jamfor-kommun');
  await page.keyboard.type('ume');
  await page.locator('#jamfor-lista [role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Luleå');
  await page.locator('#jamfor-lista [role=option]').first().waitFor();
  await page.keyboard.press('Enter');
  expect(await chosen(page)).toEqual(['Umeå×', 'Luleå×']);
  expect(new URL(page.url()).search).toBe('?k=2480,2580');
  await page.focus('.chips button');
  await page.keyboard.press('Enter');
  expect(await chosen(page)).toEqual(['Luleå×']);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Ta bort Luleå');
  await page.goBack();
  expect(await chosen(page)).toEqual(['Umeå×', 'Luleå×']);
  await page.goForward();
  expect(await chosen(page)).toEqual(['Luleå×']);
  await page.close();
});

it('says what an address got wrong and keeps the rest', async () => {
  const page = await open('jamfor/?k=9999,2480&i=finns-inte');
  const words = await page.locator('.jamfor-besked').textContent();
  expect(words).toContain('9999');
  expect(words).toContain('finns-inte');
  expect(await chosen(page)).toEqual(['Umeå×']);
  await page.close();
});

it('shows table, dots or map as the address says, and goes back through them', async () => {
  const page = await open('jamfor/?k=2480,2580&i=N31807');
  const kinds = { table: 'table.jamfor', dots: '.dots svg', map: 'svg.hexmap' };
  const shown = async () => {
    for (const [kind, selector] of Object.entries(kinds))
      if ((await page.locator(`#jamfor-resultat ${selector}`).count()) > 0) return kind;
    return 'nothing';
  };
  expect(await shown()).toBe('table');
  await page.click('[data-vy=punkter]');
  expect(await shown()).toBe('dots');
  await page.click('[data-vy=karta]');
  expect(await shown()).toBe('map');
  expect(new URL(page.url()).search).toBe('?k=2480,2580&i=N31807&vy=karta');
  expect(await page.locator('svg.hexmap a').count()).toBe(290);
  const legend = await page.locator('#jamfor-resultat .legend .count').allTextContents();
  expect(legend.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(290);
  // To skip the hexagons is a step too, but draws nothing anew: focus stays where it was put.
  await page.focus('#jamfor-resultat .skip');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('jamfor-klasser');
  await page.goBack();
  expect(await shown()).toBe('map');
  await page.goBack();
  expect(await shown()).toBe('dots');
  await page.goBack();
  expect(await shown()).toBe('table');
  await page.close();
});

it('shows one year when asked, says what has none, and keeps the rest of an address with a year nobody has', async () => {
  const page = await open('jamfor/?k=2480');
  await page.selectOption('#jamfor-ar', '2016');
  expect(new URL(page.url()).search).toBe('?k=2480&ar=2016');
  const years = await page.locator('table.jamfor th[scope=row] small').allTextContents();
  expect(years.length).toBeGreaterThan(10);
  for (const year of years) expect(year).toMatch(/^2016/);
  expect(await page.locator('[data-utan-ar]').textContent()).toContain('Utan uppgifter från 2016: ');
  await page.goto(`${served.address}jamfor/?k=2480&ar=1999`);
  await page.locator('table.jamfor').waitFor();
  expect(await page.locator('.jamfor-besked').textContent()).toContain('”1999”');
  expect(await chosen(page)).toEqual(['Umeå×']);
  await page.close();
});

it.each([
  320, 768, 1280,
])('keeps to the window at %i px with none, three and fifty kommuner, in every view', async (width) => {
  const errors: string[] = [];
  const page = await served.browser.newPage({ viewport: { width, height: 800 } });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`${served.address}jamfor/`);
  const all = await page.evaluate(async () => {
    const { kommuner } = await (await fetch('/api/v1/jamfor.json')).json();
    return kommuner.map((k: { readonly kod: string }) => k.kod);
  });
  for (const count of [0, 3, 50])
    for (const view of ['tabell', 'punkter', 'karta']) {
      await page.goto(`${served.address}jamfor/?k=${all.slice(0, count).join(',')}&vy=${view}`);
      await page.locator('[data-jamfor]:not([hidden])').waitFor();
      expect(await page.locator('.chips li').count()).toBe(count);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([count, view, wide]).toEqual([count, view, 0]);
    }
  expect(errors).toEqual([]);
  await page.close();
});

it('sets another year beside the one shown, and never across a break', async () => {
  const page = await open('jamfor/?k=2480,2580&i=U30428,U31497');
  await page.selectOption('#jamfor-med', '2016');
  expect(new URL(page.url()).search).toBe('?k=2480,2580&i=U30428,U31497&med=2016');
  const row = (name: string) => page.locator('table.jamfor tbody tr', { hasText: name });
  expect(await row('Övergripande plan').locator('td small').count()).toBe(4);
  expect(await row('skyddade').locator('td small').count()).toBe(0);
  expect(await page.locator('[data-utan-ar]').textContent()).toContain('åren inte går att jämföra');
  await page.goBack();
  expect(await page.locator('table.jamfor td small').count()).toBe(0);
  await page.close();
});

it('without JavaScript says so and leads to ready-made comparisons', async () => {
  const context = await served.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${served.address}jamfor/`);
  expect(await page.locator('noscript').textContent()).toContain('färdiga jämförelserna');
  await page.click('text=Kommunerna i ett län');
  await page.click('a[href="/jamfor/lan/vasterbottens-lan/"]');
  expect(await page.locator('table.jamfor thead').textContent()).toContain('Umeå');
  await context.close();
});

it('a kept group is marked on other pages, and can be removed there', async () => {
  const page = await open('jamfor/?k=2480,2580');
  await page.click('[data-keep]');
  await page.goto(`${served.address}indikatorer/bistandsmottagare/`);
  await page.locator('.grupp').waitFor();
  expect(await page.locator('.grupp p').textContent()).toBe('Din grupp: Umeå och Luleå');
  expect(await page.locator('tr.egen').count()).toBeGreaterThanOrEqual(2);
  await page.click('.grupp button:has-text("Ta bort")');
  expect(await page.locator('.egen, .grupp').count()).toBe(0);
  await page.reload();
  expect(await page.locator('.grupp').count()).toBe(0);
  await page.close();
});

it('an address takes its group along, without anything being kept', async () => {
  const page = await open('jamfor/?k=2480,2580');
  await page.click('table.jamfor a[href="/indikatorer/bistandsmottagare/"]');
  await page.locator('.grupp').waitFor();
  expect(new URL(page.url()).search).toBe('?k=2480,2580');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.close();
});

it('a hexagon takes the group along as any link does', async () => {
  const page = await served.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${served.address}indikatorer/bistandsmottagare/?k=2480,2580`);
  await page.locator('.grupp').waitFor();
  const tile = page.locator('svg.hexmap a[href^="/kommuner/skelleftea/"]').first();
  await tile.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/kommuner/skelleftea/**');
  expect(new URL(page.url()).search).toBe('?k=2480,2580');
  await page.locator('.grupp').waitFor();
  await page.close();
});

it('the group can be taken from an indicator and from a kommun, with bases, source and example mark', async () => {
  const page = await served.browser.newPage({ viewport: { width: 1280, height: 900 } });
  const take = async (path: string) => {
    await page.goto(`${served.address}${path}?k=2480,0180`);
    const download = page.waitForEvent('download');
    await page.click('.grupp button:has-text("CSV")');
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  const one = await take('indikatorer/aktuell-overgripande-plan/2016/');
  expect(one.name).toBe('grupp-aktuell-overgripande-plan-2016.csv');
  const rows = one.text.trimEnd().split('\r\n');
  expect(rows).toHaveLength(5);
  for (const row of rows.slice(1)) expect(row).toMatch(/;"?Exempeldata\. Frågan kommer från [^;]*;ja;/);
  const area = await take('kommuner/umea/hemloshet/');
  expect(area.name).toBe('grupp-hemloshet.csv');
  expect(area.text.split('\r\n').length).toBeGreaterThan(60);
  await page.close();
});

it('the comparison and the group can be saved as workbooks too, written in the browser', async () => {
  const page = await open('jamfor/?k=2480,0180&i=U30428,N31807');
  const sheets = async (button: string) => {
    const download = page.waitForEvent('download');
    await page.click(button);
    const file = await download;
    const book = read(await readFile(await file.path()), { type: 'buffer' });
    return {
      name: file.suggestedFilename(),
      sheets: book.SheetNames,
      text: JSON.stringify(book.Sheets.Jämförelse),
    };
  };
  const own = await sheets('[data-fil=xlsx]');
  expect(own.name).toBe('jamforelse.xlsx');
  expect(own.sheets).toEqual(['Jämförelse', 'Värden', 'Teckenförklaring']);
  for (const words of ['EXEMPELDATA', 'Umeå', 'stadsdelar: Ja', 'Invånare med ekonomiskt bistånd'])
    expect(own.text).toContain(words);
  await page.goto(`${served.address}indikatorer/bistandsmottagare/?k=2480`);
  const group = await sheets('.grupp button:has-text("Excel")');
  expect(group.name).toBe('grupp-bistandsmottagare.xlsx');
  expect(group.text).not.toContain('EXEMPELDATA:');
  await page.close();
});

it('a ready-made comparison is saved whole as a file, also when it is longer than a choice', async () => {
  const page = await served.browser.newPage();
  await page.goto(`${served.address}jamfor/grupp/pendlingskommun-nara-storre-stad/`);
  const columns = await page.locator('table.jamfor thead th').count();
  const download = page.waitForEvent('download');
  await page.click('[data-fil=csv]');
  const file = await download;
  expect(file.suggestedFilename()).toBe('jamfor-grupp-pendlingskommun-nara-storre-stad.csv');
  const rows = (await readFile(await file.path(), 'utf8')).split('\r\n');
  const places = new Set(rows.filter((r) => r.includes(';kommun;')).map((r) => r.slice(0, 4)));
  expect(places.size).toBe(columns - 3);
  expect(places.size).toBeGreaterThan(50);
  await page.close();
});

it('nothing moves while the comparison is read', async () => {
  const page = await served.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${served.address}jamfor/?k=2480,2580`);
  await page.locator('table.jamfor').waitFor();
  const shift = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += 'value' in entry ? Number(entry.value) : 0;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 300);
      }),
  );
  expect(shift).toBeLessThan(0.01);
  await page.close();
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from './browser.ts';
import { DRAWN, PAGE_TYPES } from './page-types.ts';
import { type Windows, windows } from './windows.ts';

let served: Served;
let phone: Windows;
beforeAll(async () => {
  served = await serve();
  phone = windows(served, { viewport: { width: 360, height: 740 } });
});
afterAll(() => served.close());

/** What is wrong with a page's tables in a narrow window: run inside the page. */
function tableFaults(): readonly string[] {
  const shown = (e: Element) => {
    const { width, height } = e.getBoundingClientRect();
    return width > 1 && height > 1;
  };
  const name = (e: Element) =>
    `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} ”${(e.textContent ?? '').trim().slice(0, 40)}”`;
  const faults: string[] = [];
  for (const table of document.querySelectorAll('table')) {
    if (!shown(table)) continue;
    const box = table.closest('.scroll');
    const room = (box ?? document.body).getBoundingClientRect().width;
    const { caption } = table;
    if (caption && !caption.classList.contains('vh') && shown(caption)) {
      const { width, height } = caption.getBoundingClientRect();
      const lines = height / Number.parseFloat(getComputedStyle(caption).lineHeight);
      // Two words a line is squeezed; a long caption over the whole width is not.
      if (lines > 2.5 && width < 0.8 * room) faults.push(`squeezed: ${name(caption)}`);
    }
    // What does not fit scrolls by itself, is reached with the keyboard, and shows at its edge that it goes on.
    if (table.getBoundingClientRect().width > room + 1) {
      if (!box) faults.push(`wider than the window: ${name(table)}`);
      else if (box.getAttribute('tabindex') !== '0' || getComputedStyle(box).backgroundImage === 'none')
        faults.push(`scrolls without a cue: ${name(table)}`);
    }
    for (const cell of table.querySelectorAll('th, td')) {
      if (!shown(cell)) continue;
      const { overflowX, hyphens, wordBreak } = getComputedStyle(cell);
      if (overflowX !== 'visible' && cell.scrollWidth > cell.clientWidth + 1)
        faults.push(`cut: ${name(cell)}`);
      if (hyphens !== 'auto') faults.push(`not hyphenated: ${name(cell)}`);
      // As a card a row has its columns' names beside its values: a name alone says nothing.
      if (cell.matches('.stack [data-label]') && cell.textContent === '')
        faults.push(`a name without a value: ${cell.getAttribute('data-label')}`);
      if (wordBreak === 'break-all') faults.push(`broken anywhere: ${name(cell)}`);
    }
  }
  // Text that is cut off with nothing to show it, in tables and elsewhere.
  for (const e of document.querySelectorAll('main :is(p, li, dd, dt, td, th, figcaption, small, span, a)')) {
    const { overflowX, textOverflow } = getComputedStyle(e);
    const cut = (overflowX === 'hidden' || overflowX === 'clip') && e.scrollWidth > e.clientWidth + 1;
    if (cut && textOverflow !== 'ellipsis' && shown(e) && !e.closest('.vh')) faults.push(`cut: ${name(e)}`);
  }
  return [...new Set(faults)];
}

it.each([...PAGE_TYPES, ...DRAWN])('/%s has tables that can be read at 360 px', async (path) => {
  await phone.use(async (page) => {
    await page.goto(served.address + path, { waitUntil: 'load' });
    if (path.startsWith('jamfor/?')) await page.locator('[data-jamfor]:not([hidden])').waitFor();
    expect(await page.evaluate(tableFaults)).toEqual([]);
  });
});

it('a caption that is squeezed, a table that pushes the page and a cell that is cut are found', async () => {
  const said = await phone.use(async (page) => {
    // Not under the policy of the page that was read in this window before, which forbids styles in it.
    await page.goto('about:blank');
    await page.setContent(`<main><table style="width:100px"><caption style="width:90px;line-height:20px">En rubrik som är lång och står på många rader</caption>
    <tbody><tr><td style="hyphens:auto;overflow:hidden;max-width:20px;white-space:nowrap">Avskuret ord</td></tr></tbody></table>
    <table><tbody><tr><td style="min-width:600px;hyphens:manual">Bred</td></tr></tbody></table></main>`);
    return (await page.evaluate(tableFaults)).join('\n');
  });
  for (const what of ['squeezed: caption', 'cut: td', 'wider than the window', 'not hyphenated: td'])
    expect(said).toContain(what);
});

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDeck } from '../files/helpers/deck.ts';
import { type Served, serve } from './browser.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

it('the comparison can be saved as slides: their code comes when somebody asks, and nothing breaks the policy', async () => {
  const page = await served.browser.newPage({ viewport: { width: 1280, height: 900 } });
  const scripts: string[] = [];
  const refused: string[] = [];
  page.on('request', (r) => void (r.resourceType() === 'script' && scripts.push(r.url())));
  page.on('console', (m) => void (/Content Security Policy/i.test(m.text()) && refused.push(m.text())));
  await page.goto(`${served.address}jamfor/?k=2480,2580,0180&i=U30428,U30442,N31807`);
  await page.locator('[data-jamfor]:not([hidden])').waitFor();
  const before = scripts.length;
  const download = page.waitForEvent('download');
  await page.click('[data-fil=pptx]');
  const file = await download;
  expect(file.suggestedFilename()).toBe('jamforelse-umea-lulea-stockholm-nyaste.pptx');
  expect(scripts.length).toBeGreaterThan(before);
  expect(refused).toEqual([]);
  const { names, read } = await openDeck(await readFile(await file.path()));
  for (const part of [
    '[Content_Types].xml',
    'ppt/presentation.xml',
    'ppt/slides/slide1.xml',
    'ppt/charts/chart1.xml',
  ])
    expect(names).toContain(part);
  expect(await read('ppt/slides/slide1.xml')).toContain('Jämförelse: Umeå, Luleå och Stockholm');
  expect(await read('docProps/core.xml')).toContain('senaste året för varje fråga');
  await page.close();
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostileFolder } from '../site/hostile.ts';
import { type Served, serve } from './browser.ts';

// A publisher's texts may hold anything. No page takes them for markup, and the policy alone would stop what did: with
// it nothing is reported, and without it nothing runs and nobody else is asked for anything.

let home: string;
let served: Served;
let addresses: readonly string[];
/** Pages that an attack stands on, as text. */
let attacked: readonly string[];
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'oj-fientlig-'));
  hostileFolder('tests/fixtures/litet', join(home, 'data'));
  const out = join(home, 'webbplats');
  const args = [
    'scripts/build.ts',
    '--data',
    join(home, 'data'),
    '--out',
    out,
    '--cache',
    join(home, 'cache'),
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout + stderr);
  served = await serve(out);
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).map((f) => f.split(sep).join('/'));
  const pages = files.filter((f) => /(^|\/)index\.html$/.test(f)).map((f) => f.replace(/index\.html$/, ''));
  const pictures = files.filter((f) => f.endsWith('.svg'));
  attacked = pages.filter((f) => readFileSync(join(out, f, 'index.html'), 'utf8').includes('intrang'));
  addresses = [...pages, ...pictures, '404.html', ...DRAWN].sort();
}, 240_000);
afterAll(async () => {
  await served.close();
  rmSync(home, { recursive: true });
});

/** What only a script draws. */
const DRAWN = [
  'jamfor/?k=0980,1060&vy=punkter',
  'jamfor/?k=0980,1060&karta=N07907&vy=karta',
  'jamfor/?k="><svg onload=window.intrang=10>&i=<img src=x onerror=window.intrang=11>&mot=<b>',
  'sok/?q=<img src=x onerror=window.intrang=12>',
];

const TABS = 4;

/** Opens every address and says what the browser reports and asks others for, and which attack ran. */
async function visited(options: BrowserContextOptions): Promise<readonly string[]> {
  const context = await served.browser.newContext(options);
  const found: string[] = [];
  const left = [...addresses];
  const tab = async () => {
    const page = await context.newPage();
    let address = '';
    page.on('console', (m) => m.type() === 'error' && found.push(`${address}: ${m.text().slice(0, 200)}`));
    page.on('pageerror', (error) => found.push(`${address}: ${error.message}`));
    page.on('dialog', (dialog) => {
      found.push(`${address}: dialog`);
      void dialog.dismiss();
    });
    page.on('request', (r) => {
      if (!/^(data|blob):/.test(r.url()) && !r.url().startsWith(served.address))
        found.push(`${address}: asks for ${r.url()}`);
    });
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      address = next;
      await page.goto(served.address + next, { waitUntil: 'load' });
      if (next.includes('?')) await page.waitForTimeout(500);
      const ran = await page.evaluate(() => Object.getOwnPropertyDescriptor(window, 'intrang')?.value);
      if (ran !== undefined) found.push(`${address}: attack ${ran} ran`);
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: TABS }, tab));
  await context.close();
  return found;
}

it('on no page does the browser report anything, or ask anybody else', async () => {
  expect(attacked.length).toBeGreaterThan(50);
  expect(await visited({})).toEqual([]);
}, 240_000);

it('and none of the attacks would run without the policy', async () => {
  expect(await visited({ bypassCSP: true })).toEqual([]);
}, 240_000);

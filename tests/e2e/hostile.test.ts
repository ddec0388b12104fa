import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copySite } from '../../src/pipeline/copy/copy.ts';
import { listen, siteServer } from '../../src/serving/server.ts';
import { hostileFolder } from '../site/hostile.ts';
import { withBundle } from '../site/kept-bundle.ts';
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
  const [data, cache] = [join(home, 'data'), join(home, 'cache')];
  await withBundle(data, cache);
  const args = ['scripts/build.ts', '--data', data, '--out', out, '--cache', cache];
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
async function visited(
  options: BrowserContextOptions,
  base = served.address,
  all = addresses,
): Promise<readonly string[]> {
  const context = await served.browser.newContext(options);
  const found: string[] = [];
  const left = [...all];
  const tab = async () => {
    const page = await context.newPage();
    let address = '';
    page.on('console', (m) => m.type() === 'error' && found.push(`${address}: ${m.text().slice(0, 200)}`));
    page.on('pageerror', (error) => found.push(`${address}: ${error.message}`));
    page.on('requestfailed', (r) => {
      // What was still on its way when the next page was opened is given up.
      const why = r.failure()?.errorText ?? '';
      if (why !== 'net::ERR_ABORTED') found.push(`${address}: ${r.url()} ${why}`);
    });
    page.on('dialog', (dialog) => {
      found.push(`${address}: dialog`);
      void dialog.dismiss();
    });
    page.on('request', (r) => {
      if (!/^(data|blob):/.test(r.url()) && !r.url().startsWith(base))
        found.push(`${address}: asks for ${r.url()}`);
    });
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      address = next;
      await page.goto(base + next, { waitUntil: 'load' });
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

it('a copy for a folder works without a server: every page, its styles and letters, every link', async () => {
  const copy = join(home, 'kopia');
  const site = {
    kept: { project: home, data: [] },
    from: join(home, 'webbplats'),
    out: copy,
    form: 'fristaende' as const,
  };
  await copySite(site, { now: () => new Date(), log: () => undefined });
  const files = readdirSync(copy, { recursive: true, encoding: 'utf8' }).map((f) => f.split(sep).join('/'));
  const pages = files.filter((f) => f.endsWith('.html'));
  const copied = new Set(files);
  expect(pages.length).toBeGreaterThan(100);
  const broken = pages.flatMap((page) => {
    const { document } = parseHTML(readFileSync(join(copy, page), 'utf8'));
    return [...document.querySelectorAll('[href], [src], [action]')].flatMap((element) => {
      const [address = ''] = ADDRESSES.flatMap((name) => element.getAttribute(name) ?? []);
      if (/^(https?:|mailto:|tel:|data:|#)/.test(address) || address === '') return [];
      const [path = '', anchor] = address.split('?')[0]?.split('#') ?? [];
      const file = join(copy, dirname(page), decodeURI(path));
      return !address.startsWith('/') &&
        copied.has(relative(copy, file).split(sep).join('/')) &&
        anchor !== ''
        ? []
        : [`${page}: ${address}`];
    });
  });
  expect(broken.slice(0, 10)).toEqual([]);
  const base = `${pathToFileURL(copy).href}/`;
  expect(await visited({}, base, pages)).toEqual([]);
  const page = await served.browser.newPage();
  await page.goto(`${base}index.html`);
  const letters = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].some((f) => f.family.includes('Source Sans 3') && f.status === 'loaded');
  });
  expect(letters).toBe(true);
  await page.close();
}, 240_000);

it('a copy in a zip is read in a room without a network: every step of a reader, and search says what it cannot', async () => {
  const zip = join(home, 'kopia.zip');
  const args = ['scripts/deploy.ts', '--webbplats', join(home, 'webbplats'), '--out', zip, '--form', 'zip'];
  const made = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect([made.stderr, made.status]).toEqual(['', 0]);
  const room = join(home, 'rum utan nät');
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(room, name)), { recursive: true });
    writeFileSync(join(room, name), bytes);
  }
  const context = await served.browser.newContext();
  await context.setOffline(true);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (m) => m.type() === 'error' && faults.push(m.text()));
  page.on('requestfailed', (r) => {
    // What becomes a file to save is no page any more.
    if (r.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(r.url());
  });
  page.on('request', (r) => r.url().startsWith('file:') || faults.push(r.url()));
  const looks = async () => {
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Source Sans 3');
    expect(
      await page.evaluate(
        () => [...document.images].filter((i) => !i.complete || i.naturalWidth === 0).length,
      ),
    ).toBe(0);
  };
  const [folder = ''] = readdirSync(room);
  await page.goto(pathToFileURL(join(room, folder, 'index.html')).href);
  for (const [where, link] of [
    ['nav', 'Kommuner'],
    ['main', 'Olofström'],
    ['main', /hemlöshet/i],
    ['nav', 'Riket'],
    ['nav', 'Jämför'],
    ['nav', 'Data'],
  ] as const) {
    await page.locator(where).getByRole('link', { name: link }).first().click();
    await page.waitForLoadState('load');
    expect(await page.locator('h1').count()).toBe(1);
    await looks();
  }
  const download = page.waitForEvent('download');
  await page.locator('main a[href$=".csv"]:visible').first().click();
  expect((await download).url()).toMatch(/^file:.*\.csv$/);
  await page.getByRole('searchbox').fill('plan');
  await page.getByRole('button', { name: 'Sök' }).click();
  await page.getByText('Sökningen finns inte i den här kopian.').waitFor();
  await looks();
  expect(await page.locator('main').getByRole('searchbox').count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
}, 240_000);

it('a site that is kept shows what has been read when its server is gone, and nothing else', async () => {
  const copy = join(home, 'minns');
  const site = {
    kept: { project: home, data: [] },
    from: join(home, 'webbplats'),
    out: copy,
    form: 'minns' as const,
  };
  await copySite(site, { now: () => new Date(), log: () => undefined });
  const server = siteServer(copy);
  const address = await listen(server, 0);
  const context = await served.browser.newContext();
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (m) => m.type() === 'error' && said.push(m.text()));
  const kept = () =>
    page.waitForFunction(async () => {
      const name = (await caches.keys())[0] ?? '';
      return (await (await caches.open(name)).match(location.href)) !== undefined;
    });
  await page.goto(address);
  await kept();
  await page.goto(`${address}kommuner/gotland/`);
  await kept();
  expect(said).toEqual([]);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  for (const read of ['', 'kommuner/gotland/']) {
    await page.goto(address + read, { waitUntil: 'load' });
    expect(await page.locator('h1').count()).toBe(1);
    const styled = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    expect([read, styled]).toEqual([read, expect.stringContaining('Source Sans 3')]);
  }
  await expect(page.goto(`${address}kommuner/olofstrom/`)).rejects.toThrow();
  await context.close();
}, 240_000);

const ADDRESSES = ['href', 'src', 'action'] as const;

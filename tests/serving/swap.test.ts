import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Exchange, systemExchange } from '../../src/pipeline/output/exchange.ts';
import { replaceFolder } from '../../src/pipeline/output/replace.ts';
import { ask, SERVERS } from './helpers.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'oj-byte-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const PAGES = Array.from({ length: 30 }, (_, i) => `kommuner/k${i}/index.html`);
const SWAPS = 20;
const CONNECTIONS = 50;

/** A whole site, every page of which says which version it is, in as many bytes as the version has. */
function site(folder: string, version: number): string {
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const path of ['index.html', '404.html', ...PAGES])
    put(path, `${version}|`.repeat(200 + version * 20));
  put(`assets/stil.${version}.css`, `${version}`);
  return folder;
}

/** Asks on many connections at once while the site is replaced again and again; gives what was not answered well. */
async function failuresUnderLoad(address: string, exchange: Exchange): Promise<readonly string[]> {
  const failures: string[] = [];
  let stop = false;
  let asked = 0;
  const load = Array.from({ length: CONNECTIONS }, async (_, i) => {
    for (let n = i; !stop; n += 1) {
      const path = `/${(PAGES[n % PAGES.length] ?? '').replace('index.html', '')}`;
      try {
        const { status, body, headers } = await ask(address, path);
        asked += 1;
        const version = Number(/^\d+/.exec(body)?.[0]);
        const whole = body === `${version}|`.repeat(200 + version * 20);
        if (status !== 200 || !whole) failures.push(`${path}: ${status}, ${headers['content-length']} bytes`);
      } catch (error) {
        failures.push(`${path}: ${error}`);
      }
    }
  });
  for (let version = 1; version <= SWAPS; version += 1) {
    await replaceFolder(site(join(home, 'next'), version), join(home, 'site'), { exchange });
    await new Promise((done) => setTimeout(done, 30));
  }
  stop = true;
  await Promise.all(load);
  expect(asked).toBeGreaterThan(SWAPS * 10);
  return failures;
}

const HOW: Readonly<Record<string, Exchange>> = {
  'in one step': systemExchange,
  'in two': async () => false,
};

describe.each(Object.entries(SERVERS))('%s', (name, start) => {
  // Other servers than ours cannot know that the folder is soon back.
  const ways = Object.entries(HOW).filter(([how]) => how === 'in one step' || name === 'our own server');
  it.each(
    ways,
  )(`answers every request while the site is replaced ${SWAPS} times %s`, async (how, exchange) => {
    const possible = how === 'in two' || process.platform === 'linux';
    site(join(home, 'site'), 0);
    const running = possible ? await start(join(home, 'site')) : null;
    // Said in `servers.test.ts` when the server is not installed.
    if (running === null) return;
    try {
      expect(await failuresUnderLoad(running.address, exchange)).toEqual([]);
    } finally {
      await running.stop();
    }
  });
});

it('keeps the styles of the site before for pages that are open', async () => {
  const start = SERVERS['our own server'];
  const running = await start?.(site(join(home, 'site'), 0));
  if (!running) throw new Error('our own server is always here');
  expect((await ask(running.address, '/')).status).toBe(200);
  await replaceFolder(site(join(home, 'next'), 1), join(home, 'site'));
  expect((await ask(running.address, '/assets/stil.0.css')).body).toBe('0');
  expect((await ask(running.address, '/assets/stil.1.css')).body).toBe('1');
  expect((await ask(running.address, '/assets/stil.2.css')).status).toBe(404);
  await running.stop();
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aheadServer } from '../../src/serving/ahead.ts';
import { listen, siteServer } from '../../src/serving/server.ts';

let folder: string;
let maker: Server;
const open: Server[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oj-forut-'));
  writeFileSync(join(folder, 'index.html'), 'byggd');
  maker = createServer(({ url, method, headers }, response) => {
    response.writeHead(url === '/borta' ? 404 : 200, {
      'Content-Type': 'text/html',
      'Cache-Control': 'max-age=60',
    });
    response.end(`gjord nu: ${method} ${url} ${headers.host}`);
  });
  open.push(maker);
});
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

async function started() {
  const address = await listen(maker, 0);
  const { server, finish } = aheadServer(address, siteServer(folder));
  open.push(server);
  return { address, finish, at: await listen(server, 0) };
}

it('pages come from the one that makes them until the site is built, and are never kept', async () => {
  const { address, finish, at } = await started();
  const first = await fetch(`${at}kommuner/umea/?a=1`);
  expect(await first.text()).toBe(`gjord nu: GET /kommuner/umea/?a=1 ${new URL(address).host}`);
  expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect((await fetch(`${at}borta`)).status).toBe(404);
  finish();
  const built = await fetch(at);
  expect(await built.text()).toBe('byggd');
  expect(built.headers.get('content-security-policy')).not.toBeNull();
});

it('one who asks just when it is stopped is asked to try again', async () => {
  const { at } = await started();
  maker.close().closeAllConnections();
  const answer = await fetch(at);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
});

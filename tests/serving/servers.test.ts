import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allFiles } from '../../src/files/index.ts';
import { headersFor } from '../../src/serving/headers.ts';
import { MEDIA_TYPES, mediaTypeOf } from '../../src/serving/media.ts';
import { loaded } from '../pipeline/loaded.ts';
import { ask, type Running, SERVERS } from './helpers.ts';

let home: string;
/** One path of each kind of file that is published, and what its writer says that it is. */
let kinds: readonly (readonly [path: string, type: string])[];
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'oj-servrar-'));
  const put = (path: string, content: string | Uint8Array = path) => {
    mkdirSync(dirname(join(home, 'site', path)), { recursive: true });
    writeFileSync(join(home, 'site', path), content);
  };
  const { index } = await loaded('tests/fixtures/litet');
  const files = allFiles(index).map((f) => [f.path, f.mediaType] as const);
  const ending = (path: string) => path.replace(/^.*?(\.|$)/, '') || path;
  kinds = [...new Map(files.map((f) => [ending(f[0]), f])).values()];
  for (const [path] of kinds) put(path);
  for (const [name] of MEDIA_TYPES) put(name.startsWith('/') ? name.slice(1) : `typer/a${name}`);
  put('index.html', 'start');
  put('404.html', 'Sidan finns inte');
  put('kommuner/umeå/index.html', 'umeå');
  put('inbaddat/a/index.html');
  put('assets/a.abc12345.css');
  put('data/stor.csv', 'a;b\n'.repeat(1000));
  put('data/stor.csv.gz', gzipSync('a;b\n'.repeat(1000)));
  put('tom.txt', '');
  for (const path of ['_headers', '.oppna-jamforelser', '.git/config', 'a/.env']) put(path, 'hemligt');
  put('.well-known/security.txt', 'Contact: x');
  writeFileSync(join(home, 'utanför.txt'), 'hemligt');
  symlinkSync('../utanför.txt', join(home, 'site/lank.txt'));
  symlinkSync('..', join(home, 'site/lank'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe.each(Object.entries(SERVERS))('%s', (name, start) => {
  let running: Running | null;
  beforeAll(async () => {
    running = await start(join(home, 'site'));
  });
  afterAll(async () => running?.stop());

  /** A test that says plainly when it has not been made. */
  const with_ = (title: string, test: (address: string) => Promise<void>) =>
    it(title, async ({ skip }) => {
      if (running === null) return skip(`${name} är inte installerad här: provet hoppas över.`);
      await test(running.address);
    });

  with_('says what each kind of file is', async (address) => {
    const bare = (type: string | undefined) => type?.split(';')[0];
    expect(kinds.length).toBeGreaterThan(10);
    for (const [path, type] of kinds) {
      const { headers, status } = await ask(address, `/${path}`);
      expect([path, status, bare(headers['content-type'])]).toEqual([path, 200, bare(type)]);
    }
    for (const [ending] of MEDIA_TYPES) {
      const path = ending.startsWith('/') ? ending : `/typer/a${ending}`;
      const type = (await ask(address, path)).headers['content-type'];
      expect([path, type?.toLowerCase().replace('; ', ';')]).toEqual([
        path,
        mediaTypeOf(path).replace('; ', ';'),
      ]);
    }
  });

  with_('sends the headers of the list with everything', async (address) => {
    for (const path of [
      '/',
      '/kommuner/ume%C3%A5/',
      '/inbaddat/a/',
      '/assets/a.abc12345.css',
      '/data/stor.csv',
    ]) {
      const { headers, status } = await ask(address, path);
      const wanted = headersFor(path).map(([header, value]) => [header.toLowerCase(), value]);
      expect([path, status]).toEqual([path, 200]);
      expect(headers).toMatchObject(Object.fromEntries(wanted));
      const open = headersFor(path).some(([header]) => header === 'Access-Control-Allow-Origin');
      expect([path, 'access-control-allow-origin' in headers]).toEqual([path, open]);
    }
  });

  with_('answers what is not there with our own page, and with its headers', async (address) => {
    for (const path of ['/finns-inte', '/finns-inte/', '/kommuner/', '/assets/borta.css', '/%E0%A4%A']) {
      const { status, body, headers } = await ask(address, path);
      // What is not an address at all may be answered as such.
      if (path === '/%E0%A4%A' && status === 400) continue;
      expect([path, status, body]).toEqual([path, 404, 'Sidan finns inte']);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-type']).toContain('text/html');
      expect(headers['cache-control'] ?? '').not.toContain('immutable');
    }
  });

  with_('shows nothing that is not the site', async (address) => {
    for (const path of [
      '/_headers',
      '/.oppna-jamforelser',
      '/.git/config',
      '/a/.env',
      // Caddy has no setting for links; a site of ours holds none.
      ...(name === 'Caddy' ? [] : ['/lank.txt', '/lank/utanf%C3%B6r.txt']),
      '/../utanf%C3%B6r.txt',
      '/%2e%2e/utanf%C3%B6r.txt',
      '/a/..%2f..%2futanf%C3%B6r.txt',
      '/..%5cutanf%C3%B6r.txt',
      '/tom.txt%00.html',
    ]) {
      const { status, body } = await ask(address, path);
      expect([path, status >= 400, body.includes('hemligt')]).toEqual([path, true, false]);
    }
    expect((await ask(address, '/.well-known/security.txt')).body).toBe('Contact: x');
  });

  with_('answers only GET and HEAD', async (address) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])
      expect([method, (await ask(address, '/', { method })).status]).toEqual([method, 405]);
    const head = await ask(address, '/', { method: 'HEAD' });
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '5']);
  });

  with_('gives the bytes that are asked for, and survives what is not a range', async (address) => {
    const whole = await ask(address, '/data/stor.csv');
    const part = await ask(address, '/data/stor.csv', { headers: { range: 'bytes=1-3' } });
    expect([part.status, part.body]).toEqual([206, whole.body.slice(1, 4)]);
    expect((await ask(address, '/data/stor.csv', { headers: { range: 'bytes=9999-' } })).status).toBe(416);
    for (const range of ['bytes=100-50', 'bytes=', 'rader=1-2', 'bytes=a-b', `bytes=${'0-1,'.repeat(2000)}`])
      expect([200, 206, 400, 416]).toContain(
        (await ask(address, '/data/stor.csv', { headers: { range } })).status,
      );
    expect((await ask(address, '/tom.txt', { headers: { range: 'bytes=0-' } })).status).toBeLessThan(500);
    const { etag = '' } = whole.headers;
    const again = await ask(address, '/data/stor.csv', { headers: { 'if-none-match': etag } });
    expect([again.status, again.body]).toEqual([304, '']);
    expect((await ask(address, '/')).status).toBe(200);
  });

  with_('leads a folder without its slash to the one with it, on its own site', async (address) => {
    const { status, headers } = await ask(address, '/kommuner/ume%C3%A5?x=1');
    expect([301, 308]).toContain(status);
    const there = new URL(headers.location ?? '', address);
    expect([there.origin, decodeURI(there.pathname)]).toEqual([address, '/kommuner/umeå/']);
    const twice = await ask(address, '//kommuner/ume%C3%A5');
    expect(new URL(twice.headers.location ?? '/', address).origin).toBe(address);
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiExamples } from '../../src/files/api/examples.ts';
import { type ApiValue, type Published, publish } from './helpers/catalogue.ts';

let site: Published;
let server: Server;
let address: string;
beforeAll(async () => {
  site = await publish();
  server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url ?? '').slice(1);
    if (site.paths.includes(path)) response.end(await site.bytes(path));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const codeOf = (id: string) => apiExamples(site.index, address).find((e) => e.id === id)?.code ?? '';
const has = (program: string) => spawnSync(program, ['--version']).status === 0;

/** Runs a program with our server as the site; gives what it printed. */
function run(program: string, args: readonly string[], cwd = tmpdir()): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.on('error', failed);
    child.on('exit', (code) => (code === 0 ? done(out) : failed(new Error(err))));
  });
}

describe('the examples on /data/api/ do what they say', () => {
  it.skipIf(!has('python3'))('Python prints every kommun with its answer or the reason', async () => {
    const lines = (await run('python3', ['-X', 'utf8', '-c', codeOf('python')])).trim().split('\n');
    const [, id = '', ar = ''] = /observationer\/(\S+)\.json[\s\S]*== (\d{4}):/.exec(codeOf('python')) ?? [];
    const values: readonly ApiValue[] = (await site.api(id)).filter(
      (v) => v.niva === 'kommun' && v.ar === Number(ar),
    );
    expect(lines).toHaveLength(values.length);
    expect(lines.length).toBe(290);
    expect(lines[0]).toMatch(/^\d{4}\t\S.*\t\S/);
  });

  it.skipIf(!has('curl'))('curl fetches the files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'oj-'));
    await run('sh', ['-ec', codeOf('curl')], folder);
    const [, json = ''] = /--output (\S+\.json)/.exec(codeOf('curl')) ?? [];
    expect(JSON.parse(readFileSync(join(folder, json), 'utf8')).values.length).toBeGreaterThan(290);
    expect(readFileSync(join(folder, json.replace('.json', '.csv')), 'utf8')).toMatch(/^indikator,kod,/);
  });

  it('every address and every key in them exists', async () => {
    for (const { id, code } of apiExamples(site.index, address)) {
      const paths = [...code.matchAll(/http:\/\/127[^"\s]+/g)].map(([url]) => url.slice(address.length));
      expect([id, paths.length > 0]).toEqual([id, true]);
      for (const path of paths) expect(site.paths).toContain(path);
    }
    const [value] = (await site.json('api/v1/observationer/U30428.json')).values;
    for (const [, columns = ''] of codeOf('power-query').matchAll(/\{("kod"[^}]*)\}\)/g))
      for (const [, key = ''] of columns.matchAll(/"(\w+)"/g)) expect(value).toHaveProperty(key);
  });
});

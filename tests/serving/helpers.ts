import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listen, siteServer } from '../../src/serving/server.ts';

/** A server of a folder, to be asked and stopped. */
export type Running = { readonly address: string; readonly stop: () => Promise<void> };

/** Starts a server for a folder; null when it is not installed here. */
type Start = (site: string) => Promise<Running | null>;

export const SERVERS: Readonly<Record<string, Start>> = {
  'our own server': async (site) => {
    const server = siteServer(site);
    const address = await listen(server, 0);
    return {
      address: address.replace('localhost', '127.0.0.1').replace(/\/$/, ''),
      stop: async () => {
        server.closeAllConnections();
        server.close();
      },
    };
  },
  nginx: async (site) => {
    if (spawnSync('nginx', ['-v']).status !== 0) return null;
    const home = mkdtempSync(join(tmpdir(), 'oj-nginx-'));
    const port = await freePort();
    mkdirSync(join(home, 'tmp'));
    const conf = readFileSync('deploy/nginx.conf', 'utf8')
      .replace('127.0.0.1:8080', `127.0.0.1:${port}`)
      .replace('root site;', `root ${resolve(site)};`);
    // An administrator's nginx gives its workers to a user that may not read a folder of tests.
    const user = process.getuid?.() === 0 ? 'user root;\n' : '';
    writeFileSync(join(home, 'nginx.conf'), user + conf);
    const child = spawn('nginx', ['-p', home, '-c', 'nginx.conf', '-g', 'daemon off;'], { stdio: 'pipe' });
    return running(child, port, home);
  },
  Caddy: async (site) => {
    if (spawnSync('caddy', ['version']).status !== 0) return null;
    const home = mkdtempSync(join(tmpdir(), 'oj-caddy-'));
    const port = await freePort();
    cpSync('deploy/Caddyfile', join(home, 'Caddyfile'));
    const env = {
      ...process.env,
      HOME: home,
      OJ_ADDRESS: `http://127.0.0.1:${port}`,
      OJ_SITE: resolve(site),
    };
    const args = ['run', '--config', join(home, 'Caddyfile'), '--adapter', 'caddyfile'];
    return running(spawn('caddy', args, { stdio: 'pipe', env }), port, home);
  },
};

async function running(child: ChildProcess, port: number, home: string): Promise<Running> {
  const address = `http://127.0.0.1:${port}`;
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  for (let tries = 0; ; tries += 1) {
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      break;
    if (tries > 100 || child.exitCode !== null) throw new Error(`the server did not start:\n${said}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  return { address, stop };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Asks as the path is written: `fetch` would tidy it up first. */
export function ask(
  address: string,
  path: string,
  options: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((done, failed) => {
    request({ hostname, port, path, ...options, headers: { ...options.headers } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.on('end', () => {
        const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        done({ status: response.statusCode ?? 0, headers: Object.fromEntries(headers), body });
      });
      response.on('error', failed);
    })
      .on('error', failed)
      .end();
  });
}

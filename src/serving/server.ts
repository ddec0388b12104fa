import { constants } from 'node:fs';
import { type FileHandle, open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fresh from 'fresh';
import parseRange from 'range-parser';
import { headersFor, isPublic } from './headers.ts';
import { mediaTypeOf } from './media.ts';

/** How long a request waits for a site that is just being replaced, where that takes two steps. */
const PATIENCE_MS = 2000;

/**
 * Serves a built site as a real host would: the same headers and types, and our own page for what is not there. The
 * folder may be replaced at any time: a file is opened once and read to its end, and styles and scripts of the site
 * before are kept for pages that are open.
 */
export function siteServer(folder: string): Server {
  const root = resolve(folder);
  const assets = keptAssets(root);
  return createServer((request, response) => {
    assets.remember();
    answer(root, assets, request, response).catch(() => {
      // The reader went away, or the disk failed half way: this answer is lost, the server is not.
      if (!response.headersSent) response.writeHead(500);
      response.destroy();
    });
  });
}

type Assets = {
  /** Reads those of a site that is new in the folder. */
  readonly remember: () => void;
  readonly get: (path: string) => Promise<Uint8Array | undefined>;
};

async function answer(
  root: string,
  assets: Assets,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = pathOf(request.url ?? '/');
  for (const [name, value] of headersFor(path ?? '/')) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('Bara GET och HEAD.\n');
    return;
  }
  const found = path === null || !isPublic(path) ? null : await openPath(root, path);
  if (found === 'folder') {
    const { url = '/' } = request;
    const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
    response.writeHead(301, { Location: `${encodeURI(`/${path?.replace(/^\/+/, '')}/`)}${query}` }).end();
  } else if (found !== null) {
    await send(request, response, { ...found, status: 200 });
  } else {
    const kept = path === null ? undefined : await assets.get(path);
    if (kept !== undefined && path !== null) {
      response.setHeader('Content-Type', mediaTypeOf(path));
      response.end(request.method === 'HEAD' ? undefined : kept);
      return;
    }
    response.setHeader('Cache-Control', 'no-store');
    const page = await openPath(root, '/404.html');
    if (page !== null && page !== 'folder') await send(request, response, { ...page, status: 404 });
    else response.writeHead(404).end();
  }
}

/** The path of a request, decoded; null when it is not one. */
function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    return path.startsWith('/') && !path.includes('\0') && !path.includes('\\') ? path : null;
  } catch {
    return null;
  }
}

/** An open file, by the name that its type goes by. */
type Opened = { readonly handle: FileHandle; readonly name: string };

/** The file of a path, `folder` for one that lacks its slash, null for nothing or for a link out of the site. */
async function openPath(root: string, path: string): Promise<Opened | 'folder' | null> {
  const name = path.endsWith('/') ? `${path}index.html` : path;
  for (let waited = 0; ; ) {
    const before = await inodeOf(root);
    try {
      const [home, real] = await Promise.all([realpath(root), realpath(join(root, name))]);
      // A link, or a name that the disk reads in another way than we do.
      if (real !== join(home, name)) return null;
      if ((await stat(real)).isDirectory()) return (await isFile(join(real, 'index.html'))) ? 'folder' : null;
      return { handle: await open(real, constants.O_RDONLY), name };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'ENAMETOOLONG') throw error;
      const after = await inodeOf(root);
      // Not there in a site that has stood still meanwhile. Otherwise it was being replaced: look again.
      if ((after !== null && after === before) || waited > PATIENCE_MS) return null;
      if (after === null) await new Promise((done) => setTimeout(done, 10));
      waited += 10;
    }
  }
}

const inodeOf = (path: string) =>
  stat(path, { bigint: true }).then(
    (found) => found.ino,
    () => null,
  );

const isFile = (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { handle, name, status }: Opened & { readonly status: 200 | 404 },
): Promise<void> {
  try {
    const { size, mtime, ino } = await handle.stat();
    const etag = `"${ino.toString(36)}-${size.toString(36)}-${mtime.getTime().toString(36)}"`;
    response.setHeader('Content-Type', mediaTypeOf(name));
    const headers = { etag, 'last-modified': mtime.toUTCString() };
    if (status === 200) {
      response.setHeader('ETag', etag).setHeader('Last-Modified', headers['last-modified']);
      response.setHeader('Accept-Ranges', 'bytes');
      if (fresh(request.headers, headers)) {
        response.writeHead(304).end();
        return;
      }
    }
    const part = status === 200 ? partOf(request, size, etag) : 'all';
    if (part === 'none') {
      response.writeHead(416, { 'Content-Range': `bytes */${size}`, 'Content-Type': 'text/plain' }).end();
      return;
    }
    const { start, end } = part === 'all' ? { start: 0, end: size - 1 } : part;
    if (part !== 'all') response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`);
    response.writeHead(part === 'all' ? status : 206, { 'Content-Length': end - start + 1 });
    if (request.method === 'HEAD' || size === 0) response.end();
    else await pipeline(handle.createReadStream({ start, end, autoClose: false }), response);
  } finally {
    await handle.close();
  }
}

/** Which bytes are asked for. Several ranges, or what is not a range, are answered with everything. */
function partOf(
  { headers }: IncomingMessage,
  size: number,
  etag: string,
): 'all' | 'none' | { readonly start: number; readonly end: number } {
  const { range, 'if-range': condition } = headers;
  if (range === undefined || (condition !== undefined && condition !== etag)) return 'all';
  const parts = parseRange(size, range, { combine: true });
  if (parts === -1) return 'none';
  if (parts === -2 || parts.type !== 'bytes') return 'all';
  const [only, ...others] = parts;
  return only === undefined || others.length > 0 ? 'all' : only;
}

/** Styles and scripts of every site that has stood in the folder since the server started, once it is replaced. */
function keptAssets(root: string): Assets {
  const kept = new Map<string, Uint8Array>();
  let known: bigint | undefined;
  let reading = Promise.resolve();
  const read = async () => {
    const found = await stat(join(root, 'assets'), { bigint: true });
    if (found.ino === known) return;
    known = found.ino;
    for (const entry of await readdir(join(root, 'assets'), { withFileTypes: true }))
      if (entry.isFile()) kept.set(`/assets/${entry.name}`, await readFile(join(root, 'assets', entry.name)));
  };
  const remember = () => {
    // A site without a folder of styles, or one that is just being replaced: the next request tries again.
    reading = reading.then(read).catch(() => undefined);
  };
  remember();
  const get = async (path: string) => {
    if (!path.startsWith('/assets/')) return undefined;
    await reading;
    return kept.get(path);
  };
  return { remember, get };
}

/** Only this computer. */
export const LOOPBACK = '127.0.0.1';

/** Starts listening on a port, or on the next free one; gives the address and the port. */
export function listen(server: Server, port: number, host = LOOPBACK): Promise<string> {
  return new Promise((done, failed) => {
    server
      .once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' && port !== 0)
          done(listen(server, port === 65_535 ? 0 : port + 1, host));
        else failed(error);
      })
      .listen(port, host, () => {
        server.removeAllListeners('error');
        const address = server.address();
        const name = host === LOOPBACK ? 'localhost' : host.includes(':') ? `[${host}]` : host;
        done(`http://${name}:${typeof address === 'object' && address ? address.port : port}/`);
      });
  });
}

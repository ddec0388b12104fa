import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { policyFor } from './csp.ts';
import { mediaTypeOf, OPEN_PATHS } from './media.ts';

/** Serves a built site as a real host would: the same headers, and our own page for what is not there. */
export function siteServer(folder: string): Server {
  const notFound = readFileSync(join(folder, '404.html'));
  const files = sirv(folder, {
    etag: true,
    setHeaders: (response, path) => {
      const type = mediaTypeOf(path);
      if (type) response.setHeader('Content-Type', type);
      if (OPEN_PATHS.some((open) => path.startsWith(open)))
        response.setHeader('Access-Control-Allow-Origin', '*');
    },
  });
  return createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policyFor(request.url ?? '/'));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    });
  });
}

/** Starts listening on a port, or on the next free one; gives the address. */
export function listen(server: Server, port: number): Promise<string> {
  return new Promise((done, failed) => {
    server
      .once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' && port !== 0) done(listen(server, port + 1));
        else failed(error);
      })
      .listen(port, '127.0.0.1', () => {
        const address = server.address();
        done(`http://localhost:${typeof address === 'object' && address ? address.port : port}/`);
      });
  });
}

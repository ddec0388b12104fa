import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';

/** A server that answers with another one for as long as a site is being built, and then with the site. */
export type Ahead = {
  readonly server: Server;
  /** From now on the site answers; what has been asked for already is answered to its end. */
  readonly finish: () => void;
};

/**
 * @param address of the server on this computer that makes pages when they are asked for
 * @param site `siteServer` of the folder where the site will stand
 */
export function aheadServer(address: string, site: Server): Ahead {
  let finished = false;
  return {
    server: createServer((request, response) => {
      if (finished) site.emit('request', request, response);
      else forward(address, request, response);
    }),
    finish: () => {
      finished = true;
    },
  };
}

function forward(address: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url = '/' } = request;
  const { host } = new URL(address);
  const asked = ask(new URL(url, address), { method, headers: { ...headers, host } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'cache-control': 'no-store' });
    answer.pipe(response);
  });
  asked.on('error', () => {
    // It has just been stopped, since the site is finished: the reader asks again and gets that.
    if (response.headersSent) response.destroy();
    else
      response
        .writeHead(503, { 'Retry-After': '1', 'Content-Type': 'text/plain; charset=utf-8' })
        .end('Strax klart.\n');
  });
  request.pipe(asked);
}

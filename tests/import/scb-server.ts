import { createServer } from 'node:http';
import { listen } from '../../src/serving/server.ts';
import { KOMMUNER } from './workbooks.ts';

type Selection = {
  readonly selection: readonly { readonly variableCode: string; readonly valueCodes: readonly string[] }[];
};
const dimension = (
  codes: readonly string[],
  labels: Readonly<Record<string, string>> = {},
  elimination = false,
) => ({
  category: { index: Object.fromEntries(codes.map((c, i) => [c, i])), label: labels },
  extension: { elimination },
});

/** What the pretended SCB does: how many times it is busy first, and whether sex has a total. */
export type ScbWorld = { busy?: number; withTotal?: boolean };

export type ScbServer = {
  readonly address: string;
  readonly calls: readonly string[];
  readonly close: () => Promise<void>;
};

/** A server on this machine that speaks PxWebApi 2: 20 cells a call, kommuner and riket, one age group of all. */
export async function scbServer(world: ScbWorld): Promise<ScbServer> {
  const calls: string[] = [];
  let busy = world.busy ?? 0;
  const withTotal = world.withTotal ?? false;
  const server = createServer((request, response) => {
    calls.push(request.url ?? '');
    if (busy > 0) {
      busy -= 1;
      response.writeHead(429, { 'Retry-After': '0' }).end();
      return;
    }
    const answer = (json: unknown) => response.end(JSON.stringify(json));
    const regions = ['00', '10', ...KOMMUNER.map(([kod]) => kod)];
    const sexes = withTotal ? ['1', '2', '1+2'] : ['1', '2'];
    const dimensions = {
      Region: dimension(regions),
      Alder: dimension(['0', 'tot'], {}, true),
      Kon: dimension(sexes, { '1': 'män', '2': 'kvinnor', '1+2': 'totalt' }),
      ContentsCode: dimension(['BE0101N1', 'BE0101N2'], { BE0101N1: 'Folkmängd', BE0101N2: 'Folkökning' }),
      Tid: dimension(['2022', '2023', '2024']),
    };
    if (request.url === '/config') answer({ maxDataCells: 20 });
    else if (request.url?.includes('/metadata'))
      answer({
        id: Object.keys(dimensions),
        size: [8, 2, 2, 2, 3],
        label: 'Folkmängd',
        updated: '2025-02-20',
        dimension: dimensions,
      });
    else {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        const { selection } = JSON.parse(body) as Selection;
        const sizes = selection.map((s) => s.valueCodes.length);
        const count = sizes.reduce((a, b) => a * b, 1);
        // Without a total every call is of one year.
        const year = Number(selection.find((s) => s.variableCode === 'Tid')?.valueCodes[0]) - 2020;
        if (count > 20) {
          response.writeHead(403).end('too many cells');
          return;
        }
        answer({
          id: selection.map((s) => s.variableCode),
          size: sizes,
          dimension: Object.fromEntries(selection.map((s) => [s.variableCode, dimension(s.valueCodes)])),
          value: Array.from({ length: count }, (_, i) =>
            i === 3 && withTotal ? null : withTotal ? 10 + i : 1000 * year + i,
          ),
          status: withTotal ? { '3': '..' } : {},
        });
      });
    }
  });
  return {
    address: await listen(server, 0),
    calls,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

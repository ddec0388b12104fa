import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen } from '../../src/serving/server.ts';

/** One figure of the pretended Kolada. Everything but the key may be left out. */
export type Figure = {
  readonly kpi: string;
  readonly municipality: string;
  readonly period: number;
  readonly gender?: string;
  readonly value?: unknown;
  readonly status?: string;
  readonly isdeleted?: boolean;
};

/** Something that goes wrong with one call; null lets it through. */
export type Trouble = (call: number, request: IncomingMessage, response: ServerResponse) => boolean;

export type KoladaServer = {
  readonly address: string;
  readonly calls: readonly string[];
  readonly close: () => Promise<void>;
};

export type KoladaWorld = {
  readonly kpis: readonly { readonly id: string; readonly title: string; readonly description?: string }[];
  readonly figures: readonly Figure[];
  /** Name of the link to the next page: the documents say one, the service another. */
  readonly link?: 'next_url' | 'next_page';
  readonly rowsAPage?: number;
  /** What `count` says: rows of all pages, or of this one. */
  readonly counts?: 'all' | 'page';
  readonly trouble?: Trouble | undefined;
};

/** A server on this machine that speaks Kolada's v3, with the traps that real clients have met. */
export async function koladaServer(world: KoladaWorld): Promise<KoladaServer> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(request.url ?? '');
    if (world.trouble?.(calls.length, request, response)) return;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const data = /^\/v3\/data\/kpi\/([^/]+)\/year\/([^/]+)$/.exec(pathname);
    const kpi = /^\/v3\/kpi\/([^/]+)$/.exec(pathname);
    const ids = new Set((data?.[1] ?? kpi?.[1] ?? '').split(','));
    if (ids.size > 25 || (!data && !kpi)) {
      response.writeHead(404).end('{"detail":"Not Found"}');
      return;
    }
    const years = new Set(data?.[2]?.split(','));
    const rows: readonly unknown[] = data
      ? rowsOf(world.figures.filter((f) => ids.has(f.kpi) && years.has(String(f.period))))
      : world.kpis.filter((k) => ids.has(k.id)).map((k) => ({ description: '', ...k }));
    const size = Math.min(world.rowsAPage ?? 5000, Number(searchParams.get('per_page') ?? 5000));
    const page = Number(searchParams.get('page') ?? 1);
    const part = rows.slice((page - 1) * size, page * size);
    const more = page * size < rows.length;
    const next = more ? `http://${request.headers.host}${pathname}?per_page=${size}&page=${page + 1}` : null;
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify({
        count: world.counts === 'page' ? part.length : rows.length,
        [world.link ?? 'next_url']: next,
        previous_url: null,
        values: part,
      }),
    );
  });
  const address = await listen(server, 0);
  return {
    address: `${address}v3`,
    calls,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Figures of the same KPI, place and year are one row with a value a sex, as Kolada writes them. */
function rowsOf(figures: readonly Figure[]): readonly unknown[] {
  const groups = Map.groupBy(figures, (f) => `${f.kpi}|${f.municipality}|${f.period}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { kpi, municipality, period } = first;
    const values = group.map(({ gender = 'T', value = null, status = '', isdeleted }) => ({
      gender,
      count: 1,
      status,
      value,
      ...(isdeleted === undefined ? {} : { isdeleted }),
    }));
    return [{ kpi, municipality, period, values }];
  });
}

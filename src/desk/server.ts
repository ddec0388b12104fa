import { randomUUID, timingSafeEqual } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readDataFolder } from '../ingest/sizes.ts';
import type { Finding } from '../model/finding.ts';
import { BOUNDS } from '../model/limits.ts';
import { loadFiles } from '../pipeline/load.ts';
import { RULEBOOK } from '../pipeline/rulebook.ts';
import { Refusal, sentenceFor } from '../refusal.ts';
import { ruleHelp } from '../text/rule-help.ts';
import { effectOf } from './effect.ts';
import { type DeskSources, deskImports } from './imports.ts';
import { deskPage, type Html, html, STYLE } from './page.ts';
import { buildPreview, type Preview } from './preview.ts';
import { planRelease, publishRelease } from './release.ts';
import type { ReleaseEffects, ReleaseOptions, ReleasePlan } from './release-plan.ts';
import { remembered, stampOf } from './remembered.ts';
import { differenceView, importView, planView, previewView, releaseView, stateView } from './views.ts';

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const;

/** What a desk needs besides what a release does. */
export type DeskEffects = ReleaseEffects & {
  readonly sources: DeskSources;
  /** Serves a built folder on this machine; gives its address. */
  readonly serveSite: (folder: string) => Promise<string>;
};

/**
 * The publisher's desk: pages of forms over the same code as the commands. Answers only this machine: another name in
 * the address, or a form that the desk has not written, is refused. Nothing is written but by a confirmed form.
 * @returns the desk when it has done what every page asks for: whoever opens it at once waits no longer than others do
 */
export async function deskServer(options: ReleaseOptions, effects: DeskEffects): Promise<Server> {
  const token = randomUUID();
  const files = () => readDataFolder(options.data, effects);
  const loading = remembered<Awaited<ReturnType<typeof loadFiles>>>();
  const releasing = remembered<ReleasePlan>();
  let preview: Preview | null = null;

  /** What the data folder says; read anew only when a file in it has changed. */
  async function loaded() {
    const all = await files();
    return { all, ...(await loading(stampOf(all), () => loadFiles(all))) };
  }
  async function release(): Promise<ReleasePlan> {
    const out = await readdir(options.out).catch(() => []);
    const day = effects.now().toISOString().slice(0, 10);
    return releasing([stampOf(await files()), day, ...out].join('|'), () => planRelease(options, effects));
  }

  const imports = deskImports({
    token,
    data: options.data,
    files,
    now: effects.now,
    stage: effects.stage,
    sources: effects.sources,
    planView: async (id, plan) => {
      const { all, index } = await loaded();
      const written = plan.changes.flatMap((c) => (c.content ? [[c.path, c.content] as const] : []));
      const next = (await loadFiles(new Map([...all, ...written]))).index;
      return planView(token, id, plan, index && next ? effectOf(index, next) : null);
    },
  });
  /** Reads the folder and plans the release; what is wrong with either is said on the page that shows it. */
  const prepare = async (): Promise<void> => {
    await loaded()
      .then(release)
      .catch(() => {});
  };
  await prepare();

  async function get(path: string): Promise<readonly [string, Html] | null> {
    if (path === '/') {
      const { all, report } = await loaded();
      return ['Läget i datamappen', stateView(report, (f) => lineIn(all, f))];
    }
    if (path === '/las-in')
      return ['Läs in', importView(token, (await loaded()).index?.catalogue.indikatorer ?? [])];
    if (path === '/skillnad') return ['Skillnad mot förra utgåvan', differenceView(await release())];
    if (path === '/ge-ut') return ['Ge ut', releaseView(token, await release())];
    const code = /^\/regel\/([a-z0-9-]+)$/.exec(path)?.[1];
    const rule =
      code === undefined ? undefined : Object.entries(RULEBOOK).find(([name]) => name === code)?.[1];
    const help = code === undefined ? undefined : ruleHelp(code);
    return rule
      ? [
          `Regeln ${code}`,
          html`<p>${rule.rule}</p><p>${rule.severity === 'error' ? 'Ett fel stoppar publiceringen tills det är rättat.' : 'En varning är för dig att bedöma.'}</p>${help ? html`<h2>Så uppstår det</h2><p>${help.arises}</p><h2>Så rättas det</h2><p>${help.mend}</p>` : ''}<p><a href="/">Tillbaka till fynden</a></p>`,
        ]
      : null;
  }

  async function post(path: string, form: FormData): Promise<readonly [string, Html] | null> {
    const [, action, id = ''] = /^\/([a-z-]+)(?:\/([0-9a-f-]+))?$/.exec(path) ?? [];
    if (action === 'las-in') return imports.upload(form);
    if (action === 'bostadsmarknadsenkaten') return imports.survey(form);
    if (action === 'kolada' || action === 'scb') return imports.ask(action, form);
    if (action === 'ge-ut') {
      const said: string[] = [];
      const code = await publishRelease(options, { ...effects, log: (line) => void said.push(line) });
      return [code === 0 ? 'Utgivet' : 'Inte utgivet', html`<pre>${said.join('\n')}</pre>`];
    }
    if (action === 'bekrafta') return imports.confirm(id, form);
    if (action === 'visa') return shown(id);
    if (action === 'skriv' && (await imports.write(id))) {
      void prepare();
      return ['Skrivet', html`<p>Datamappen är ändrad. <a href="/">Se läget</a></p>`];
    }
    return null;
  }

  async function shown(id: string): Promise<readonly [string, Html] | null> {
    const plan = imports.planned(id);
    if (!plan) return null;
    await preview?.remove();
    preview = await buildPreview(options, plan, effects);
    const address = await effects.serveSite(preview.folder);
    const { all, index } = await loaded();
    const written = plan.changes.flatMap((c) => (c.content ? [[c.path, c.content] as const] : []));
    const next = (await loadFiles(new Map([...all, ...written]))).index;
    return [
      'Förhandsvisning',
      previewView(token, id, address, index && next ? effectOf(index, next).pages : []),
    ];
  }

  const trusted = (form: FormData) => {
    const sent = Buffer.from(String(form.get('token')));
    return sent.length === token.length && timingSafeEqual(sent, Buffer.from(token));
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    // Another site's page may lead its own name to this machine: only this machine's names are answered.
    const { host } = request.headers;
    if (host === undefined || !/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host))
      return send(response, 421, 'Fel adress', html`<p>Skrivbordet svarar bara på den här datorn.</p>`);
    if (path === '/stil.css') {
      response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/css; charset=utf-8' }).end(STYLE);
      return;
    }
    try {
      const form = request.method === 'POST' ? await formOf(request) : null;
      if (form && !trusted(form))
        return send(
          response,
          403,
          'Nekat',
          html`<p>Formuläret kommer inte härifrån. <a href="/">Börja om</a></p>`,
        );
      const page = form ? await post(path, form) : await get(path);
      if (page) send(response, 200, ...page);
      else send(response, 404, 'Finns inte', html`<p><a href="/">Till läget</a></p>`);
    } catch (error) {
      const sentence = sentenceFor(error);
      send(
        response,
        sentence === null ? 500 : 422,
        'Det gick inte',
        html`<pre>${sentence ?? String(error)}</pre><p>Datamappen är orörd. <a href="/">Till läget</a></p>`,
      );
    }
  }
  return createServer((request, response) => void answer(request, response));
}

function send(response: ServerResponse, status: number, title: string, main: Html): void {
  response.writeHead(status, HEADERS).end(deskPage(title, main));
}

/** The line that a finding is about, as it stands in the file. */
function lineIn(files: ReadonlyMap<string, Uint8Array>, { file, row }: Finding): string | null {
  const bytes = row === null ? undefined : files.get(file);
  return bytes && row !== null
    ? (new TextDecoder().decode(bytes).split(/\r?\n/)[row - 1]?.slice(0, 300) ?? null)
    : null;
}

async function formOf(request: IncomingMessage): Promise<FormData> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > BOUNDS.desk.bytes) throw new Refusal('Filen är för stor.', 'Ta bort blad som inte behövs.');
    parts.push(part);
  }
  const type = request.headers['content-type'];
  return new Response(
    Buffer.concat(parts),
    type === undefined ? {} : { headers: { 'Content-Type': type } },
  ).formData();
}

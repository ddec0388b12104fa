import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvSheet } from '../import/csv/sheet.ts';
import { readWorkbook } from '../import/excel/read.ts';
import { openFolder } from '../import/folder.ts';
import { type Plan, planOf } from '../import/plan.ts';
import { validatePlan } from '../import/run.ts';
import { commitChanges } from '../import/stage.ts';
import { guessMapping } from '../import/table/guess.ts';
import { importTable, type TableSource } from '../import/table/import.ts';
import type { Mapping } from '../import/table/mapping.ts';
import { readDataFolder } from '../ingest/sizes.ts';
import type { Finding } from '../model/finding.ts';
import { BOUNDS } from '../model/limits.ts';
import { loadFiles } from '../pipeline/load.ts';
import { RULEBOOK } from '../pipeline/rulebook.ts';
import { Refusal, sentenceFor } from '../refusal.ts';
import { ruleHelp } from '../text/rule-help.ts';
import { answered } from './answers.ts';
import { deskPage, type Html, html, STYLE } from './page.ts';
import { planRelease, publishRelease, type ReleaseEffects, type ReleaseOptions } from './release.ts';
import { differenceView, mappingView, planView, releaseView, stateView, uploadView } from './views.ts';

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const;

/** A file that was given, on its way through mapping and plan. */
type Given = { readonly source: TableSource; mapping: Mapping; plan: Plan | null };

/**
 * The publisher's desk: pages of forms over the same code as the commands. Answers only this machine: another name in
 * the address, or a form that the desk has not written, is refused. Nothing is written but by a confirmed form.
 */
export function deskServer(options: ReleaseOptions, effects: ReleaseEffects): Server {
  const token = randomUUID();
  const given = new Map<string, Given>();
  const files = () => readDataFolder(options.data, effects);

  async function get(path: string): Promise<readonly [string, Html] | null> {
    if (path === '/') {
      const all = await files();
      const { report } = await loadFiles(all);
      return ['Läget i datamappen', stateView(report, (f) => lineIn(all, f))];
    }
    if (path === '/las-in') return ['Läs in en fil', uploadView(token)];
    if (path === '/skillnad')
      return ['Skillnad mot förra utgåvan', differenceView(await planRelease(options, effects))];
    if (path === '/ge-ut') return ['Ge ut', releaseView(token, await planRelease(options, effects))];
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
    if (action === 'las-in') return upload(form);
    if (action === 'ge-ut') {
      const said: string[] = [];
      const code = await publishRelease(options, { ...effects, log: (line) => void said.push(line) });
      return [code === 0 ? 'Utgivet' : 'Inte utgivet', html`<pre>${said.join('\n')}</pre>`];
    }
    const one = given.get(id);
    if (!one) return null;
    if (action === 'bekrafta') {
      one.mapping = answered(one.mapping, form);
      const open = openFolder(await files());
      one.plan = planOf(open, importTable(open, one.source, one.mapping));
      await validatePlan(open.files, one.plan, { validate: async (next) => (await loadFiles(next)).report });
      return ['Det här skulle skrivas', planView(token, id, one.plan)];
    }
    if (action === 'skriv' && one.plan) {
      await commitChanges(options.data, one.plan.changes, effects.stage);
      given.delete(id);
      return ['Skrivet', html`<p>Datamappen är ändrad. <a href="/">Se läget</a></p>`];
    }
    return null;
  }

  async function upload(form: FormData): Promise<readonly [string, Html]> {
    const file = form.get('fil');
    if (!(file instanceof File) || file.size === 0)
      throw new Refusal('Ingen fil är vald.', 'Gå tillbaka och välj en.');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const grids = /\.xlsx$/i.test(file.name) ? await workbookSheets(bytes) : [csvSheet(file.name, bytes)];
    const open = openFolder(await files());
    const ar = Number(form.get('ar') ?? '') || null;
    const { indikatorer, referens } = open.catalogue;
    const mapping = guessMapping(grids, {
      indikatorer,
      referens,
      kalla: String(form.get('kalla') ?? ''),
      ar,
      fil: file.name,
    });
    if (!mapping)
      throw new Refusal(
        'Filen har inget blad med kommuner i rader.',
        'Kontrollera att den har kommunkoder eller kommunnamn.',
      );
    const source = {
      fil: file.name,
      hamtad: effects.now().toISOString(),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      grids,
      years: null,
    };
    const id = randomUUID();
    given.set(id, { source, mapping, plan: null });
    return [`Så här uppfattar vi ${file.name}`, mappingView(token, id, mapping, indikatorer)];
  }

  const trusted = (form: FormData) => {
    const sent = Buffer.from(String(form.get('token') ?? ''));
    return sent.length === token.length && timingSafeEqual(sent, Buffer.from(token));
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    // Another site's page may lead its own name to this machine: only this machine's names are answered.
    if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? ''))
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
  const type = request.headers['content-type'] ?? '';
  return new Response(Buffer.concat(parts), { headers: { 'Content-Type': type } }).formData();
}

async function workbookSheets(bytes: Uint8Array): Promise<TableSource['grids']> {
  const folder = await mkdtemp(join(tmpdir(), 'oj-bok-'));
  try {
    await writeFile(join(folder, 'bok.xlsx'), bytes);
    return await readWorkbook(join(folder, 'bok.xlsx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

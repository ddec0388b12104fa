import { createHash } from 'node:crypto';
import { BOUNDS } from '../../model/limits.ts';
import { Refusal } from '../../refusal.ts';
import { readBody } from './body.ts';
import type { Cached, RequestCache } from './cache.ts';

/** What the client does to the world. `now` is an ISO time. */
export type HttpEffects = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => string;
};

export type HttpOptions = {
  readonly effects: HttpEffects;
  readonly cache: RequestCache;
  /** Answers come from the cache only. */
  readonly offline: boolean;
  /** Pause before each call but the first, in milliseconds: sources ask for 200–300. */
  readonly pause: number;
  readonly timeout: number;
  readonly maxBytes: number;
  /** How many times a request is tried when the source is busy, silent or broken. */
  readonly tries: number;
};

/** What a source answered: parsed JSON, not yet held against any schema. */
export type HttpAnswer = { readonly url: string; readonly json: unknown; readonly hamtad: string };

export type HttpClient = {
  /** @throws Refusal when there is no usable answer */
  readonly json: (url: string, body?: string) => Promise<HttpAnswer>;
  /** Everything asked for so far, in order; the hash is over all bodies. */
  readonly asked: () => {
    readonly fraga: readonly string[];
    readonly sha256: string;
    readonly hamtad: string;
  };
};

/** A wait that a source asks for may not be longer. */
const { wait: LONGEST_WAIT } = BOUNDS.answer;

type Tried =
  | { readonly done: Uint8Array }
  | { readonly again: string; readonly wait: number | null }
  | { readonly stop: Refusal };

/** A client that is polite, patient and suspicious, and remembers every answer so that an import can be repeated. */
export function httpClient(options: HttpOptions): HttpClient {
  const { effects, cache, offline, pause, tries } = options;
  const fraga: string[] = [];
  const hash = createHash('sha256');
  let latest = '';
  let calls = 0;

  async function fromSource(url: string, body: string | undefined): Promise<Cached> {
    let problem = '';
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (calls > 0) await effects.sleep(pause);
      calls += 1;
      const tried = await once(url, body, options);
      if ('done' in tried) return { bytes: tried.done, hamtad: effects.now() };
      if ('stop' in tried) throw tried.stop;
      problem = tried.again;
      if (attempt + 1 < tries) await effects.sleep(tried.wait ?? Math.min(500 * 2 ** attempt, 30_000));
    }
    throw new Refusal(
      `${problem} (${tries} försök). Adress: ${url}`,
      'Vänta en stund och kör kommandot igen. Har allt hämtats tidigare går det att läsa om det med --offline.',
    );
  }

  return {
    json: async (url, body) => {
      const key = body === undefined ? url : `${url}\n${body}`;
      const known = offline ? await cache.read(key) : await fromSource(url, body);
      if (!known)
        throw new Refusal(
          `Det finns inget sparat svar från ${url}.`,
          'Kör kommandot en gång utan --offline, så sparas svaren.',
        );
      if (!offline) await cache.write(key, known);
      fraga.push(key.replace('\n', ' '));
      hash.update(known.bytes);
      if (known.hamtad > latest) latest = known.hamtad;
      const json: unknown = JSON.parse(new TextDecoder().decode(known.bytes));
      return { url, json, hamtad: known.hamtad };
    },
    asked: () => ({ fraga, sha256: hash.copy().digest('hex'), hamtad: latest }),
  };
}

/** One call: the body when it is whole JSON, or whether it is worth trying again. */
async function once(url: string, body: string | undefined, options: HttpOptions): Promise<Tried> {
  const { effects, timeout, maxBytes } = options;
  try {
    const response = await effects.fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      ...(body && { body }),
    });
    const refused = refusal(url, response);
    if (refused) return refused;
    const bytes = await readBody(response, maxBytes);
    if (bytes === null)
      return {
        stop: new Refusal(
          `Svaret är större än ${Math.round(maxBytes / 1e6)} MB. Adress: ${url}`,
          'Fråga efter färre år eller färre nyckeltal åt gången.',
        ),
      };
    return judged(bytes);
  } catch (error) {
    const silent = error instanceof Error && error.name === 'TimeoutError';
    return {
      again: silent
        ? `Källan svarade inte inom ${Math.round(timeout / 1000)} sekunder`
        : `Förbindelsen bröts eller gick inte att få (${reasonOf(error)})`,
      wait: null,
    };
  }
}

const reasonOf = (error: unknown) => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
};

/** What a status means; null for one that has an answer. */
function refusal(url: string, response: Response): Tried | null {
  const { status } = response;
  if (status === 429 || status >= 500) {
    const wait = retryAfter(response.headers.get('retry-after'), response.headers.get('date'));
    if (wait !== null && wait > LONGEST_WAIT)
      return {
        stop: new Refusal(
          `Källan ber oss vänta ${Math.round(wait / 60_000)} minuter.`,
          'Kör kommandot igen efter det.',
        ),
      };
    return {
      again: status === 429 ? 'Källan säger att vi frågar för ofta (429)' : `Källan svarade ${status}`,
      wait,
    };
  }
  if (status === 200) return null;
  const advice =
    status === 410
      ? 'Den versionen av källans gränssnitt finns inte längre. Kontrollera --base-url.'
      : 'Kontrollera adressen, nyckeltalen och åren.';
  return { stop: new Refusal(`Källan svarade ${status} på ${url}.`, advice) };
}

/** Milliseconds of a `retry-after`, in seconds or as a date held against the source's own clock. */
function retryAfter(text: string | null, date: string | null): number | null {
  if (text === null) return null;
  if (/^\d+$/.test(text.trim())) return Number(text) * 1000;
  const until = Date.parse(text);
  const now = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(until) || Number.isNaN(now) ? null : Math.max(0, until - now);
}

/** Whole JSON, or what it is instead. */
function judged(bytes: Uint8Array): Tried {
  const text = new TextDecoder().decode(bytes);
  if (/^\s*</.test(text)) return { again: 'Källan svarade med en webbsida i stället för data', wait: null };
  try {
    JSON.parse(text);
    return { done: bytes };
  } catch {
    return { again: 'Svaret är avhugget eller är inte JSON', wait: null };
  }
}

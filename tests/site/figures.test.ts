import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { SEED, sample } from './random.ts';

// What a page and a deck of slides say of a kommun is what the API says, number by number.

const SITE = process.env.OJ_SITE ?? 'dist';
type Value = {
  readonly indikator: string;
  readonly ar: number;
  readonly varde: number | string | null;
  readonly svarande: number | null;
  readonly fordelning: Readonly<Record<string, number>> | null;
};
type Place = { readonly kod: string; readonly namn: string; readonly slug: string; readonly lanskod: string };
type Api = {
  readonly kommun: Place;
  readonly stadsdelar: readonly string[];
  readonly liknande: Readonly<Record<string, readonly { readonly kod: string }[]>>;
  readonly values: readonly Value[];
};
const api = <T>(path: string): T => JSON.parse(readFileSync(join(SITE, 'api/v1', path), 'utf8'));
const kommuner = api<{ kommuner: readonly Place[] }>('kommuner.json').kommuner;
const omraden = api<{ omraden: readonly { slug: string; kortnamn: string }[] }>('omraden.json').omraden;
const riket = api<{ values: readonly Value[] }>('riket.json').values;

/** A question as it stands on a page or a slide. */
type Row = {
  readonly id: string;
  readonly answer: string;
  readonly year: number | null;
  readonly similar: string;
  readonly lan: string;
  readonly riket: string;
};

const text = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

function pageRows(slug: string, area: string): ReadonlyMap<string, Row> {
  const { document } = parseHTML(readFileSync(join(SITE, 'kommuner', slug, area, 'index.html'), 'utf8'));
  const rows = [...document.querySelectorAll('tr[id^="svar-"]')].map((row) => {
    const cell = (label: string) => text(row.querySelector(`td[data-label="${label}"]`));
    const year = /^\d{4}/.exec(text(row.querySelector('.year')))?.[0];
    return [
      text(row.querySelector('th a')),
      {
        id: row.id.slice('svar-'.length).toUpperCase(),
        answer: text(row.querySelector('td > span')),
        year: year === undefined ? null : Number(year),
        similar: cell('Liknande'),
        lan: cell('Länet'),
        riket: cell('Riket'),
      },
    ] as const;
  });
  return new Map(rows);
}

/** The rows of a deck's tables of answers, by the area that the slide's title ends with. */
function deckRows(slug: string): readonly (readonly [area: string, cells: readonly string[]])[] {
  const parts = unzipSync(readFileSync(join(SITE, 'data/kommun', `${slug}.pptx`)));
  return Object.entries(parts).flatMap(([name, bytes]) => {
    if (!/^ppt\/slides\/slide\d+\.xml$/.test(name)) return [];
    const xml = new TextDecoder().decode(bytes);
    const words = (part: string) =>
      [...part.matchAll(/<a:t>([^<]*)<\/a:t>/g)]
        .map(([, t = '']) => t)
        .join('')
        .replaceAll('&amp;', '&')
        .replace(/\s+/g, ' ');
    const cells = [...xml.matchAll(/<a:tr .*?<\/a:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<a:tc>.*?<\/a:tc>|<a:tc .*?<\/a:tc>/gs)].map(([cell]) => words(cell)),
    );
    const [head, ...rows] = cells;
    if (head?.[2] !== 'År' || head[3] !== 'Liknande') return [];
    const title = words(/<p:sp>.*?<\/p:sp>/s.exec(xml)?.[0] ?? '');
    const area = omraden.find((o) => title.endsWith(`: ${o.kortnamn}`));
    if (!area) throw new Error(`a slide of no area: ${title}`);
    return rows.map((row) => [area.slug, row] as const);
  });
}

const yes = new Set<unknown>(['ja', 'alla']);
const no = new Set<unknown>(['nej', 'ingen']);

/** What a share is on a page: rounded to whole per cent, or as counts where fewer than ten have answered. */
function holds(shown: string, value: Value | undefined): boolean {
  const counts = /^(\d+) av (\d+)$/.exec(shown);
  const percent = /^(\d+)\s?%$/.exec(shown);
  if (!counts && !percent) return typeof value?.varde !== 'number';
  if (typeof value?.varde !== 'number') return false;
  if (percent) return Math.abs(Number(percent[1]) - value.varde) <= 0.5 + 1e-9;
  const [, part, whole] = counts ?? [];
  return (
    Number(whole) === value.svarande && Math.abs((Number(part) / Number(whole)) * 100 - value.varde) < 1e-6
  );
}

/** Whether an answer in words is the API's: a kommun's own, or how many of a city's stadsdelar said yes. */
function says(answer: string, value: Value | undefined): boolean {
  const [, part, whole] = /^(\d+) av (\d+) stadsdelar svarade ja$/.exec(answer) ?? [];
  // "Ja, men inte för alla" is neither: it may stand for *vissa* and *delvis*, never for *nej*.
  if (part === undefined)
    return (
      answer.startsWith('Nej') === no.has(value?.varde) && (!yes.has(value?.varde) || answer.startsWith('Ja'))
    );
  const counts = Object.entries(value?.fordelning ?? {});
  const sum = (entries: typeof counts) => entries.reduce((all, [, n]) => all + n, 0);
  return (
    Number(whole) === value?.svarande &&
    Number(whole) === sum(counts) &&
    Number(part) === sum(counts.filter(([word]) => yes.has(word)))
  );
}

const of = (values: readonly Value[], id: string, ar: number) =>
  values.find((v) => v.indikator === id && v.ar === ar);

// A city that answers by stadsdelar is one of the ten every day: its rows are of another kind.
const cities = kommuner.filter(({ kod }) => api<Api>(`kommuner/${kod}.json`).stadsdelar.length > 0);
const city = sample(cities, 1);
const chosen = [
  ...city,
  ...sample(
    kommuner.filter((k) => !city.includes(k)),
    9,
  ),
];
describe.each(chosen)(`$namn (OJ_FRO=${SEED})`, ({ kod, slug, lanskod }) => {
  const own = api<Api>(`kommuner/${kod}.json`);
  const lan = api<{ values: readonly Value[] }>(`lan/${lanskod}.json`).values;
  const deck = deckRows(slug);
  const pages = new Map(omraden.map((o) => [o.slug, pageRows(slug, o.slug)]));

  it('the deck has the questions of the pages, and both say what the API says', () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const [area, [name = '', answer = '', ar = '', similar = '', inLan = '', inRiket = '']] of deck) {
      const row = pages.get(area)?.get(name);
      if (!row) {
        wrong.push(`${name} is not on the page`);
        continue;
      }
      compared += 1;
      const year = Number(ar);
      const value = of(own.values, row.id, year);
      const newer = own.values.filter((v) => v.indikator === row.id && v.ar > year && v.varde !== null);
      const peers = (own.liknande[area] ?? own.liknande['allt'] ?? []).slice(0, 7).flatMap((p) => {
        const found = of(api<Api>(`kommuner/${p.kod}.json`).values, row.id, year)?.varde;
        return typeof found === 'string' ? [found] : [];
      });
      const [, n, m] = /^(\d+) av (\d+)$/.exec(similar) ?? [];
      const checks: readonly (readonly [boolean, string])[] = [
        [row.answer === answer, `answer ${row.answer} ${answer}`],
        [row.year === null || row.year === year, `year ${row.year} ${ar}`],
        [newer.length === 0, `a newer answer, after ${ar}`],
        [says(answer, value), `${answer}, in the API ${value?.varde} ${JSON.stringify(value?.fordelning)}`],
        [row.lan === inLan && holds(inLan, of(lan, row.id, year)), `län ${row.lan} ${inLan}`],
        [row.riket === inRiket && holds(inRiket, of(riket, row.id, year)), `riket ${row.riket} ${inRiket}`],
        [
          row.similar === similar &&
            (n === undefined ||
              (Number(m) === peers.length && Number(n) === peers.filter((v) => yes.has(v)).length)),
          `similar ${row.similar} ${similar}, in the API ${peers.join(' ')}`,
        ],
      ];
      for (const [right, what] of checks) if (!right) wrong.push(`${area} ${row.id} ${ar}: ${what}`);
    }
    expect(wrong).toEqual([]);
    expect(compared).toBe([...pages.values()].reduce((sum, rows) => sum + rows.size, 0));
    expect(compared).toBeGreaterThan(20);
  });
});

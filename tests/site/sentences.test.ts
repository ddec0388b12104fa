import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { SEED, sample } from './random.ts';

// What the sentences, bars, figures and their tables say of a kommun is what the API says, number by number. The
// tables of answers and the slides are held in figures.test.ts.

const SITE = process.env.OJ_SITE ?? 'dist';
type Value = {
  readonly indikator: string;
  readonly kod: string;
  readonly namn: string;
  readonly niva: string;
  readonly ar: number | null;
  readonly kon: string;
  readonly varde: number | string | null;
};
type Place = { readonly kod: string; readonly namn: string; readonly slug: string };
type Indicator = {
  readonly id: string;
  readonly slug: string;
  readonly kortnamn: string;
  readonly titel: string;
  readonly typ: string;
  readonly omraden: readonly string[];
};
type Own = {
  readonly liknande: Readonly<Record<string, readonly { readonly kod: string }[]>>;
  readonly values: readonly Value[];
};
const api = <T>(path: string): T => JSON.parse(readFileSync(join(SITE, 'api/v1', path), 'utf8'));
const kommuner = api<{ kommuner: readonly Place[] }>('kommuner.json').kommuner;
const omraden = api<{ omraden: readonly { slug: string }[] }>('omraden.json').omraden;
const indikatorer = api<{ indikatorer: readonly Indicator[] }>('indikatorer.json').indikatorer;
const isShipped =
  JSON.parse(readFileSync(join(SITE, 'data/release.json'), 'utf8')).utgivare === 'Exempelutgivaren';
const riket = api<{ values: readonly Value[] }>('riket.json').values;
const bySlug = new Map(indikatorer.map((i) => [i.slug, i]));

const words = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const pageOf = (path: string): Document =>
  parseHTML(readFileSync(join(SITE, path, 'index.html'), 'utf8')).document;

const isYes = (value: unknown) => value === 'ja' || value === 'alla';
const isNo = (value: unknown) => value === 'nej' || value === 'ingen';

/** A number as it is written, and how many decimals it shows. */
function number(shown: string): { readonly value: number; readonly decimals: number } | null {
  const [written] = /^[−-]?\d[\d\s\u00a0]*(,\d+)?/.exec(shown) ?? [];
  if (written === undefined) return null;
  const plain = written.replace(/[\s\u00a0]/g, '').replace('−', '-');
  return { value: Number(plain.replace(',', '.')), decimals: plain.split(',')[1]?.length ?? 0 };
}

/** True when a number is a value of the API, rounded to the decimals that it shows. */
function shows(shown: string, value: number | string | null | undefined): boolean {
  const read = number(shown);
  if (read === null) return typeof value !== 'number';
  return typeof value === 'number' && Math.abs(read.value - value) <= 0.5 * 10 ** -read.decimals + 1e-9;
}

const of = (values: readonly Value[], id: string, ar: number | null) =>
  values.find((v) => v.indikator === id && v.ar === ar && v.kon === 'T');

/** The newest answer to each question of an area; none of a city whose stadsdelar answer in its place. */
function newest(own: Own, area: string): readonly Value[] {
  const questions = indikatorer.filter((i) => i.typ === 'enkat' && i.omraden.includes(area));
  return questions.flatMap(({ id }) => {
    const answers = own.values.filter(
      (v) => v.indikator === id && v.niva === 'kommun' && typeof v.varde === 'string',
    );
    return answers.toSorted((a, b) => (b.ar ?? 0) - (a.ar ?? 0)).slice(0, 1);
  });
}

/** What bars, highlights and sentences on a page say of the answers to an area's questions, against the API. */
function answersSaid(root: ParentNode, own: Own, area: string): { readonly wrong: string[]; count: number } {
  const wrong: string[] = [];
  let count = 0;
  const say = (right: boolean, what: string) => {
    count += 1;
    if (!right) wrong.push(`${area}: ${what}`);
  };
  const answers = newest(own, area);
  const counts = {
    ja: answers.filter((v) => isYes(v.varde)).length,
    nej: answers.filter((v) => isNo(v.varde)).length,
    delvis: answers.filter((v) => !isYes(v.varde) && !isNo(v.varde)).length,
  };
  for (const bar of root.querySelectorAll('.answer-bar')) {
    const drawn = bar.querySelector('svg')?.getAttribute('aria-label') ?? '';
    for (const [answer, expected] of Object.entries(counts)) {
      const [, inText = '0'] = new RegExp(`Svarade ${answer}: (\\d+)`).exec(drawn) ?? [];
      const [, inList = '0'] = new RegExp(`Svarade ${answer} (\\d+)`).exec(words(bar)) ?? [];
      say(Number(inText) === expected, `${drawn}, in the API ${answer} ${expected}`);
      say(inText === inList, `${drawn}, and beside it ${inList}`);
    }
  }
  for (const item of root.querySelectorAll('.peers > li')) {
    const slug = /^\/indikatorer\/([^/]+)\/$/.exec(item.querySelector('a')?.getAttribute('href') ?? '')?.[1];
    const id = slug === undefined ? undefined : bySlug.get(slug)?.id;
    const said = words(item.querySelector('small'));
    const share = /^(\d+)\s%\si riket svarade (?:ja|alla) (\d{4})/.exec(said);
    if (id && share) {
      const { varde } = of(riket, id, Number(share[2])) ?? {};
      say(shows(share[1] ?? '', varde), `${id} ${said}, in the API ${varde}`);
    }
    const peers = /^(\d+) av (\d+) liknande svarade (?:ja|alla) (\d{4})/.exec(said);
    if (id && peers) {
      const all = (own.liknande[area] ?? own.liknande['allt'] ?? []).slice(0, 7).flatMap(({ kod }) => {
        const answer = of(api<Own>(`kommuner/${kod}.json`).values, id, Number(peers[3]))?.varde;
        return typeof answer === 'string' ? [answer] : [];
      });
      const right = Number(peers[2]) === all.length && Number(peers[1]) === all.filter(isYes).length;
      say(right, `${id} ${said}, in the API ${all.join(' ')}`);
    }
  }
  const lead = [...root.querySelectorAll('p.lead')].map(words).join(' ');
  for (const [said, percent = '', ar] of lead.matchAll(/(\d+)\s%\si riket (\d{4})/g)) {
    const alike = answers.filter((v) => shows(percent, of(riket, v.indikator, Number(ar))?.varde));
    say(
      alike.some((v) => v.ar === Number(ar)),
      `”${said}” is riket's share of nothing that was answered then`,
    );
  }
  for (const [said, name, from, then, to, now] of lead.matchAll(
    /”([^”]+)”, från (ja|nej) (\d{4}) till (ja|nej) (\d{4})/g,
  )) {
    const id = indikatorer.find((i) => i.kortnamn === name && i.omraden.includes(area))?.id ?? '';
    const was = of(own.values, id, Number(then))?.varde;
    const is = of(own.values, id, Number(now))?.varde;
    say(was === from && is === to, `${said}: in the API ${was} and ${is}`);
  }
  return { wrong, count };
}

/** Where the points of a strip of points stand, as values on its axis. */
function points(svg: Element): readonly number[] {
  const at = (path: Element) =>
    [...(path.getAttribute('d') ?? '').matchAll(/M([\d.]+) ([\d.]+)/g)].map(([, x, y]) => `${x} ${y}`);
  const ticks = [...svg.querySelectorAll('.axis path')].flatMap(at).map((point) => Number.parseFloat(point));
  const labels = [...svg.querySelectorAll('text[text-anchor="middle"]')].flatMap(
    (t) => number(words(t)) ?? [],
  );
  const [from = Number.NaN, to = Number.NaN] = [ticks[0], ticks.at(-1)];
  const [low = Number.NaN, high = Number.NaN] = [labels[0]?.value, labels[ticks.length - 1]?.value];
  // Those that stand out are drawn once more, on top.
  const drawn = new Set([
    ...[...svg.querySelectorAll('path[class*="dots"]')].flatMap(at),
    ...[...svg.querySelectorAll('circle')].map((c) => `${c.getAttribute('cx')} ${c.getAttribute('cy')}`),
  ]);
  return [...drawn].map((point) => low + ((Number.parseFloat(point) - from) * (high - low)) / (to - from));
}

/** A figure of how the kommuner are spread: its sentence, what it says instead of the picture, its points and table. */
function spread(figure: Element, place: Place): { readonly wrong: string[]; count: number } {
  const wrong: string[] = [];
  let count = 0;
  const say = (right: boolean, what: string) => {
    count += 1;
    if (!right) wrong.push(`${figure.id}: ${what}`);
  };
  const [, slug = '', ar = ''] = /^fordelning-(.+)-(\d{4})$/.exec(figure.id) ?? [];
  const id = bySlug.get(slug)?.id ?? '';
  const values = api<{ values: readonly Value[] }>(`observationer/${id}.json`).values.filter(
    (v) => v.ar === Number(ar) && v.kon === 'T',
  );
  const at = (kod: string) => values.find((v) => v.kod === kod)?.varde;
  const all = values.flatMap((v) => (v.niva === 'kommun' && typeof v.varde === 'number' ? [v] : []));
  const numbers = all.map((v) => Number(v.varde)).toSorted((a, b) => a - b);

  const sentence = words(figure.querySelector('.sentence'));
  const own = new RegExp(`^${place.namn} ${ar}: ([^.]*?)(?= (?:av|per|\\p{L}))`, 'u').exec(sentence)?.[1];
  const missing = sentence === `Uppgift saknas för ${place.namn}.`;
  const right = own === undefined ? missing && typeof at(place.kod) !== 'number' : shows(own, at(place.kod));
  say(right, `${sentence}: in the API ${at(place.kod)}`);
  const [, beside] = /riket \(([^)]+)\)/.exec(sentence) ?? [];
  if (beside !== undefined) say(shows(beside, at('00')), `${sentence}: riket in the API ${at('00')}`);
  const pictures = [...figure.querySelectorAll('svg.chart')];
  say(pictures.length > 0, 'no picture');
  for (const svg of pictures) {
    const said = (svg.getAttribute('aria-label') ?? '').replace(/\s+/g, ' ');
    say(said === sentence, `the picture says ${said}`);
    const drawn = points(svg).toSorted((a, b) => a - b);
    const off = drawn.filter(
      (x, i) => Math.abs(x - (numbers[i] ?? Number.NaN)) > 0.01 * (numbers.at(-1) ?? 1),
    );
    say(drawn.length === numbers.length, `${drawn.length} points, in the API ${numbers.length} values`);
    say(off.length === 0, `${off.length} points off, ${off.slice(0, 3).join(' ')}`);
  }
  for (const row of figure.querySelectorAll('tbody tr')) {
    const name = words(row.querySelector('th'));
    const shown = words(row.querySelector('td'));
    const slugOf = /^\/kommuner\/([^/]+)\/$/.exec(row.querySelector('th a')?.getAttribute('href') ?? '')?.[1];
    const linked = kommuner.find((k) => k.slug === slugOf);
    const [, edge, extreme] = /^(Lägst|Högst) \((.+)\)$/.exec(name) ?? [];
    const middle = (numbers[(numbers.length - 1) >> 1] ?? 0) / 2 + (numbers[numbers.length >> 1] ?? 0) / 2;
    if (linked) say(shows(shown, at(linked.kod)), `${name} ${shown}, in the API ${at(linked.kod)}`);
    else if (name === 'Riket') say(shows(shown, at('00')), `${name} ${shown}, in the API ${at('00')}`);
    else if (name.startsWith('Mitten')) say(shows(shown, middle), `${name} ${shown}, in the API ${middle}`);
    else if (edge) {
      const value = edge === 'Lägst' ? numbers[0] : numbers.at(-1);
      const named = all.find((v) => v.namn === extreme && v.varde === value);
      say(shows(shown, value) && (named !== undefined || !kommuner.some((k) => k.namn === extreme)), name);
    } else if (!name.startsWith('En fjärdedel')) say(false, `a row that nobody holds: ${name}`);
  }
  const rank = /plats (\d+)(?:–(\d+))? av (\d+)/.exec(words(figure));
  if (rank) {
    const [, best, worst = best, whole] = rank;
    const exact = numbers.filter((n) => n > Number(at(place.kod))).length + 1;
    say(Number(whole) === numbers.length, `${rank[0]}, in the API ${numbers.length}`);
    say(Number(best) <= exact && exact <= Number(worst), `${rank[0]}, by the API ${exact}`);
  }
  return { wrong, count };
}

/** The table of what a kommun has to do with: every measure, its year and value, and the middle of all. */
function background(page: Document, own: Own): { readonly wrong: string[]; count: number } {
  const wrong: string[] = [];
  const rows = [...page.querySelectorAll('section[aria-labelledby="bakgrund"] tbody tr')];
  for (const row of rows) {
    const [, slug = ''] =
      /\/indikatorer\/([^/]+)\//.exec(row.querySelector('a')?.getAttribute('href') ?? '') ?? [];
    const id = bySlug.get(slug)?.id ?? '';
    const [year = '', shown = ''] = [...row.querySelectorAll('td')].map(words);
    const ar = /^\d{4}$/.test(year) ? Number(year) : null;
    const value = of(own.values, id, ar)?.varde;
    if (!shows(shown, value)) wrong.push(`${slug} ${year} ${shown}, in the API ${value}`);
  }
  return { wrong, count: rows.length };
}

const chosen = sample(kommuner, 10);
describe.each(chosen)(`$namn (OJ_FRO=${SEED})`, (place) => {
  const own = api<Own>(`kommuner/${place.kod}.json`);
  const page = pageOf(`kommuner/${place.slug}`);

  it.each(omraden)('the sentences and bars of $slug say what the API says, on both pages', ({
    slug: area,
  }) => {
    const sections = [page.querySelector(`section[aria-labelledby="${area}"]`)];
    const path = `kommuner/${place.slug}/${area}`;
    if (existsSync(join(SITE, path, 'index.html'))) sections.push(pageOf(path).querySelector('main'));
    for (const section of sections) {
      if (section === null) continue;
      const { wrong, count } = answersSaid(section, own, area);
      expect(wrong).toEqual([]);
      if (newest(own, area).length > 0) expect(count).toBeGreaterThan(5);
    }
  });

  it('the figures say what the API says, in words, picture and table', () => {
    const figures = [...page.querySelectorAll('main figure[id]')];
    // A new kind of figure needs a check of its own here; a publisher's own series over years are held in imported.test.ts.
    if (isShipped)
      expect(figures.map((f) => f.id.split('-')[0]).filter((kind) => kind !== 'fordelning')).toEqual([]);
    for (const figure of figures.filter((f) => f.id.startsWith('fordelning-'))) {
      const { wrong, count } = spread(figure, place);
      expect(wrong).toEqual([]);
      expect(count).toBeGreaterThan(10);
    }
    const { wrong, count } = background(page, own);
    expect(wrong).toEqual([]);
    expect(count + figures.length).toBeGreaterThan(0);
  });
});

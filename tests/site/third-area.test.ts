import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHART_CLASSES } from '../../src/charts/classes.ts';
import { PALETTE } from '../../src/charts/palette.ts';
import { kartlaggning } from '../disclosure/planted.ts';
import { addAreas, SHARED } from './other-areas.ts';

/** What a länsstyrelse could publish: all of its län, and two of its kommuner. Made up. */
const LAN_KARTLAGGNING = {
  'kartlaggning.json': JSON.stringify({
    slug: 'blekinge',
    titel: 'Blekinge län',
    kod: '10',
    utgivare: 'Provlänsstyrelsen',
    ingress: 'En kartläggning av ett län som bara finns i tester.',
    huvudmatt: 'personer',
    raknas: ['Alla som räknas.'],
    raknasInte: [],
    personskydd: {},
    jamforbarhet: 'Går inte att jämföra med något annat.',
    kalla: 'provtidningen',
    omgangar: [{ ar: 2023, matperiod: '3–9 april', jamforbar: '2023 års metod' }],
  }),
  'varden.csv': `${[
    'ar;matt;situation;kon;varde;saknas;enhet;ungefar;omraknad;kalla;not;plats',
    '2023;personer;alla;T;143;;antal;;;provtidningen;;',
    '2023;personer;alla;T;81;;antal;;;provtidningen;;1080',
    '2023;personer;alla;T;37;;antal;;;provtidningen;;1081',
  ].join('\n')}\n`,
};

let folder: string;
let out: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oj-tredje-'));
  const data = join(folder, 'data');
  out = join(folder, 'dist');
  cpSync('tests/fixtures/litet', data, { recursive: true });
  addAreas(data);
  const counted = new Map<string, string | Uint8Array>();
  kartlaggning(['personer;alla;T;70', 'personer;alla;K;30', 'personer;alla;M;40'], {
    kod: '1081',
    slug: 'ronneby',
    kalla: 'provtidningen',
  })(counted);
  for (const [path, content] of counted) {
    const file = join(data, path.replace('/vasby/', '/ronneby/'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      typeof content === 'string' ? content.replaceAll('Påhittad;', 'provtidningen;') : content,
    );
  }
  const lan = join(data, 'kartlaggningar/blekinge');
  mkdirSync(lan, { recursive: true });
  for (const [name, text] of Object.entries(LAN_KARTLAGGNING)) writeFileSync(join(lan, name), text);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/build.ts', '--data', data, '--out', out],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stdout + stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const published = (path: string) => readFileSync(join(out, path), 'utf8');
const pages = () =>
  readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));

it('another area joins by its data alone: nationally, in each län and on each kommun', () => {
  for (const page of ['sida-vid-sida', 'lan/blekinge-lan', 'kommuner/ronneby']) {
    const table = /<table class="stack side".*?<\/table>/s.exec(published(`${page}/index.html`))?.[0] ?? '';
    expect([page, table.includes(SHARED)]).toEqual([page, true]);
    for (const column of ['Hemlöshet', 'Våld'])
      expect([page, table.includes(`<th scope="col">${column}</th>`)]).toEqual([page, true]);
    expect(table).not.toContain('Frågan ställdes inte');
  }
  for (const slug of ['vald-i-nara-relationer', 'barn-och-unga', 'aldre'])
    expect(published('index.html')).toContain(`/omraden/${slug}/`);
  // The registers are on a kommun's page, among the indicators, and in search, feeds and files.
  expect(published('omraden/barn-och-unga/index.html')).toContain('Kostnad per barn');
  for (const name of ['Kostnad per barn', 'Äldre med hemtjänst'])
    expect(published('kommuner/ronneby/index.html')).toContain(name);
  expect(published('floden/indikatorer/kostnad-per-barn.xml')).toContain('<feed');
  expect(published('floden/alla.xml')).toContain('Våld i nära relationer 2016');
  expect(published('data/allt/observationer.csv')).toContain('OJ-AL-01');
});

it('an area with one question says that it is the only one, and no other does', () => {
  const only = 'på den enda frågan om arbetet med våld 2016';
  const said = published('kommuner/ronneby/vald-i-nara-relationer/index.html');
  expect(said).toContain('Ronneby svarade senast 2016 på den enda frågan om arbetet med våld.');
  expect(published('lan/blekinge-lan/index.html')).toContain(only);
  expect(published('kommuner/ronneby/barn-och-unga/index.html')).not.toContain('den enda frågan');
});

it('a kartläggning of a län comes by files alone: its page, its round, the list, the page of the län, the tables', () => {
  const page = published('kartlaggningar/blekinge/index.html');
  expect(page).toContain('Kartläggning: Blekinge län');
  expect(page).toContain('143');
  expect(page).toContain('href="/lan/blekinge-lan/"');
  expect(published('lan/blekinge-lan/index.html')).toContain('href="/kartlaggningar/blekinge/"');
  expect(published('kartlaggningar/index.html')).toContain('Länens kartläggningar');
  const round = published('kartlaggningar/blekinge/2023/index.html');
  for (const said of ['Karlskrona', '81', 'Ronneby', '37']) expect(round).toContain(said);
  const rows = published('data/kartlaggningar/varden.csv').split('\r\n');
  expect(rows.filter((r) => r.startsWith('blekinge,')).map((r) => r.split(',')[1])).toEqual([
    '10',
    '1080',
    '1081',
  ]);
  expect(published('data/v/2026.1/kartlaggningar/varden.csv')).toContain('blekinge,10,2023');
});

it('a kartläggning, decks and charts come by files alone too', () => {
  expect(published('kartlaggningar/index.html')).toContain('/kartlaggningar/ronneby/');
  expect(published('kartlaggningar/ronneby/index.html')).toContain('70');
  const made = readdirSync(out, { recursive: true, encoding: 'utf8' });
  expect(made).toContain('data/vald-i-nara-relationer/2016.pptx');
  const pictures = made.filter((p) => p.startsWith('data/figurer/') && p.endsWith('.svg'));
  expect(pictures.some((p) => p.includes('kostnad-per-barn'))).toBe(true);
  // The classes of a new area's charts are those of all: every one has a colour.
  const css = published('charts.css');
  const used = new Set(
    pages()
      .filter((path) => path.startsWith('indikatorer/') && published(path).includes('/omraden/vald-i-nara'))
      .flatMap((path) => [...published(path).matchAll(/class="([^"]+)"/g)])
      .flatMap(([, names = '']) => names.split(' '))
      .filter((name) => /^(?:a-[a-z]+|c-\d)/.test(name)),
  );
  expect(used.size).toBeGreaterThan(0);
  for (const name of used) expect([name, css.includes(`.${name}{`)]).toEqual([name, true]);
});

it('an area’s decks have its own texts, and the colours of its charts on the site', () => {
  const opened = (path: string) =>
    Object.entries(unzipSync(readFileSync(join(out, path)))).map(
      ([name, bytes]) => [name, strFromU8(bytes)] as const,
    );
  const parts = opened('data/barn-och-unga/2018.pptx');
  const said = parts
    .filter(([name]) => /slides\/slide\d+\.xml$|notesSlides\//.test(name))
    .map(([, xml]) => xml.replaceAll(/<[^>]+>/g, ' '))
    .join(' ');
  const own = [
    'Barn och unga 2018',
    'Vem som utreder',
    'Plan för barn',
    'Vad som räknas, i ett område',
    'Provmyndigheten',
    'Frågorna gjordes om.',
  ];
  for (const words of own) expect([words, said.includes(words)]).toEqual([words, true]);
  // A question with words of its own: a bar for each answer, under its own word, in the colour of its class.
  const chart =
    parts.find(([name, xml]) => /charts\/chart\d+\.xml$/.test(name) && xml.includes('Egen utredare'))?.[1] ??
    '';
  const points = [...chart.matchAll(/<c:dPt>.*?<a:srgbClr val="(\w+)"/g)].map(
    ([, colour = '']) => `#${colour.toLowerCase()}`,
  );
  const classes = ['a-kategori-0', 'a-kategori-1', 'a-kategori-2'] as const;
  expect(points).toEqual(classes.map((name) => PALETTE.light[CHART_CLASSES[name].fill]));
  // Whatever is drawn of a new area, also on a kommun’s slides, has a colour of the one palette.
  const palette = new Set<string>(Object.values(PALETTE.light));
  const drawn = [...parts, ...opened('data/kommun/ronneby.pptx')].filter(([name]) =>
    /charts\/chart\d+\.xml$/.test(name),
  );
  expect(drawn.length).toBeGreaterThan(2);
  for (const [name, xml] of drawn)
    for (const [, series = ''] of xml.matchAll(/<c:ser>(.*?)<\/c:ser>/g)) {
      const colour = /<c:spPr>.*?<a:srgbClr val="(\w+)"/.exec(series)?.[1]?.toLowerCase() ?? '';
      expect([name, palette.has(`#${colour}`)]).toEqual([name, true]);
    }
});

it('says whether an area has example data by its own editions', () => {
  const example = (slug: string) => {
    const { resources } = JSON.parse(published(`data/${slug}/datapackage.json`));
    return resources.some(
      (r: { path: string; exempel?: boolean }) => !/^https?:/.test(r.path) && r.exempel === true,
    );
  };
  expect(['hemloshet', 'vald-i-nara-relationer', 'barn-och-unga', 'aldre'].map(example)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  const files: readonly { path: string; beskrivning?: string; exempel: boolean }[] = Object.values(
    JSON.parse(published('data/release.json')),
  ).find(Array.isArray) as never;
  for (const { path, exempel } of files.filter((f) =>
    /(vald-i-nara|barn-och-unga|aldre)\/datapackage/.test(f.path),
  ))
    expect([path, exempel]).toEqual([path, false]);
});

const ONE = [
  'frågor',
  'kommuner',
  'stadsdelar',
  'utgåvor',
  'indikatorer',
  'områden',
  'siffror',
  'omgångar',
  'personer',
];
const MANY = ['fråga', 'kommun', 'stadsdel', 'utgåva', 'indikator', 'område', 'siffra', 'omgång', 'person'];

it('counts in words that fit one and many, and never heads an empty list', () => {
  const all = pages();
  expect(all.length).toBeGreaterThan(100);
  const one = new RegExp(
    `(?<![\\d,.–\\u00a0-])(?:^|[\\s>(])(?:1|en|ett)[ \\u00a0](?:${ONE.join('|')})(?!\\p{L})`,
    'giu',
  );
  const many = new RegExp(
    `(?<!\\p{L})(?:två|tre|fyra|fem|sex|[02-9]|\\d\\d+)[ \\u00a0](?:${MANY.join('|')})(?!\\p{L})`,
    'giu',
  );
  const only = /(?<!\p{L})(?:alla|av de|de) (?:1|en|ett)(?![\p{L}\d])/giu;
  // A list with a name or an id is filled in by a script.
  const empty =
    /<(dl|ul|ol|tbody)(?![^>]*(?:\sid=|aria-label))[^>]*>\s*<\/\1>|<h[2-4][^>]*>[^<]*<\/h[2-4]>\s*<\/section>/giu;
  const found = all.flatMap((path) => {
    const html = published(path).replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, '');
    const text = html.replace(/<[^>]+>/g, ' ');
    const wrong = [one, many, only].flatMap((pattern) => text.match(pattern) ?? []);
    return [...wrong, ...(html.match(empty) ?? [])].map((hit) => `${path}: ${hit.trim().slice(0, 80)}`);
  });
  expect(found).toEqual([]);
});

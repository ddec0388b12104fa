import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measure } from './validering.ts';

/** Largest HTML of a kind of page, in kB with gzip. Kinds that it does not name are only shown. */
const HTML: Readonly<Record<string, number>> = { 'kommuner/*/': 30, 'kommuner/*/*/': 30 };
const CSS = 15;
/** JavaScript that a page loads by itself; what a reader asks for comes on top. */
const SCRIPT = 10;
const SCRIPT_COMPARE = 60;
/** Pages that are tools, and what their scripts may weigh; the one that reads workbooks has no limit yet. */
const TOOLS: Readonly<Record<string, number | null>> = {
  'jamfor/index.html': SCRIPT_COMPARE,
  'inventering/verktyg/index.html': null,
};

/** What a page is called among others of its kind: its address below the kind's first part. */
const nameOf = (path: string) => path.split('/').slice(1, -1).join('/');

const kB = (bytes: Uint8Array) => gzipSync(bytes).length / 1000;

/** What pages of the same template have in common: the first part of their address, and a star for each other. */
function kindOf(path: string): string {
  const [first = '', ...rest] = path.split('/').slice(0, -1);
  if (first === '') return path;
  const kind = first === 'jamfor' && rest.length > 1 ? [rest[0], '*'] : rest.map(() => '*');
  return `${[first, ...kind].join('/')}/`;
}

/** Files that the markup or a script of the site names, as paths below the site. */
const named = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap((m) => m[1] ?? []);

/** What every page weighs with its styles and scripts, beside the bounds. */
export function pageWeights(site: string): readonly Measure[] {
  const read = (path: string) => readFileSync(join(site, path));
  const weights = new Map<string, number>();
  const weight = (path: string) => {
    const known = weights.get(path) ?? kB(read(path));
    weights.set(path, known);
    return known;
  };
  /** A script with every script that it cannot start without. */
  const withImports = (path: string, seen = new Set<string>()): ReadonlySet<string> => {
    if (seen.has(path)) return seen;
    seen.add(path);
    for (const file of named(read(path).toString(), /(?:from|import)"\.\/([^"]+)"/g))
      withImports(`assets/${file}`, seen);
    return seen;
  };
  const sum = (paths: Iterable<string>) => [...paths].reduce((total, path) => total + weight(path), 0);

  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .map((path) => {
      const html = read(path);
      const text = html.toString();
      const scripts = named(text, /<script type="module" src="\/([^"]+)"/g).map((s) => [...withImports(s)]);
      return {
        path,
        html: kB(html),
        css: sum(new Set(named(text, /<link rel="stylesheet" href="\/([^"]+)"/g))),
        js: sum(new Set(scripts.flat())),
      };
    });

  type Page = (typeof pages)[number];
  const largest = (of: readonly Page[], by: 'html' | 'css' | 'js') =>
    of.reduce((most, page) => (page[by] > most[by] ? page : most));
  const kinds = [...Map.groupBy(pages, (page) => kindOf(page.path))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const tools = pages.filter((page) => page.path in TOOLS);
  const ordinary = pages.filter((page) => !(page.path in TOOLS));
  const script = largest(ordinary, 'js');
  return [
    { name: 'Sidor', value: pages.length, unit: 'st' },
    ...kinds.map(([kind, own]): Measure => {
      const most = largest(own, 'html');
      const target = HTML[kind];
      return {
        name:
          own.length === 1 ? `HTML ${kind}` : `HTML ${kind} (${own.length} st), tyngst ${nameOf(most.path)}`,
        value: most.html,
        unit: 'kB',
        ...(target === undefined ? {} : { target: `≤ ${target}` }),
      };
    }),
    { name: 'CSS på en sida', value: largest(pages, 'css').css, unit: 'kB', target: `≤ ${CSS}` },
    { name: `JavaScript: ${script.path}`, value: script.js, unit: 'kB', target: `≤ ${SCRIPT}` },
    ...tools.map(({ path, js }): Measure => {
      const most = TOOLS[path] ?? null;
      const target = most === null ? {} : { target: `≤ ${most}` };
      return { name: `JavaScript: ${path}`, value: js, unit: 'kB', ...target };
    }),
    { name: 'Uppgifterna på jamfor/', value: weight('api/v1/jamfor.json'), unit: 'kB' },
  ];
}

import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

const SITE = process.env.OJ_SITE ?? 'dist';

/** Pages of the shipped data that show something of their own. On other data those are looked at that it has. */
const NAMED: readonly string[] = [
  '',
  'omraden/',
  'omraden/hemloshet/',
  'omraden/hemloshet/2016/',
  'indikatorer/',
  'indikatorer/aktuell-overgripande-plan/',
  'indikatorer/aktuell-overgripande-plan/2016/',
  'indikatorer/bistandsmottagare/',
  'inbaddat/aktuell-overgripande-plan/',
  'inbaddat/bistandsmottagare/serie/',
  'kommuner/',
  'kommuner/umea/',
  'kommuner/umea/hemloshet/',
  'kommuner/umea/hemloshet/arbetsblad/',
  'kommuner/stockholm/',
  'kommuner/stockholm/hemloshet/',
  'kommuner/saffle/hemloshet/',
  'lan/',
  'lan/vasterbottens-lan/',
  'riket/',
  'jamfor/',
  'jamfor/lan/vasterbottens-lan/',
  'jamfor/grupp/storre-stad/',
  'jamfor/liknande/umea/',
  'sida-vid-sida/',
  'program/',
  'program/stockholm-2020-2025/',
  'inventering/',
  'inventering/exempel/',
  'inventering/verktyg/',
  'kartlaggningar/',
  'kartlaggningar/riket/',
  'kartlaggningar/stockholm/',
  'kartlaggningar/avhysningar/',
  'kartlaggningar/riket/2017/',
  'data/',
  'data/kommuner/',
  'data/lan/',
  'data/indikatorer/',
  'data/figurer/',
  'data/andringar/',
  'data/api/',
  'anvandarguide/',
  'anvandarguide/metod/',
  'anvandarguide/indikatorer/',
  'anvandarguide/ordlista/',
  'stod/',
  'stod/ansvar/',
  'stod/publikationer/',
  'kalender/',
  'granska/',
  'om/',
  'metod/liknande-kommuner/',
  'metod/rojandekontroll/',
  'tillganglighet/',
  'sok/',
];

const under = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name.endsWith(ending))
    .map((e) =>
      join(e.parentPath, e.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    );

/** The addresses that each page file of `src/pages` answers, the most exact first: `kommuner/` before `kommuner/x/`. */
const routes = under('src/pages', '.astro')
  .filter((file) => file !== '404.astro')
  .map((file) => {
    const address = file.replace(/(^|\/)index\.astro$/, '$1').replace(/\.astro$/, '/');
    const pattern = address.replace(/\[\.\.\.[^\]]+\]/g, '.+').replace(/\[[^\]]+\]/g, '[^/]+');
    return { file, pattern: new RegExp(`^${pattern}$`), open: file.split('[').length };
  })
  .sort((a, b) => a.open - b.open);

/** The page file that makes an address. */
const routeOf = (address: string): string | undefined =>
  routes.find(({ pattern }) => pattern.test(address))?.file;

/**
 * Addresses to look at in a built site: the named ones that it has, then the first page of each route that none of
 * them shows, so that a new kind of page is looked at without being named.
 */
function pageTypes(site: string): readonly string[] {
  const named = NAMED.filter((address) => existsSync(join(site, address, 'index.html')));
  const shown = new Set(named.map(routeOf));
  const more = new Map<string | undefined, string>();
  for (const file of under(site, 'index.html').sort()) {
    const address = file.slice(0, -'index.html'.length);
    const route = routeOf(address);
    if (!shown.has(route) && !more.has(route)) more.set(route, address);
  }
  return [...named, ...more.values()];
}

/** One or more of each kind of page, and one that is not there. */
export const PAGE_TYPES = [...(existsSync(SITE) ? pageTypes(SITE) : NAMED), 'finns-inte/'];

/** Every other page of the site, for tests that look at some by chance. */
export const OTHERS: readonly string[] = existsSync(SITE)
  ? under(SITE, 'index.html')
      .map((file) => file.slice(0, -'index.html'.length))
      .filter((address) => !PAGE_TYPES.includes(address))
      .sort()
  : [];

/** What only a browser draws, on pages of the kinds above. */
export const DRAWN = [
  'jamfor/?k=2480,2580,0180,9999&med=2016',
  'jamfor/?k=2480,2580,1480&vy=punkter',
  'jamfor/?k=2480,2580,0180&karta=N31807&vy=karta&ar=2022',
  'indikatorer/bistandsmottagare/?k=2480,2580',
] as const;

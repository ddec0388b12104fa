import { app } from 'astro/entrypoints/prerender';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { AskedPage } from './kept.ts';

// All that is said here of how Astro makes a page is not promised by it: `tests/site/whole.test.ts` holds every file
// against those of `astro build`.

/** What a route makes: a page, or a file that is not among the published ones. */
export type RoutePage = AskedPage & { readonly make: () => Promise<Response> };

type Sheet = { readonly type: string };
type Styles = readonly { readonly sheet: Sheet; readonly depth: number; readonly order: number }[];

/** What a page is made with, of what the bundling process knew: the stylesheets of each route, and where scripts are. */
interface Prerendering {
  setInternals(known: {
    readonly pagesByKeys: ReadonlyMap<string, { readonly styles: Styles }>;
    readonly entrySpecifierToBundleMap: ReadonlyMap<string, string>;
  }): void;
  setOptions(options: {
    readonly settings: { readonly scripts: readonly unknown[] };
    readonly logger: { readonly options: { readonly destination: Destination } };
  }): void;
}
interface Destination {
  write(event: { readonly message: string }): void;
}

/** Loads what the routes are made with: nothing of it reads the data. */
export async function loadRoutes(): Promise<void> {
  for (const { routeData } of app.manifest.routes) await app.getComponentByRoute(routeData);
}

/**
 * Everything that the routes of the bundle make, in the order of the routes. When two make the same address, the first
 * does, as in Astro.
 * @param said is given what Astro warns of
 * @throws what a route throws when it is asked for its paths
 */
export async function routePages(said: (line: string) => void): Promise<readonly RoutePage[]> {
  const { routes, entryModules, site } = app.manifest;
  if (site === undefined) throw new Error('Astro does not know the address of the site');
  if (routes.some(({ scripts }) => scripts.length > 0)) throw new Error('Astro adds scripts to pages');
  const astro: Prerendering = app;
  astro.setInternals({
    pagesByKeys: new Map(
      routes.map(({ routeData, styles }) => [
        `${routeData.route}&${routeData.component}`,
        { styles: styles.map((sheet, order) => ({ sheet, depth: 0, order })) },
      ]),
    ),
    entrySpecifierToBundleMap: new Map(Object.entries(entryModules)),
  });
  astro.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: { write: ({ message }) => said(message) } } },
  });
  const seen = new Set<string>();
  const pages: RoutePage[] = [];
  for (const { pathname, route } of await new StaticPaths(app).getAll()) {
    const { component, type } = route;
    const bare = pathname.replace(/\/$/, '');
    if (seen.has(bare)) continue;
    seen.add(bare);
    if (encodeURI(bare) !== bare) throw new Error(`${component}: an address as no other, ${bare}`);
    if (type !== 'page' && type !== 'endpoint') throw new Error(`${component} is a ${type}`);
    const isFile = type === 'endpoint';
    const path = isFile ? bare : `${bare}/`;
    const url = new URL(path, site);
    pages.push({
      path,
      // A route without paths of its own hands its page nothing.
      props: app.routeCache.get(route)?.staticPaths?.keyed.get(pathname)?.props ?? {},
      file: (isFile ? bare : bare === '/404' ? '/404.html' : `${path}index.html`).slice(1),
      component,
      make: () => app.render(new Request(url), { routeData: route }),
    });
  }
  return pages;
}

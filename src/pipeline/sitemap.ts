import type { PageFacts } from './pages/facts.ts';

/** Where search engines look for the list of pages, and for where that is. */
const SITEMAP = 'sitemap.xml';
const ROBOTS = 'robots.txt';

/**
 * The list of a site's pages (sitemaps.org) and `robots.txt`, by path. A page stands in it when it says of itself that
 * this is its address: one that is not to be found by searching, or that shows another page's content, does not.
 * @param files of the finished site, by path below its root
 * @param home the site's address, with a slash last
 */
export function sitemapFiles(
  files: ReadonlyMap<string, Pick<PageFacts, 'canonical'>>,
  home: string,
): ReadonlyMap<string, string> {
  const addresses = [...files]
    .filter(([path]) => path === 'index.html' || path.endsWith('/index.html'))
    .map(([path, { canonical }]) => ({
      own: new URL(path.slice(0, -'index.html'.length), home).href,
      canonical,
    }))
    .filter(({ own, canonical }) => own === canonical)
    .map(({ own }) => own)
    .toSorted();
  const urls = addresses.map((address) => `<url><loc>${address}</loc></url>\n`).join('');
  return new Map([
    [
      SITEMAP,
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>\n`,
    ],
    [ROBOTS, `User-agent: *\nAllow: /\nSitemap: ${new URL(SITEMAP, home).href}\n`],
  ]);
}

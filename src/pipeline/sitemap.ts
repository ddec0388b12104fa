/** Where search engines look for the list of pages, and for where that is. */
const SITEMAP = 'sitemap.xml';
const ROBOTS = 'robots.txt';

const CANONICAL = /<link rel="canonical" href="([^"]+)"/;

/**
 * The list of a site's pages (sitemaps.org) and `robots.txt`, by path. A page stands in it when it says of itself that
 * this is its address: one that is not to be found by searching, or that shows another page's content, does not.
 * @param files of the finished site, by path below its root: the head of a page is enough
 * @param home the site's address, with a slash last
 */
export function sitemapFiles(
  files: ReadonlyMap<string, Uint8Array>,
  home: string,
): ReadonlyMap<string, string> {
  const decoder = new TextDecoder();
  const addresses = [...files]
    .filter(([path]) => path === 'index.html' || path.endsWith('/index.html'))
    .map(([path, bytes]) => ({
      own: new URL(path.slice(0, -'index.html'.length), home).href,
      said: CANONICAL.exec(decoder.decode(bytes))?.[1],
    }))
    .filter(({ own, said }) => own === said)
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

import { expect, it } from 'vitest';
import { sitemapFiles } from '../../src/pipeline/sitemap.ts';

const HOME = 'https://jamforelser.example/';
const page = (canonical: string | null) => ({ canonical });

it('a site map has the pages that say that the address is theirs, sorted', () => {
  const files = sitemapFiles(
    new Map([
      ['b/index.html', page(`${HOME}b/`)],
      ['index.html', page(HOME)],
      ['inbaddat/b/index.html', page(`${HOME}b/`)],
      ['404.html', page(`${HOME}404/`)],
      ['om/index.html', page(null)],
      ['data/a.csv', page(`${HOME}data/a.csv`)],
    ]),
    HOME,
  );
  const found = [...(files.get('sitemap.xml') ?? '').matchAll(/<loc>(.*?)<\/loc>/g)].map((m) => m[1]);
  expect(found).toEqual([HOME, `${HOME}b/`]);
  expect(files.get('robots.txt')).toContain(`Sitemap: ${HOME}sitemap.xml`);
});

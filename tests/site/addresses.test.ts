import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SITE = process.env.OJ_SITE ?? 'dist';
const files = new Set(readdirSync(SITE, { recursive: true, encoding: 'utf8' }));
const pages = [...files].filter((f) => /(^|\/)index\.html$/.test(f)).sort();
const html = new Map(pages.map((page) => [page, readFileSync(join(SITE, page), 'utf8')]));
const robots = readFileSync(join(SITE, 'robots.txt'), 'utf8');
const [, home = ''] = /^Sitemap: (.*)sitemap\.xml$/m.exec(robots) ?? [];
const listed = [...readFileSync(join(SITE, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
  (m) => m[1] ?? '',
);
const addressOf = (page: string) => home + page.replace(/index\.html$/, '');
const canonicalOf = (text: string) => /<link rel="canonical" href="([^"]+)"/.exec(text)?.[1];

describe('addresses', () => {
  it('every page says which address is its own, or that it is not to be found by searching', () => {
    const wrong = [...html].filter(([page, text]) => {
      const canonical = canonicalOf(text);
      // A frame for other sites stands for the page that it is taken from.
      if (page.startsWith('inbaddat/'))
        return !(canonical && html.has(`${canonical.slice(home.length)}index.html`));
      return canonical === undefined
        ? !text.includes('name="robots" content="noindex"')
        : canonical !== addressOf(page);
    });
    expect(wrong.map(([page]) => page)).toEqual([]);
  });

  it('the site map has every page that is its own, once, and no other', () => {
    const own = [...html]
      .filter(([page, text]) => canonicalOf(text) === addressOf(page))
      .map(([page]) => addressOf(page));
    expect(own.length).toBeGreaterThan(10);
    expect(listed).toEqual([...new Set(own)].sort());
  });

  it('every page is reached by links from the first', () => {
    const reached = new Set(['index.html']);
    const next = ['index.html'];
    for (let page = next.pop(); page !== undefined; page = next.pop()) {
      const text = html.get(page) ?? '';
      for (const [, href = ''] of text.matchAll(/\s(?:href|value|action)="(\/[^"#?]*)/g)) {
        const to = `${decodeURI(href).slice(1)}index.html`;
        if (!html.has(to) || reached.has(to)) continue;
        reached.add(to);
        next.push(to);
      }
    }
    // A frame is reached by its address, which its page gives to copy.
    const orphans = pages.filter((page) => !reached.has(page) && !page.startsWith('inbaddat/'));
    // Addresses that are only kept for who has them say that they are not to be found by searching.
    const searched = orphans.filter((page) => !html.get(page)?.includes('name="robots" content="noindex"'));
    expect(searched).toEqual([]);
    expect(orphans.length).toBeLessThan(pages.length / 4);
    const copied = [...html.values()].join('\n');
    const frames = pages.filter((page) => page.startsWith('inbaddat/'));
    expect(frames.filter((page) => !copied.includes(`/${page.replace(/index\.html$/, '')}`))).toEqual([]);
  });
});

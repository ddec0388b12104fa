import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const SITE = process.env.OJ_SITE ?? 'dist';
const pages = readdirSync(SITE, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.html') && !f.startsWith('pagefind'))
  .sort();
const html = new Map(pages.map((p) => [p, readFileSync(join(SITE, p), 'utf8')]));

/** The page that an address of the site leads to; undefined for files that are not pages. */
function target(path: string): string | undefined {
  const clean = path.replace(/^\//, '');
  return clean === '' || clean.endsWith('/') ? `${clean}index.html` : undefined;
}

describe('the built site', () => {
  it('has every kommun, län and riket', () => {
    expect(pages.filter((p) => /^kommuner\/[^/]+\/index\.html$/.test(p))).toHaveLength(290);
    expect(pages.filter((p) => /^lan\/[^/]+\/index\.html$/.test(p))).toHaveLength(21);
    expect(pages).toContain('riket/index.html');
    expect(pages).toContain('kommuner/habo/index.html');
    expect(pages).toContain('kommuner/habo-0305/index.html');
  });

  it('has no broken link and no missing anchor', () => {
    const ids = new Map<string, Set<string>>();
    const idsOf = (page: string) => {
      const known =
        ids.get(page) ??
        new Set([...(html.get(page) ?? '').matchAll(/\sid="([^"]+)"/g)].map((m) => m[1] ?? ''));
      ids.set(page, known);
      return known;
    };
    const broken = new Set<string>();
    for (const [page, text] of html) {
      for (const [, href = ''] of text.matchAll(/\shref="([^"]+)"/g)) {
        if (/^(https?:|mailto:|tel:)/.test(href)) continue;
        const [withQuery = '', anchor] = href.split('#');
        const path = withQuery.split('?')[0] ?? '';
        const to = path === '' ? page : target(path);
        if (path !== '' && !path.startsWith('/')) broken.add(`${page}: ${href} is not absolute`);
        else if (to === undefined ? !existsSync(join(SITE, decodeURI(path))) : !html.has(to))
          broken.add(`${page} → ${href}`);
        else if (anchor && to && !idsOf(to).has(decodeURIComponent(anchor)))
          broken.add(`${page} → ${href} (anchor)`);
      }
    }
    expect([...broken].slice(0, 20)).toEqual([]);
  });

  it('has nothing inline that the content security policy forbids, and the policy on every page', () => {
    const wrong = [...html].flatMap(([page, text]) => [
      ...(/\sstyle="/.test(text) ? [`${page}: style attribute`] : []),
      ...(/<style[\s>]/.test(text) ? [`${page}: style element`] : []),
      ...(/<script(?![^>]*(\ssrc=|application\/ld\+json))/.test(text) ? [`${page}: inline script`] : []),
      ...(/\son[a-z]+="/.test(text) ? [`${page}: event attribute`] : []),
      ...(text.includes('http-equiv="Content-Security-Policy"') ? [] : [`${page}: no policy`]),
      ...(/(?:src|srcset)="https?:/.test(text) ? [`${page}: third party`] : []),
    ]);
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  it('marks example data wherever a kommun answers', () => {
    const kommuner = [...html].filter(([p]) => /^kommuner\/[^/]+\/(index\.html|[^/]+\/index\.html)$/.test(p));
    expect(kommuner.filter(([, text]) => !text.includes('Exempeldata')).map(([p]) => p)).toEqual([]);
  });

  it('has kommun pages of at most 40 kB gzipped with styles', () => {
    const css = readdirSync(join(SITE, 'assets'))
      .filter((f) => f.endsWith('.css'))
      .reduce((sum, f) => sum + gzipSync(readFileSync(join(SITE, 'assets', f))).length, 0);
    const heavy = pages
      .filter((p) => /^kommuner\/[^/]+\/index\.html$/.test(p))
      .filter((p) => gzipSync(html.get(p) ?? '').length + css > 40_000);
    expect(heavy).toEqual([]);
    expect(statSync(join(SITE, 'index.html')).size).toBeGreaterThan(1000);
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CSP, EMBED_PATH, policyFor } from '../../src/serving/csp.ts';
import { deployFiles } from '../../src/serving/deploy.ts';
import { headersFor, isPublic } from '../../src/serving/headers.ts';

it('the set-ups in the repository are the lists of today', () => {
  for (const [path, content] of deployFiles())
    expect([path, readFileSync(path, 'utf8')]).toEqual([path, content]);
});

it('every page carries the policy itself too, without what only a header can say', () => {
  expect(policyFor('/')).toBe(`${CSP}; frame-ancestors 'self'`);
  for (const layout of ['Page', 'Frame'])
    expect(readFileSync(`src/layouts/${layout}.astro`, 'utf8')).toContain('content={CSP}');
});

it('only the frames may stand on other sites', () => {
  const headers = readFileSync('public/_headers', 'utf8');
  // Two policies on one page would both hold, so the general one is taken away first.
  expect(headers).toContain(
    `${EMBED_PATH}*\n  ! Content-Security-Policy\n  Content-Security-Policy: ${policyFor(`${EMBED_PATH}x/`)}\n`,
  );
  expect(headers.match(/frame-ancestors \*/g)).toHaveLength(1);
  expect(policyFor('/inbaddat-inte/')).toContain("frame-ancestors 'self'");
});

it('the policy lets nothing inline in and nothing from others', () => {
  expect(CSP).not.toMatch(/unsafe-inline|https?:|\*/);
  expect(CSP).toContain("default-src 'none'");
});

it('data may be read by other sites, pages may not', () => {
  const open = (path: string) => headersFor(path).some(([name]) => name === 'Access-Control-Allow-Origin');
  expect(
    ['/api/v1/index.json', '/data/a.csv', '/datasets/dcat', '/dcat.ttl', '/floden/a.xml'].filter(open),
  ).toHaveLength(5);
  expect(['/', '/kommuner/umea/', '/dataskydd/'].filter(open)).toEqual([]);
});

it.each([
  ['/', true],
  ['/.well-known/security.txt', true],
  ['/_headers', false],
  ['/.oppna-jamforelser', false],
  ['/.git/config', false],
  ['/a/.env', false],
  ['/../x', false],
  ['/.well-known/../.env', false],
])('%s is for readers: %s', (path, expected) => {
  expect(isPublic(path)).toBe(expected);
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CSP } from '../../src/pipeline/csp.ts';

it('the header file, the meta element and our server have the same policy', () => {
  const headers = readFileSync('public/_headers', 'utf8');
  expect(headers).toContain(`Content-Security-Policy: ${CSP}; frame-ancestors 'self'\n`);
  expect(readFileSync('src/layouts/Page.astro', 'utf8')).toContain('content={CSP}');
  expect(readFileSync('src/pipeline/server.ts', 'utf8')).toMatch(/CSP\}; frame-ancestors 'self'`/);
});

it('the policy lets nothing inline in and nothing from others', () => {
  expect(CSP).not.toMatch(/unsafe-inline|https?:|\*/);
  expect(CSP).toContain("default-src 'none'");
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CSP, FRAMES, policyFor } from '../../src/pipeline/csp.ts';

it('the header file, the meta element and our server have the same policy', () => {
  const headers = readFileSync('public/_headers', 'utf8');
  expect(headers).toContain(`/*\n  Content-Security-Policy: ${policyFor('/')}\n`);
  expect(policyFor('/')).toBe(`${CSP}; frame-ancestors 'self'`);
  for (const layout of ['Page', 'Frame'])
    expect(readFileSync(`src/layouts/${layout}.astro`, 'utf8')).toContain('content={CSP}');
  expect(readFileSync('src/pipeline/server.ts', 'utf8')).toContain('policyFor(');
});

it('only the frames may stand on other sites', () => {
  const headers = readFileSync('public/_headers', 'utf8');
  // Two policies on one page would both hold, so the general one is taken away first.
  expect(headers).toContain(
    `${FRAMES}*\n  ! Content-Security-Policy\n  Content-Security-Policy: ${policyFor(`${FRAMES}x/`)}\n`,
  );
  expect(headers.match(/frame-ancestors \*/g)).toHaveLength(1);
  expect(policyFor('/inbaddat-inte/')).toContain("frame-ancestors 'self'");
});

it('the policy lets nothing inline in and nothing from others', () => {
  expect(CSP).not.toMatch(/unsafe-inline|https?:|\*/);
  expect(CSP).toContain("default-src 'none'");
});

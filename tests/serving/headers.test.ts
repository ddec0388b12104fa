import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { allFiles } from '../../src/files/index.ts';
import { load } from '../../src/pipeline/load.ts';
import { CSP, EMBED_PATH, policyFor } from '../../src/serving/csp.ts';
import { mediaTypeOf, OPEN_PATHS } from '../../src/serving/media.ts';
import { listen, siteServer } from '../../src/serving/server.ts';

it('the header file, the meta element and our server have the same policy', () => {
  const headers = readFileSync('public/_headers', 'utf8');
  expect(headers).toContain(`/*\n  Content-Security-Policy: ${policyFor('/')}\n`);
  expect(policyFor('/')).toBe(`${CSP}; frame-ancestors 'self'`);
  for (const layout of ['Page', 'Frame'])
    expect(readFileSync(`src/layouts/${layout}.astro`, 'utf8')).toContain('content={CSP}');
  expect(readFileSync('src/serving/server.ts', 'utf8')).toContain('policyFor(');
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

it('data may be read by other sites, and a host is told what the catalogue without an ending is', () => {
  const headers = readFileSync('public/_headers', 'utf8');
  for (const path of OPEN_PATHS) expect(headers).toContain(`${path}*\n  Access-Control-Allow-Origin: *\n`);
  expect(headers).toContain(`/datasets/dcat\n  Content-Type: ${mediaTypeOf('/datasets/dcat')}\n`);
});

it('our server says what each kind of file is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oj-'));
  const { index } = await load('tests/fixtures/litet', nodeEffects());
  if (!index) throw new Error('the small folder has errors');
  const kinds = new Map(allFiles(index).map((f) => [f.path.replace(/^.*?(\.|$)/, '') || f.path, f]));
  writeFileSync(join(folder, '404.html'), '');
  for (const file of kinds.values()) {
    mkdirSync(join(folder, file.path, '..'), { recursive: true });
    writeFileSync(join(folder, file.path), '');
  }
  const server = siteServer(folder);
  const address = await listen(server, 0);
  const bare = (type: string | null) => type?.split(';')[0];
  expect(kinds.size).toBeGreaterThan(10);
  for (const { path, mediaType } of kinds.values()) {
    const response = await fetch(address + path);
    expect([path, bare(response.headers.get('Content-Type'))]).toEqual([path, bare(mediaType)]);
  }
  server.closeAllConnections();
  server.close();
});

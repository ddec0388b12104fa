import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, matchesGlob } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { EMBED_PATH } from '../../src/serving/csp.ts';
import { headersFor } from '../../src/serving/headers.ts';
import { MEDIA_TYPES, mediaTypeOf } from '../../src/serving/media.ts';

const work = mkdtempSync(join(tmpdir(), 'oj-s3-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const SCRIPT = 'deploy/s3.sh';

/** Runs the script with an `aws` that only writes down what it was asked, an argument a line. */
function asked(): readonly (readonly string[])[] {
  const bin = join(work, 'bin');
  const log = join(work, 'log');
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'aws'),
    `#!/bin/sh\nfor a in "$@"; do printf '%s\\n' "$a"; done >> '${log}'\necho >> '${log}'\n`,
  );
  chmodSync(join(bin, 'aws'), 0o755);
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
  const { status, stderr } = spawnSync('sh', [SCRIPT, join(work, 'site'), 'hinken'], {
    encoding: 'utf8',
    env,
  });
  expect(status, stderr).toBe(0);
  return readFileSync(log, 'utf8')
    .trim()
    .split('\n\n')
    .map((call) => call.split('\n'));
}

/** As aws reads filters: `*` goes over folders too, and of those that fit the last one holds. */
function isIn(call: readonly string[], path: string): boolean {
  const fits = (pattern: string) => matchesGlob(path.replaceAll('/', '|'), pattern.replaceAll('/', '|'));
  return call.reduce(
    (included, word, i) =>
      (word === '--include' || word === '--exclude') && fits(call[i + 1] ?? '')
        ? word === '--include'
        : included,
    true,
  );
}

it('every file is uploaded once, with the type and the caching that our own server gives it', () => {
  const calls = asked();
  const after = (call: readonly string[], option: string) => call[call.indexOf(option) + 1];
  const folders = ['/', '/assets/', '/data/v/2026.1/', '/kommuner/umea/', '/pagefind/index/'];
  const names = [
    ...MEDIA_TYPES.filter(([e]) => e.startsWith('.')).map(([e]) => `fil${e}`),
    'utan-slut',
    'fil.okand',
  ];
  const paths = [
    ...folders.flatMap((folder) => names.map((name) => folder + name)),
    ...MEDIA_TYPES.filter(([e]) => e.startsWith('/')).map(([e]) => e),
  ];
  for (const path of paths) {
    const uploads = calls.filter((c) => c[1] === 'cp' && isIn(c, path.slice(1)));
    expect([path, uploads.map((c) => [after(c, '--content-type'), after(c, '--cache-control')])]).toEqual([
      path,
      [[mediaTypeOf(path), new Map(headersFor(path)).get('Cache-Control')]],
    ]);
  }
  for (const hidden of ['_headers', '_redirects'])
    expect(calls.filter((c) => c[1] === 'cp' && isIn(c, hidden))).toEqual([]);
  expect(calls.at(-1)?.slice(0, 2)).toEqual(['s3', 'sync']);
});

it.each([
  ['--huvuden', '/kommuner/umea/'],
  ['--huvuden-inbaddat', `${EMBED_PATH}x/`],
  ['--huvuden-data', '/api/v1/index.json'],
])('%s prints a policy with every header that our own server sends', (option, path) => {
  const { stdout, status } = spawnSync('sh', [SCRIPT, option], { encoding: 'utf8' });
  expect(status).toBe(0);
  const policy = JSON.parse(stdout);
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom, CorsConfig: cors } = policy;
  const sent = new Map([
    ['Content-Security-Policy', security.ContentSecurityPolicy.ContentSecurityPolicy],
    ['Referrer-Policy', security.ReferrerPolicy.ReferrerPolicy],
    ...(security.ContentTypeOptions.Override ? [['X-Content-Type-Options', 'nosniff'] as const] : []),
    ...custom.Items.map((h: { Header: string; Value: string }) => [h.Header, h.Value]),
    ...(cors ? [['Access-Control-Allow-Origin', cors.AccessControlAllowOrigins.Items[0]]] : []),
  ]);
  const expected = new Map(headersFor(path));
  expected.delete('Cache-Control');
  expect(sent).toEqual(expected);
  expect(custom.Quantity).toBe(custom.Items.length);
});

it('says how it is used', () => {
  expect(spawnSync('sh', [SCRIPT]).status).toBe(2);
  expect(spawnSync('sh', ['-n', SCRIPT]).status).toBe(0);
});

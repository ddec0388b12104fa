import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compressedForms } from '../../../src/pipeline/copy/compressed.ts';
import { type CopyForm, copySite } from '../../../src/pipeline/copy/copy.ts';
import { KEEPING, keepingPage, keepingScripts } from '../../../src/pipeline/copy/keeping.ts';
import { localAddress, standalonePage, standaloneStyles } from '../../../src/pipeline/copy/standalone.ts';
import { MARKER, markerText } from '../../../src/pipeline/output/target.ts';
import { Refusal } from '../../../src/refusal.ts';

describe('a file as servers send it', () => {
  const text = new TextEncoder().encode('kod;ar;varde\n'.repeat(500));

  it('is the same when it is unpacked, and the same bytes each time', () => {
    const forms = compressedForms('data/a.csv', text);
    expect([...forms.keys()]).toEqual(['.br', '.gz']);
    expect(brotliDecompressSync(forms.get('.br') ?? text).equals(text)).toBe(true);
    expect(gunzipSync(forms.get('.gz') ?? text).equals(text)).toBe(true);
    expect(compressedForms('data/a.csv', text)).toEqual(forms);
  });

  it.each(['a.xlsx', 'a.png', 'assets/a.woff2', 'pagefind/a.pf_index'])('%s gains nothing', (path) => {
    expect(compressedForms(path, text).size).toBe(0);
  });
});

describe('an address in a folder', () => {
  it.each([
    ['index.html', '/', 'index.html'],
    ['kommuner/umea/index.html', '/', '../../index.html'],
    ['kommuner/umea/index.html', '/kommuner/umea/?k=1#svar', 'index.html?k=1#svar'],
    ['kommuner/index.html', '/data/a.csv', '../data/a.csv'],
    ['assets/a.css', '/assets/b.woff2', 'b.woff2'],
    ['a.html', '#svar', '#svar'],
    ['a.html', 'https://example.org/', 'https://example.org/'],
    ['a.html', '//example.org/', '//example.org/'],
  ])('from %s, %s is %s', (from, address, local) => {
    expect(localAddress(from, address)).toBe(local);
  });

  it('leads to the file that the server would send', () => {
    const path = fc.array(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 4 });
    fc.assert(
      fc.property(path, path, (at, to) => {
        const page = [...at, 'index.html'].join('/');
        const local = localAddress(page, `/${to.map((part) => `${part}/`).join('')}`);
        expect(new URL(local, `file:///rot/${page}`).pathname).toBe(
          `/rot/${[...to, 'index.html'].join('/')}`,
        );
      }),
    );
  });
});

it('a page loses its scripts, shows what it says without them, and tells where they are', () => {
  const page = standalonePage(
    'sok/index.html',
    '<!DOCTYPE html><html><head><link rel="canonical" href="https://a.example/sok/"><script type="module" src="/assets/a.js"></script></head><body><main><form data-search></form><noscript><p><b>Sökningen</b> behöver JavaScript. Se listorna.</p></noscript></main></body></html>',
  );
  expect(page).not.toMatch(/<script|<noscript|data-search/);
  expect(page).toContain('<p><b>Sökningen</b> finns inte i den här kopian. Se listorna.</p>');
  expect(page).toContain('<a href="https://a.example/sok/">webbplatsen</a>');
});

it('a style sheet holds as without scripts', () => {
  const css = '@media (scripting: none){a{b:c}}@media (scripting:enabled){d{e:url("/assets/f.woff2")}}';
  expect(standaloneStyles('assets/a.css', css)).toBe(
    '@media (min-width:0){a{b:c}}@media not all{d{e:url("f.woff2")}}',
  );
});

it('a site that is kept has one more script a page, and another name for each version', () => {
  const page = '<html><body title="</body>">x</body></html>';
  expect(keepingPage(page)).toBe(
    '<html><body title="</body>">x<script src="/minns.js" defer></script></body></html>',
  );
  const worker = (sums: string) => keepingScripts(sums).get(KEEPING.worker);
  expect(worker('a')).not.toBe(worker('b'));
  expect(worker('a')).toBe(worker('a'));
});

describe('a copy', () => {
  let home: string;
  const at = (...parts: string[]) => join(home, ...parts);
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'oj-kopia-'));
    mkdirSync(at('dist'));
    writeFileSync(at('dist/index.html'), '<!DOCTYPE html><title>x</title><main></main>'.repeat(50));
    writeFileSync(at('dist', MARKER), markerText('webbplats'));
    writeFileSync(at('dist/SHA256SUMS'), `${'0'.repeat(64)}  index.html\n`);
  });
  afterEach(() => rmSync(home, { recursive: true }));
  const copy = (out: string, from = 'dist', form: CopyForm = 'server') =>
    copySite(
      { kept: { project: at('projekt'), data: [] }, from: at(from), out: at(out), form },
      { now: () => new Date(), log: () => undefined },
    );

  it('can be replaced by the next, and lists every file', async () => {
    await copy('ut');
    await copy('ut');
    const sums = readFileSync(at('ut/SHA256SUMS'), 'utf8');
    expect(sums.match(/index\.html(\.br|\.gz)?$/gm)).toEqual([
      'index.html',
      'index.html.br',
      'index.html.gz',
    ]);
    expect(existsSync(at('dist/index.html.gz'))).toBe(false);
  });

  it('as a zip has the files of the folder, the same bytes each time, and is only written over itself', async () => {
    mkdirSync(at('dist/data'));
    writeFileSync(at('dist/data/release.json'), '{"version":"2026.1","datum":"2026-11-23"}');
    writeFileSync(at('dist/data/bild.png'), new Uint8Array(3000).fill(7));
    await copy('mapp', 'dist', 'fristaende');
    await copy('ut.zip', 'dist', 'zip');
    const first = readFileSync(at('ut.zip'));
    const inside = Object.entries(unzipSync(first)).map(([name, bytes]) => [name, Buffer.from(bytes)]);
    expect(inside).toEqual(
      ['data/bild.png', 'data/release.json', 'index.html', 'SHA256SUMS'].map((name) => [
        `oppna-jamforelser-2026.1/${name}`,
        readFileSync(at('mapp', name)),
      ]),
    );
    // What a process that was killed has left is no longer there, what another writes now is.
    writeFileSync(at('ut.zip.999999999.tmp'), '');
    writeFileSync(at(`ut.zip.${process.ppid}.tmp`), '');
    await copy('ut.zip', 'dist', 'zip');
    expect(readFileSync(at('ut.zip')).equals(first)).toBe(true);
    expect(readdirSync(home).filter((name) => name.startsWith('ut.zip.'))).toEqual([
      `ut.zip.${process.ppid}.tmp`,
    ]);
    writeFileSync(at('ut.zip'), 'mitt');
    await expect(copy('ut.zip', 'dist', 'zip')).rejects.toThrow(Refusal);
    expect(readFileSync(at('ut.zip'), 'utf8')).toBe('mitt');
  });

  it.each([
    '',
    '{"version":"2026.1"}',
  ])('as a zip of a site that says no version is refused: %j', async (release) => {
    mkdirSync(at('dist/data'));
    writeFileSync(at('dist/data/release.json'), release);
    await expect(copy('ut.zip', 'dist', 'zip')).rejects.toThrow(Refusal);
    expect(existsSync(at('ut.zip'))).toBe(false);
  });

  it.each([
    ['the site itself', 'dist', 'dist'],
    ['a folder in it', 'dist/kopia', 'dist'],
    ['a place for a copy of what is no site', 'ut', 'projekt'],
  ])('is not made in %s', async (_, out, from) => {
    mkdirSync(at('projekt'), { recursive: true });
    await expect(copy(out, from)).rejects.toThrow(Refusal);
  });
});

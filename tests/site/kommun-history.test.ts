import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changedFolder, TOY_CHANGES } from '../pipeline/changed-kommuner.ts';

const LITET = 'tests/fixtures/litet';
let folder: string;
let beside: string;
let out: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oj-andrade-'));
  const data = join(folder, 'data');
  // Beside the project, in a folder whose name begins with the project's: Astro takes such a folder for one of its own.
  beside = mkdtempSync(`${process.cwd()}-`);
  out = join(beside, 'dist');
  cpSync(LITET, data, { recursive: true });
  const paths = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((p) => p.endsWith('.csv'));
  const small = new Map(paths.map((p) => [p, readFileSync(join(data, p), 'utf8')]));
  for (const [path, text] of changedFolder(small, Object.values(TOY_CHANGES)))
    writeFileSync(join(data, path), text);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/build.ts', '--data', data, '--out', out],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stdout + stderr);
});
afterAll(() => {
  for (const made of [folder, beside]) rmSync(made, { recursive: true, force: true });
});

const page = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');

it.each([
  ['ronneby', 'blekingeby'],
  ['olofstrom', 'karlshamn'],
])('the address of what was, %s, leads to %s, in each area too', (was, is) => {
  for (const area of ['', 'hemloshet/']) {
    const html = page(`kommuner/${was}/${area}`);
    expect(html).toContain(`content="0; url=/kommuner/${is}/${area}"`);
    expect(html).toContain(`href="/kommuner/${is}/${area}"`);
    expect(existsSync(join(out, `kommuner/${is}/${area}index.html`))).toBe(true);
  }
});

it('every address of what was leads to an address of what is: no page and no file is forgotten', () => {
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).map((p) => p.replaceAll('\\', '/'));
  const of = (slug: string) =>
    paths.filter((p) => new RegExp(`(^|/)${slug}(/.*index\\.html|\\.[a-z]+)$`).test(p) && !p.endsWith('.gz'));
  for (const [was, is] of [
    ['ronneby', 'blekingeby'],
    ['olofstrom', 'karlshamn'],
  ] as const) {
    const there = of(is);
    expect(there.length).toBeGreaterThan(8);
    for (const path of there) {
      const old = path.replace(new RegExp(`(^|/)${is}(?=[/.])`), `$1${was}`);
      expect(paths, old).toContain(old);
      const content = readFileSync(join(out, old));
      if (!old.endsWith('.html')) expect(content.equals(readFileSync(join(out, path))), old).toBe(true);
      else {
        const to = /content="0; url=\/([^"]+)"/.exec(content.toString())?.[1] ?? '';
        expect(paths, `${old} leads to ${to}`).toContain(`${to}index.html`);
        expect(`${to}index.html` === path || old.includes('arbetsblad'), old).toBe(true);
      }
    }
  }
});

it('the pages of what is say what it was before', () => {
  expect(page('kommuner/blekingeby')).toContain('hette Ronneby till 1 januari 2021');
  expect(page('kommuner/karlshamn')).toContain('Olofström blev en del av Karlshamn');
  expect(page('kommuner/nattraby')).toContain('bildades 1 januari 2021 av Karlskrona');
  expect(page('kommuner/solvesborg')).toContain('bytte län och kod');
  expect(page('lan/gotlands-lan')).toContain('Sölvesborg');
});

it('a new kommun has a page without made-up answers, and the old edition counts the six that there were', () => {
  expect(page('kommuner/nattraby/hemloshet')).not.toMatch(/Svarade inte/);
  const answers = JSON.parse(readFileSync(join(out, 'api/v1/observationer/U30428.json'), 'utf8')).values;
  const riket = answers.find((v: { kod: string; ar: number }) => v.kod === '00' && v.ar === 2016);
  expect(riket.tillfragade).toBe(6);
  expect(
    answers.filter((v: { niva: string }) => v.niva === 'kommun').map((v: { namn: string }) => v.namn),
  ).toContain('Olofström');
});

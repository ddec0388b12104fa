import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { append, type Change, ENKAT, folder, replace, UTAN_AR } from '../ingest/folder.ts';

const root = mkdtempSync(join(tmpdir(), 'oj-validate-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Writes the test folder to disk, changed. */
function onDisk(name: string, ...changes: readonly Change[]): string {
  for (const [path, bytes] of folder(...changes)) {
    const file = join(root, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return join(root, name);
}

const validate = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/validate.ts', ...args], { encoding: 'utf8' });

describe('npm run validate', () => {
  it('exits 0 without findings, and with warnings only', () => {
    const clean = validate('--data', onDisk('clean'));
    expect([clean.status, clean.stdout, clean.stderr]).toEqual([
      0,
      'Inga fel och inga varningar. 59 rader i 22 filer är lästa.\n',
      '',
    ]);
    const warned = validate('--data', onDisk('warned', append(UTAN_AR, '', '00;;T;..;')));
    expect(warned.status).toBe(0);
    expect(warned.stdout).toContain('VARNING rad-tom');
  });

  it('exits 1 with errors, and tells where', () => {
    const { status, stdout } = validate(
      '--data',
      onDisk('wrong', replace(ENKAT, ';ja;nej', ';jaa;nej')),
      '--format',
      'json',
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [{ file: ENKAT, row: 2, column: 'U1', value: 'jaa' }],
      counts: { error: 1, warning: 0, rows: 59, files: 22 },
    });
  });

  it('writes the report to a file, and then nothing to the terminal', () => {
    const out = join(root, 'ny-mapp', 'rapport.html');
    const { status, stdout } = validate('--data', onDisk('html'), '--format', 'html', '--out', out);
    expect([status, stdout]).toEqual([0, '']);
    expect(readFileSync(out, 'utf8')).toContain('<html lang="sv">');
  });

  it.each([
    [['--format', 'xml'], 'Okänt format ”xml”.'],
    [['--verbose'], 'Okänt val.'],
    [['--data', 'finns-inte'], 'finns inte eller går inte att läsa.'],
    [['--data', 'package.json'], 'finns inte eller går inte att läsa.'],
  ])('exits 2 with one sentence when used as %j', (args, sentence) => {
    const { status, stdout, stderr } = validate(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

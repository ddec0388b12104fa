import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'oj-data-'));
  cpSync('data', data, { recursive: true });
  const file = join(data, 'omraden/hemloshet/enkat/2016.csv');
  writeFileSync(file, readFileSync(file, 'utf8').replace('\n0114;', '\n114;'));
});
afterAll(() => rmSync(data, { recursive: true }));

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], { encoding: 'utf8' });

describe('npm run validate', () => {
  it('is content with the data folder', () => {
    const { status, stdout } = run('validate', '--format', 'json');
    expect(JSON.parse(stdout).counts.error).toBe(0);
    expect(status).toBe(0);
  });

  it('says where a lost zero is, and exits 1', () => {
    const { status, stdout } = run('validate', '--data', data, '--format', 'json');
    const { findings } = JSON.parse(stdout);
    expect(findings).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        file: 'omraden/hemloshet/enkat/2016.csv',
        row: 2,
        column: 'kommunkod',
        value: '114',
      }),
    );
    expect(JSON.stringify(findings)).toContain('0114');
    expect(status).toBe(1);
  });

  it('says in a sentence that it was used wrongly, and exits 2', () => {
    for (const args of [
      ['--data', 'finns-inte'],
      ['--okand', 'x'],
    ]) {
      const { status, stderr } = run('validate', ...args);
      expect(status).toBe(2);
      expect(stderr).not.toContain('    at ');
    }
  });
});

describe('npm run build', () => {
  it('publishes nothing when the data has an error', () => {
    const out = join(data, 'dist');
    const { status, stdout } = run('build', '--data', data, '--out', out);
    expect(status).toBe(1);
    expect(stdout).toContain('Inget har byggts');
    expect(() => readFileSync(join(out, 'index.html'))).toThrow();
  });
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'oj data å '));
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

  it('refuses a file that is longer than any text can be, without reading it', () => {
    const large = join(data, 'omraden/hemloshet/enkat/2018.csv');
    const before = readFileSync(large);
    truncateSync(large, 700_000_000);
    try {
      const { status, stdout } = run('validate', '--data', data, '--format', 'json');
      expect(status).toBe(1);
      expect(JSON.parse(stdout).findings).toContainEqual(
        expect.objectContaining({ code: 'fil-stor', file: 'omraden/hemloshet/enkat/2018.csv' }),
      );
    } finally {
      writeFileSync(large, before);
    }
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
    const out = `${data}-dist`;
    const { status, stdout } = run('build', '--data', data, '--out', out);
    expect(status).toBe(1);
    expect(stdout).toContain('Inget har byggts');
    expect(() => readFileSync(join(out, 'index.html'))).toThrow();
  });

  it.each([
    ['the data folder', () => data],
    ['a folder in it', () => join(data, 'dist')],
    ['the folder that holds it', () => join(data, '..')],
    ['the project', () => '.'],
    ['what holds the project', () => '..'],
    ['the sources', () => 'src'],
    ['the root', () => '/'],
  ])('refuses to write over %s before it does anything, and exits 2', (_, out) => {
    for (const option of ['--out', '--cache']) {
      const { status, stdout, stderr } = run('build', '--data', data, option, out());
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^[^\n]+\.\n$/);
      expect(readFileSync(join(data, 'publicering.json'), 'utf8')).not.toBe('');
    }
  });

  it('refuses to leave out what it does not know', () => {
    expect(run('build', '--utan', 'bilder')).toMatchObject({ status: 2, stdout: '' });
  });
});

it('a path is from where the person stands, whoever starts the command', () => {
  const script = resolve('scripts/validate.ts');
  for (const [cwd, env] of [
    [data, {}],
    [process.cwd(), { INIT_CWD: data }],
  ] as const) {
    const args = [script, '--data', '.', '--format', 'json'];
    const { status, stdout } = spawnSync(process.execPath, args, {
      cwd,
      env: { ...process.env, INIT_CWD: undefined, ...env },
      encoding: 'utf8',
    });
    const errors = JSON.parse(stdout).findings.filter((f: { severity: string }) => f.severity === 'error');
    expect([status, errors[0]?.value]).toEqual([1, '114']);
  }
});

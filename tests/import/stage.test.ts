import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitChanges, recover } from '../../src/import/stage.ts';
import { type TrialFolder, trialFolder } from './trial.ts';

const CHANGES = [
  { path: 'publicering.json', content: new TextEncoder().encode('{}') },
  { path: 'omraden/nytt/omrade.json', content: new TextEncoder().encode('[]') },
  { path: 'referens/lan.csv', content: new TextEncoder().encode('x') },
];
const dead = { pid: process.pid, alive: () => false };

let trial: TrialFolder;
beforeEach(async () => {
  trial = await trialFolder();
});
afterEach(() => trial.remove());

describe('several files are written, or none', () => {
  it('writes them all and leaves nothing beside the folder', async () => {
    await commitChanges(trial.data, CHANGES, dead);
    const after = await trial.bytes();
    expect(after.get('data/publicering.json')).toBe('{}');
    expect(after.get('data/omraden/nytt/omrade.json')).toBe('[]');
    expect([...after.keys()].every((path) => path.startsWith('data/'))).toBe(true);
  });

  it.each([
    'staged',
    ...CHANGES.map((c) => c.path),
    'written',
  ])('a fault at %s puts everything back', async (at) => {
    const before = await trial.bytes();
    const step = (name: string) => {
      if (name === at) throw new Error('disk full');
    };
    await expect(commitChanges(trial.data, CHANGES, { ...dead, step })).rejects.toThrow('disk full');
    expect(await trial.bytes()).toEqual(before);
  });

  it.each([
    'staged',
    ...CHANGES.map((c) => c.path),
    'written',
  ])('a kill at %s is mended by the next command', async (at) => {
    const before = await trial.bytes();
    const program = `
      import { commitChanges } from './src/import/stage.ts';
      const changes = ${JSON.stringify(CHANGES.map(({ path, content }) => ({ path, content: [...content] })))};
      await commitChanges(${JSON.stringify(trial.data)}, changes.map((c) => ({ ...c, content: new Uint8Array(c.content) })), {
        pid: process.pid, alive: () => false,
        step: (name) => { if (name === ${JSON.stringify(at)}) process.kill(process.pid, 'SIGKILL'); },
      });`;
    const signal = await new Promise((done) =>
      spawn(process.execPath, ['--input-type=module-typescript', '-e', program]).on('exit', (_, s) =>
        done(s),
      ),
    );
    expect(signal).toBe('SIGKILL');
    await recover(trial.data, dead);
    expect(await trial.bytes()).toEqual(before);
  });

  it('does not undo what another command is writing', async () => {
    const step = (name: string) => {
      if (name === 'written') throw new Error('stop');
    };
    await commitChanges(trial.data, CHANGES, { ...dead, step }).catch(() => {});
    let inside: unknown;
    await commitChanges(trial.data, CHANGES, {
      ...dead,
      pid: 1,
      step: (name) => {
        if (name === 'written')
          inside = recover(trial.data, { pid: 2, alive: (pid) => pid === 1 }).catch((e) => e);
      },
    });
    expect(String(await inside)).toContain('process 1');
  });

  it('never writes outside the folder', async () => {
    const bad = [{ path: '../utanfor.csv', content: new Uint8Array() }];
    await expect(commitChanges(trial.data, bad, dead)).rejects.toThrow('not below');
  });
});

it('a folder of somebody else’s with the name of the list is left alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'oj-frammande-'));
  await mkdir(join(folder, 'data.inlasning'));
  await writeFile(join(folder, 'data.inlasning/mina-anteckningar.txt'), 'mitt');
  const change = [{ path: 'a.csv', content: new Uint8Array([1]) }];
  const work = commitChanges(join(folder, 'data'), change, { pid: 1, alive: () => false });
  await expect(work).rejects.toThrow(/mina-anteckningar/);
  expect(await readFile(join(folder, 'data.inlasning/mina-anteckningar.txt'), 'utf8')).toBe('mitt');
});

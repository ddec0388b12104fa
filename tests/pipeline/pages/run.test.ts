import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { progressIn, progressLine, runPages } from '../../../src/pipeline/pages/run.ts';

it('how far the pages have come is read from what their program writes', () => {
  expect(progressIn(`${progressLine(20, 5000)}en varning\n${progressLine(40, 5000)}`)).toEqual({
    done: 40,
    all: 5000,
  });
  expect(progressIn('en varning\n')).toBeNull();
});

it('the program is run with what it needs, and what it writes is heard', async () => {
  const home = mkdtempSync(join(tmpdir(), 'oj-sidor-'));
  try {
    const program = join(home, 'program.mjs');
    writeFileSync(
      program,
      `const all = process.execArgv.join() === '--max-semi-space-size=16' ? process.env.ALLA : 0;
       console.log('sidor ' + process.argv[2] + ' av ' + all);`,
    );
    const heard: (readonly number[])[] = [];
    const running = { heap: ['--max-semi-space-size=16'], signal: new AbortController().signal };
    await runPages([program, '3'], { ALLA: '7' }, running, (done, all) => heard.push([done, all]));
    expect(heard).toEqual([[3, 7]]);
  } finally {
    rmSync(home, { recursive: true });
  }
});

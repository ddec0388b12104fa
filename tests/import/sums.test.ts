import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { command, type TrialFolder, trialFolder } from './trial.ts';
import { KOMMUNER } from './workbooks.ts';

let trial: TrialFolder;
beforeEach(async () => {
  trial = await trialFolder();
});
afterEach(() => trial.remove());

it('counts of all kommuner are added up for län and riket; made anew the next time, never over another figure', async () => {
  const path = 'omraden/hemloshet/register/OJ-HL-99.csv';
  const rows = (missing: boolean) =>
    KOMMUNER.map(([kod], i) => `2023;${kod};${missing && i === 1 ? 'X' : 10 + i}`).join('\n');
  const read = async (missing = false) => {
    const text = `år;kommunkod;personer i akut hemlöshet\n${rows(missing)}\n`;
    await trial.write(missing ? '../dold.csv' : '../fil.csv', text);
    const file = join(trial.data, missing ? '../dold.csv' : '../fil.csv');
    const done = await command('scripts/import.ts', [
      'csv',
      file,
      '--data',
      trial.data,
      '--kalla',
      'Kronofogden',
      '--bekrafta',
    ]);
    expect(done.code, done.err).toBe(0);
    return (await trial.text(path)).split('\n').filter((line) => /^\d\d;2023;/.test(line));
  };
  const own = 'Egen beräkning på uppgifter från Kronofogden';
  expect(await read()).toEqual([`00;2023;T;75;;${own};`, `09;2023;T;10;;${own};`, `10;2023;T;65;;${own};`]);
  // Blekinge is not whole any more, so neither is riket.
  expect(await read(true)).toEqual([`09;2023;T;10;;${own};`]);
  await trial.write(path, `${(await trial.text(path)).trimEnd()}\n00;2023;T;80;;provtidningen;\n`);
  expect(await read()).toEqual([
    `00;2023;T;80;;provtidningen;`,
    `09;2023;T;10;;${own};`,
    `10;2023;T;65;;${own};`,
  ]);
});

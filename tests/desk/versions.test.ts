import { afterEach, beforeEach, expect, it } from 'vitest';
import { cleanVersions } from '../../src/desk/versions.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import type { StageEffects } from '../../src/import/stage.ts';
import { load } from '../../src/pipeline/load.ts';
import { type TrialFolder, trialFolder } from '../import/trial.ts';

let trial: TrialFolder;
let hidden: string;
const lines: string[] = [];

const TABLE = 'versioner/2025.1/allt/observationer.csv';
const header = 'indikator,kod,ar,kon,varde,saknas';

beforeEach(async () => {
  trial = await trialFolder();
  lines.length = 0;
  const { index } = await load(trial.data, nodeEffects());
  const o = index?.catalogue.observationer.find((x) => x.saknas === 'skyddad');
  if (!o) throw new Error('nothing is hidden');
  hidden = [o.indikator, o.kod, o.ar ?? '', o.kon].join(',');
  await trial.write(TABLE, `${header}\n${hidden},7,\n`);
  await trial.write('versioner/2024.1/values.csv', `${header}\n${hidden},7,\n`);
});
afterEach(() => trial.remove());

const clean = (write: boolean, stage: Partial<StageEffects> = {}) =>
  cleanVersions(
    { data: trial.data, out: `${trial.data}-ut` },
    {
      ...nodeEffects(),
      log: (line) => lines.push(line),
      now: () => new Date('2026-11-25T12:00:00Z'),
      stage: { pid: 1, alive: () => false, ...stage },
    },
    { write, key: null },
  );
const folder = () => nodeEffects().readTree(trial.data);

it('tells what it would do and does nothing until it is asked to', async () => {
  const before = await folder();
  expect(await clean(false)).toBe(0);
  expect(await folder()).toEqual(before);
  expect(lines.join('\n')).toContain('ändras: allt/observationer.csv');
  expect(lines.join('\n')).not.toContain('7');
});

it('cleans every version at once', async () => {
  expect(await clean(true)).toBe(0);
  expect(await trial.text(TABLE)).toBe(`${header}\n${hidden},,skyddad\n`);
  expect(await trial.text('versioner/2024.1/values.csv')).toBe(`${header}\n${hidden},,skyddad\n`);
  expect(JSON.parse(await trial.text('versioner/2025.1/rensad.json')).rensningar).toMatchObject([
    { datum: '2026-11-25', varden: 1 },
  ]);
});

it.each([0, 1, 2, 3])('changes all of the folder or nothing when it is cut off at step %i', async (last) => {
  const before = await folder();
  let steps = 0;
  const step = () => {
    if (steps++ === last) throw new Error('avbrott');
  };
  await expect(clean(true, { step })).rejects.toThrow('avbrott');
  expect(await folder()).toEqual(before);
});

it('does nothing at all when one file cannot be cleaned', async () => {
  await trial.write('versioner/2025.1/bild.pptx', 'PK');
  const before = await folder();
  expect(await clean(true)).toBe(1);
  expect(await folder()).toEqual(before);
  expect(lines.join('\n')).toContain('går inte att rensa: bild.pptx');
});

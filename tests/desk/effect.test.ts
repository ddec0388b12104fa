import { expect, it } from 'vitest';
import { effectOf } from '../../src/desk/effect.ts';
import { planView } from '../../src/desk/views.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import type { CatalogueIndex } from '../../src/model/catalogue.ts';
import { load } from '../../src/pipeline/load.ts';
import { trialFolder } from '../import/trial.ts';

const REGISTER = 'omraden/hemloshet/register/N07907.csv';

async function read(data: string): Promise<CatalogueIndex> {
  const { index, report } = await load(data, nodeEffects());
  if (!index) throw new Error(JSON.stringify(report.findings.filter((f) => f.severity === 'error')));
  return index;
}

it('names the place that gets a value before those that only get a reason, with its län and riket', async () => {
  const trial = await trialFolder();
  const before = await read(trial.data);
  await trial.write(REGISTER, `${(await trial.text(REGISTER)).trimEnd()}\n1082;2025;T;7.5;;;\n`);
  const definitions = 'omraden/hemloshet/indikatorer.json';
  const all: { id: string; ar: number[] }[] = JSON.parse(await trial.text(definitions));
  await trial.write(
    definitions,
    JSON.stringify(all.map((i) => (i.id === 'N07907' ? { ...i, ar: [...i.ar, 2025] } : i))),
  );
  const effect = effectOf(before, await read(trial.data));
  await trial.remove();
  const paths = effect.pages.map((p) => p.path);
  expect(paths.filter((p) => p.startsWith('/kommuner/'))[0]).toBe('/kommuner/karlshamn/');
  expect(paths).toEqual(
    expect.arrayContaining(['/riket/', '/lan/blekinge-lan/', '/indikatorer/trangboddhet/']),
  );
  const plan = { changes: [], skrivs: [], utelamnat: [], noter: [] };
  const rows = [...planView('t', 'id', plan, effect).text.matchAll(/<tr><th scope="row">([^<]*)/g)].map(
    ([, place]) => place,
  );
  expect(rows[0]).toBe('Karlshamn');
});

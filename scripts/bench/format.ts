import { nodeEffects } from '../../src/effects-node.ts';
import { renderedBytes } from '../../src/files/rendering.ts';
import { must } from '../../src/model/must.ts';
import { writersWithout } from '../../src/pipeline/files/formats.ts';
import { load } from '../../src/pipeline/load.ts';
import type { Measure } from './validering.ts';

/** Processor time that a document of each kind may take, in milliseconds; what is not here has no goal. */
const GOALS: Readonly<Record<string, string>> = {
  xlsx: '≤ 20',
  pptx: '≤ 15',
  'pdf-kommun': '≤ 20',
  png: '≤ 8',
};

/** Milliseconds of processor time that a task takes in this process, with what the engine does for it beside. */
async function cpuOf(task: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * What files cost when nothing else is done: their documents are there, one file is made after the other, and none is
 * written, hashed or kept.
 * @returns a document of each kind, in milliseconds of processor time; `seconds` all files together
 */
export async function formatMeasures(
  data: string,
): Promise<{ readonly measures: readonly Measure[]; readonly seconds: number }> {
  const { index } = await load(data, nodeEffects());
  const files = writersWithout([]).flatMap((writer) => writer.files(must(index, 'a catalogue')));
  const costs = new Map<string, number[]>();
  for (const { path, rendering, content } of files) {
    const document = rendering?.();
    const kind = document?.as ?? path.slice(path.lastIndexOf('.') + 1);
    const cost = await cpuOf(async () => (document === undefined ? content() : renderedBytes(document)));
    costs.set(kind, [...(costs.get(kind) ?? []), cost]);
  }
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  const measures = [...costs].map(([kind, list]) => ({
    name: `${kind}, ensamt: ${list.length} filer`,
    value: sum(list) / list.length,
    unit: 'ms',
    target: GOALS[kind] ?? '–',
  }));
  return { measures, seconds: sum([...costs.values()].flat()) / 1000 };
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import type { CompareData } from '../../src/compare/data.ts';
import { materialOf, runCase } from './cases.ts';

// Runs the cases of its seeds. Which one it is at stands in shared memory, so that a hang can be seen from outside.
export type Task = {
  readonly folder: string;
  readonly compare: CompareData;
  readonly from: number;
  readonly count: number;
  readonly slowest: number;
  readonly at: SharedArrayBuffer;
};

const { folder, compare, from, count, slowest, at }: Task = workerData;
const now = new Int32Array(at);

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
/** What is still held after everything that can go has gone, in megabytes. */
function held(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** When all that is made once has been made. */
const SETTLED = 2000;
let settled: number | null = null;

const material = materialOf(folder, compare);
for (let seed = from; seed < from + count; seed += 1) {
  if (seed === from + SETTLED) settled = held();
  Atomics.store(now, 0, seed);
  // Working time, not the clock: another program may have the processor.
  const started = process.threadCpuUsage();
  try {
    await runCase(seed, material);
  } catch (error) {
    parentPort?.postMessage({
      seed,
      what: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
  const { user, system } = process.threadCpuUsage(started);
  const ms = (user + system) / 1000;
  if (ms > slowest) parentPort?.postMessage({ seed, what: `took ${Math.round(ms)} ms` });
}
parentPort?.postMessage({ grown: settled === null ? null : held() - settled });

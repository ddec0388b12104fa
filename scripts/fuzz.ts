import { Worker } from 'node:worker_threads';
import { nodeEffects } from '../src/effects-node.ts';
import { Refusal } from '../src/refusal.ts';
import { compareFixture } from '../tests/compare/fixture.ts';
import { command, EXIT, options } from './command.ts';
import { fuzzProtection } from './fuzz/protection.ts';
import type { Task } from './fuzz/worker.ts';

// Gives the readers broken data folders, texts, workbooks and addresses: `npm run fuzz [-- --antal 200000 --fro 1]`. Every case
// that crashes, takes more than two seconds or says too little is reported with its seed, which alone repeats it.
const SLOWEST_MS = 2000;
const HANGS_MS = 20_000;
/** What is held after the last case, less what was held after the first thousands. */
const MOST_GROWTH_MB = 30;

await command(async () => {
  const { antal = '200000', fro = '1', skydd } = options('fuzz', ['antal', 'fro', 'skydd']);
  const [count, from] = [Number(skydd ?? antal), Number(fro)];
  if (!Number.isInteger(count) || !Number.isInteger(from) || count < 1) throw new Refusal('Ange hela tal.');
  const { log, clock } = nodeEffects();
  log(`Frön ${from}–${from + count - 1}`);
  if (skydd !== undefined) return (await fuzzProtection({ count, from }, log)) > 0 ? EXIT.failed : 0;
  const started = clock();
  let failed = 0;
  for (let seed = from; seed < from + count; ) {
    const at = new SharedArrayBuffer(4);
    const task: Task = {
      folder: 'tests/fixtures/litet',
      compare: compareFixture(30),
      from: seed,
      count: from + count - seed,
      slowest: SLOWEST_MS,
      at,
    };
    const worker = new Worker(new URL('./fuzz/worker.ts', import.meta.url), { workerData: task });
    seed = await watched(worker, new Int32Array(at), seed, {
      tell: (number, what) => {
        failed += 1;
        log(`Frö ${number}: ${what}`);
      },
      grew: (megabytes) => {
        if (megabytes === null) return;
        log(`Det som hålls i minnet har ändrats med ${megabytes.toFixed(1)} MB.`);
        if (megabytes > MOST_GROWTH_MB) failed += 1;
      },
    });
  }
  log(`${count} fall på ${Math.round((clock() - started) / 1000)} s, ${failed} fel.`);
  return failed > 0 ? EXIT.failed : 0;
});

/** Follows a worker until it has done its cases, ends by itself or hangs; gives the seed to go on from. */
function watched(
  worker: Worker,
  at: Int32Array<SharedArrayBuffer>,
  first: number,
  {
    tell,
    grew,
  }: {
    readonly tell: (seed: number, what: string) => void;
    /** By how many megabytes what is held has grown; null when there were too few cases to know. */
    readonly grew: (megabytes: number | null) => void;
  },
): Promise<number> {
  return new Promise((done) => {
    let before = first - 1;
    let finished = false;
    const timer = setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now === before) {
        tell(now, `hänger sig (mer än ${HANGS_MS / 1000} s)`);
        clearInterval(timer);
        // A loop in the engine's own code ends only with the process.
        setTimeout(() => process.exit(EXIT.failed), HANGS_MS).unref();
        worker.terminate();
      }
      before = now;
    }, HANGS_MS);
    worker.on(
      'message',
      (message: { readonly seed: number; readonly what: string } | { readonly grown: number | null }) => {
        if ('seed' in message) return tell(message.seed, message.what);
        finished = true;
        grew(message.grown);
      },
    );
    worker.on('error', (error) => tell(Atomics.load(at, 0), String(error)));
    worker.on('exit', () => {
      clearInterval(timer);
      done(finished ? Number.MAX_SAFE_INTEGER : Atomics.load(at, 0) + 1);
    });
  });
}

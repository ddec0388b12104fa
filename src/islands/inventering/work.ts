import { BOUNDS } from '../../model/limits.ts';
import type { BmeOpened } from './bme.ts';
import type { Outcome } from './job.ts';
import type { Asked, Order, Reply } from './worker.ts';

let worker: Worker | undefined;
/** The worker answers one question at a time: the next waits for this. */
let last: Promise<unknown> = Promise.resolve();

/** Ends whatever is being done, and all that it holds in memory. */
export function stop(): void {
  worker?.terminate();
  worker = undefined;
  last = Promise.resolve();
}

/** One question to the worker and its answer, in turn. @throws when it breaks down, runs out of memory or takes too long */
function ask(...question: Parameters<typeof askNow>): Promise<Reply> {
  const answer = last.then(() => askNow(...question));
  last = answer.catch(() => {});
  return answer;
}

function askNow(
  asked: Asked,
  step: (words: string) => void,
  transfer: readonly ArrayBuffer[] = [],
): Promise<Reply> {
  worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const asking = worker;
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      stop();
      reject(new Error(why));
    };
    const timer = setTimeout(
      () => fail(`tog längre tid än ${BOUNDS.inventory.time / 1000} sekunder och avbröts`),
      BOUNDS.inventory.time,
    );
    asking.onerror = () => {
      clearTimeout(timer);
      fail('gick inte att läsa på den här datorn');
    };
    asking.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'steg') return step(data.words);
      clearTimeout(timer);
      resolve(data);
    };
    asking.postMessage(asked, [...transfer]);
  });
}

/** Fetches everything that reading and protecting needs, so that it works without a network afterwards. */
export async function prepare(): Promise<void> {
  const reply = await ask({ kind: 'forbered' }, () => {});
  if (reply.kind !== 'forberedd') throw new Error('not prepared');
}

/**
 * Reads files in the worker.
 * @param step takes a sentence on what is being done
 * @throws when the worker breaks down or takes too long
 */
export async function readInWorker(job: Order, step: (words: string) => void): Promise<Outcome> {
  const reply = await ask(
    { kind: 'las', ...job },
    step,
    [...job.files, ...(job.bme ? [job.bme] : [])].map((f) => f.bytes.buffer as ArrayBuffer),
  );
  if (reply.kind === 'utfall') return reply.outcome;
  throw new Error(reply.kind === 'fel' ? reply.words : reply.kind);
}

/** What Boverket's file has, seen in the worker. @throws when the worker breaks down or takes too long */
export async function openBmeInWorker(
  file: Order['files'][number],
  { kommuner, formular }: Pick<Order, 'kommuner' | 'formular'>,
): Promise<BmeOpened> {
  const reply = await ask({ kind: 'oppna-bme', file, kommuner, formular }, () => {}, [
    file.bytes.buffer as ArrayBuffer,
  ]);
  if (reply.kind === 'bme') return reply.opened;
  throw new Error(reply.kind === 'fel' ? reply.words : reply.kind);
}

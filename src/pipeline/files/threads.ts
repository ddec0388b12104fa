import { Worker } from 'node:worker_threads';
import type { FileFacts } from '../../files/common/facts.ts';
import type { Rendering } from '../../files/rendering.ts';

/** A rendering to be made in a thread, written below `folder` and kept under its key. */
export type ThreadJob = { readonly path: string; readonly key: string; readonly rendering: Rendering };
/** What a thread is started with. */
export type ThreadPlaces = { readonly folder: string; readonly store: string };
/** What came of a file: its size and hash, the milliseconds it took, and whether an earlier build had rendered it. */
export type MadeFile = { readonly facts: FileFacts; readonly ms: number; readonly reused: boolean };
/** What came of a job, or why it failed. */
export type ThreadResult = MadeFile | { readonly failed: string };
/** What a thread answers for each message, and what its store has to say. */
export type ThreadReply = { readonly results: readonly ThreadResult[]; readonly faults: readonly string[] };

type Waiting = {
  readonly job: ThreadJob;
  readonly done: (made: MadeFile) => void;
  readonly failed: (error: Error) => void;
};

/** Threads that render documents. Started when first needed: a build that reuses everything starts none. */
export type Threads = {
  readonly render: (job: ThreadJob) => Promise<MadeFile>;
  /** True when they have enough to do: documents that wait only take memory. */
  readonly busy: () => boolean;
  /** Resolves when they are not busy. */
  readonly idle: () => Promise<void>;
  /** What went wrong with their stores. */
  readonly faults: () => readonly string[];
  readonly end: () => Promise<void>;
};

/**
 * So many jobs go in one message. Sheets that several workbooks share stay one object within a message, and are then
 * rendered once for all of them; more would leave one thread waiting at the end for another's last message.
 */
const TOGETHER = 12;
/** A thread has its next message before it is done with the one before, so that it never waits for this one. */
const AHEAD = 2;
/** More documents than this need not wait to be sent. */
const ENOUGH = 4 * TOGETHER;

/** @param most how many threads there may be */
export function renderThreads(most: number, places: ThreadPlaces): Threads {
  const queue: Waiting[] = [];
  const threads: { readonly worker: Worker; readonly sent: (readonly Waiting[])[] }[] = [];
  const faults = new Map<Worker, readonly string[]>();
  let waiting: (() => void)[] = [];
  /** Why one of them ended before its time; then no more is begun. */
  let broken: Error | null = null;

  const send = () => {
    for (const { worker, sent } of threads)
      while (sent.length < AHEAD && queue.length > 0) {
        const batch = queue.splice(0, TOGETHER);
        sent.push(batch);
        worker.postMessage(batch.map(({ job }) => job));
      }
    if (queue.length >= ENOUGH) return;
    for (const go of waiting) go();
    waiting = [];
  };
  const start = () => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: places });
    const sent: (readonly Waiting[])[] = [];
    threads.push({ worker, sent });
    worker.on('message', (reply: ThreadReply) => {
      faults.set(worker, reply.faults);
      const batch = sent.shift() ?? [];
      for (const [i, { job, done, failed }] of batch.entries()) {
        const result = reply.results[i];
        if (result === undefined || 'failed' in result)
          failed(new Error(`${job.path} kunde inte skrivas: ${result?.failed ?? 'tråden svarade inte'}`));
        else done(result);
      }
      send();
    });
    const ended = (why: string) => {
      broken ??= new Error(`En tråd slutade utan att ha skrivit sina filer: ${why}`);
      for (const { failed } of [...sent.flat(), ...queue.splice(0)]) failed(broken);
      send();
    };
    worker.on('error', (error) => ended(String(error))).on('exit', (code) => ended(`kod ${code}`));
  };
  return {
    render: (job) =>
      new Promise((done, failed) => {
        if (broken !== null) return failed(broken);
        queue.push({ job, done, failed });
        if (threads.length < most) start();
        // Not at once: what is asked for in one go is sent together.
        setImmediate(send);
      }),
    busy: () => queue.length >= ENOUGH,
    idle: () => (queue.length < ENOUGH ? Promise.resolve() : new Promise((go) => waiting.push(go))),
    faults: () => [...faults.values()].flat(),
    end: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

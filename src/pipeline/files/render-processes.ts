import { type ChildProcess, fork } from 'node:child_process';
import type { FileFacts } from '../../files/common/facts.ts';
import type { Rendering } from '../../files/rendering.ts';
import { FRUGAL, ONE_ARENA } from '../memory.ts';

/** A rendering to be made in a process, written below `folder` and kept under its key. */
export type RenderJob = { readonly path: string; readonly key: string; readonly rendering: Rendering };
/** What a process is started with. */
export type RenderPlaces = { readonly folder: string; readonly store: string };
/** What came of a file: its size and hash, the milliseconds it took, and whether an earlier build had rendered it. */
export type MadeFile = { readonly facts: FileFacts; readonly ms: number; readonly reused: boolean };
/** What came of a job, or why it failed. */
export type RenderResult = MadeFile | { readonly failed: string };
/** What a process answers for each message, and what its store has to say. */
export type RenderReply = { readonly results: readonly RenderResult[]; readonly faults: readonly string[] };

type Waiting = {
  readonly job: RenderJob;
  readonly done: (made: MadeFile) => void;
  readonly failed: (error: Error) => void;
};

/** Processes that render documents. Started when first needed: a build that reuses everything starts none. */
export type RenderProcesses = {
  readonly render: (job: RenderJob) => Promise<MadeFile>;
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
 * rendered once for all of them; more would leave one process waiting at the end for another's last message.
 */
const TOGETHER = 12;
/** A process has its next message before it is done with the one before, so that it never waits for this one. */
const AHEAD = 2;
/** More documents than this need not wait to be sent. */
const ENOUGH = 4 * TOGETHER;

/** @param most how many processes there may be */
export function renderProcesses(most: number, places: RenderPlaces): RenderProcesses {
  const queue: Waiting[] = [];
  const processes: { readonly worker: ChildProcess; readonly sent: (readonly Waiting[])[] }[] = [];
  const faults = new Map<ChildProcess, readonly string[]>();
  let waiting: (() => void)[] = [];
  /** Why one of them ended before its time; then no more is begun. */
  let broken: Error | null = null;

  const send = () => {
    for (const { worker, sent } of processes)
      while (sent.length < AHEAD && queue.length > 0) {
        const batch = queue.splice(0, TOGETHER);
        sent.push(batch);
        worker.send(batch.map(({ job }) => job));
      }
    if (queue.length >= ENOUGH) return;
    for (const go of waiting) go();
    waiting = [];
  };
  const start = () => {
    const worker = fork(new URL('./render-process.ts', import.meta.url), [places.folder, places.store], {
      serialization: 'advanced',
      execArgv: [...FRUGAL],
      env: { ...process.env, ...ONE_ARENA },
    });
    const sent: (readonly Waiting[])[] = [];
    processes.push({ worker, sent });
    worker.on('message', (message) => {
      const reply = message as RenderReply;
      faults.set(worker, reply.faults);
      const batch = sent.shift() ?? [];
      for (const [i, { job, done, failed }] of batch.entries()) {
        const result = reply.results[i];
        if (result === undefined || 'failed' in result)
          failed(new Error(`${job.path} kunde inte skrivas: ${result?.failed ?? 'processen svarade inte'}`));
        else done(result);
      }
      send();
    });
    const ended = (why: string) => {
      broken ??= new Error(`En process slutade utan att ha skrivit sina filer: ${why}`);
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
        if (processes.length < most) start();
        // Not at once: what is asked for in one go is sent together.
        setImmediate(send);
      }),
    busy: () => queue.length >= ENOUGH,
    idle: () => (queue.length < ENOUGH ? Promise.resolve() : new Promise((go) => waiting.push(go))),
    faults: () => [...faults.values()].flat(),
    end: async () => {
      await Promise.all(processes.map(({ worker }) => stopped(worker)));
    },
  };
}

/** Ends a program and waits until it writes no more. */
function stopped(worker: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (worker.exitCode !== null || worker.signalCode !== null) return done();
    worker.once('exit', () => done());
    worker.kill();
  });
}

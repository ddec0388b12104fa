import { type ChildProcess, fork } from 'node:child_process';
import type { JobReply } from './worker.ts';

/** A program whose processes do jobs (`answerJobs`), and how they are started. */
export type JobProgram<Setup, Job> = {
  readonly url: URL;
  /** What each process is sent first: plain data. */
  readonly setup: Setup;
  readonly flags: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A sentence for a job that failed. */
  readonly failed: (job: Job, why: string) => string;
  /** A sentence for a process that ended before its time. */
  readonly ended: (how: string) => string;
};

type Waiting<Job, Made> = {
  readonly job: Job;
  readonly done: (made: Made) => void;
  readonly failed: (error: Error) => void;
};

/** Processes that do jobs. Started when first needed, or made ready before. */
export type Pool<Job, Made> = {
  /** Starts them before there are jobs, while who gives them jobs keeps one core busy and others are free. */
  readonly ready: () => void;
  readonly run: (job: Job) => Promise<Made>;
  /** True when they have enough to do: jobs that wait only take memory. */
  readonly busy: () => boolean;
  /** Resolves when they are not busy. */
  readonly idle: () => Promise<void>;
  /** What went wrong in them beside their jobs. */
  readonly faults: () => readonly string[];
  readonly end: () => Promise<void>;
};

/**
 * So many jobs go in one message. What several of them share stays one object within a message: sheets that several
 * workbooks have are rendered once for all of them; more would leave one process waiting at the end for another's last
 * message.
 */
const TOGETHER = 12;
/** A process has its next message before it is done with the one before, so that it never waits for this one. */
const AHEAD = 2;
/** More jobs than this need not wait to be sent. */
const ENOUGH = 4 * TOGETHER;

/** So long, in milliseconds, a process has to end by itself when it can no longer be reached. */
const GRACE = 2000;

/** @param most how many processes there may be */
export function poolOf<Setup, Job, Made>(most: number, program: JobProgram<Setup, Job>): Pool<Job, Made> {
  type Batch = readonly Waiting<Job, Made>[];
  const queue: Waiting<Job, Made>[] = [];
  const processes: { readonly worker: ChildProcess; readonly sent: Batch[] }[] = [];
  const faults = new Map<ChildProcess, readonly string[]>();
  let waiting: (() => void)[] = [];
  /** Why one of them ended before its time; then no more is begun. */
  let broken: Error | null = null;

  /** Few are shared out, so that no process waits while another has them all. */
  const shareOf = (length: number) => Math.min(TOGETHER, Math.ceil(length / (AHEAD * processes.length)));
  const send = () => {
    for (const { worker, sent } of processes)
      while (sent.length < AHEAD && queue.length > 0) {
        const batch = queue.splice(0, shareOf(queue.length));
        sent.push(batch);
        worker.send(batch.map(({ job }) => job));
      }
    if (queue.length >= ENOUGH) return;
    for (const go of waiting) go();
    waiting = [];
  };
  const start = () => {
    const worker = fork(program.url, {
      serialization: 'advanced',
      execArgv: [...program.flags],
      env: { ...process.env, ...program.env },
    });
    const sent: Batch[] = [];
    processes.push({ worker, sent });
    worker.on('message', (message) => {
      const reply = message as JobReply<Made>;
      faults.set(worker, reply.faults);
      const batch = sent.shift() ?? [];
      for (const [i, { job, done, failed }] of batch.entries()) {
        const result = reply.results[i];
        if (result === undefined || 'failed' in result)
          failed(new Error(program.failed(job, result?.failed ?? 'processen svarade inte')));
        else done(result.made);
      }
      send();
    });
    const ended = (how: string) => {
      broken ??= new Error(program.ended(how));
      for (const { failed } of [...sent.flat(), ...queue.splice(0)]) failed(broken);
      send();
    };
    /** Why it can no longer be reached. */
    let unreached: string | null = null;
    const notReached = (why: string) => {
      unreached ??= why;
      // It is mostly about to end, and only its end says how.
      setTimeout(() => worker.kill('SIGKILL'), GRACE).unref();
    };
    const endedBy = (signal: string) => (worker.killed ? unreached : null) ?? signal;
    worker
      // One that was never there has no end to wait for.
      .on('error', (error) => (worker.pid === undefined ? ended : notReached)(String(error)))
      .on('disconnect', () => notReached('den svarade inte mer'))
      .on('exit', (code, signal) => ended(signal === null ? `kod ${code}` : endedBy(signal)));
    worker.send({ setup: program.setup });
  };
  return {
    ready: () => {
      while (processes.length < most) start();
    },
    run: (job) =>
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
      await Promise.all(processes.map(({ worker, sent }) => stopped(worker, sent.length === 0)));
    },
  };
}

/**
 * Ends a program and waits until it writes no more.
 * @param isIdle one that has nothing to do ends by itself, and keeps for the next what Node has made of its code: one
 *   that is killed would leave that to be made in every build
 */
function stopped(worker: ChildProcess, isIdle: boolean): Promise<void> {
  return new Promise((done) => {
    if (worker.exitCode !== null || worker.signalCode !== null) return done();
    worker.once('exit', () => done());
    if (isIdle && worker.connected) worker.disconnect();
    else worker.kill();
  });
}

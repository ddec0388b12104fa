import { answerJobs } from '../../../src/pipeline/processes/worker.ts';

/** Halves even numbers. An odd one is an error, and at 0 the process is killed. */
answerJobs(({ unit }: { readonly unit: string }) => ({
  make: async (n: number) => {
    if (n === 0) process.kill(process.pid, 'SIGKILL');
    if (n % 2 === 1) throw new Error(`${n} is odd`, { cause: new Error('bad sum') });
    return `${n / 2} ${unit}`;
  },
  faults: () => ['too cold'],
}));

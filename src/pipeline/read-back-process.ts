import { constants, setPriority } from 'node:os';
import { answerJobs } from './processes/worker.ts';
import { type Looked, readBack } from './read-back.ts';

/** What a process is sent first, and what it then reads. */
export type ReadOrder = { readonly folder: string; readonly looked: Looked };
export type ReadJob = { readonly path: string };

// A process that a build starts (read-back-processes.ts): reads back files for the audit.
// Pages are waited for by more than the audit is, so they come first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

answerJobs(({ folder, looked }: ReadOrder) => ({
  make: ({ path }: ReadJob) => readBack(folder, path, looked),
  faults: () => [],
}));

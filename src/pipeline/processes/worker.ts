/** What came of a job, or why it failed. */
type Result<Made> = { readonly made: Made } | { readonly failed: string };
/** What a process answers for each message, and what went wrong in it beside its jobs. */
export type JobReply<Made> = {
  readonly results: readonly Result<Made>[];
  readonly faults: readonly string[];
};
/** How a process does its jobs. */
type Work<Job, Made> = {
  readonly make: (job: Job) => Promise<Made>;
  readonly faults: () => readonly string[];
};

/**
 * Makes this process one that does jobs for the build that started it (`poolOf`), until that is gone.
 * @param begin is called once, with what each process is sent first
 */
export function answerJobs<Setup, Job, Made>(begin: (setup: Setup) => Work<Job, Made>): void {
  // One message at a time, whole: the answers come in the order of the messages.
  let last = Promise.resolve();
  process.once('message', (message) => {
    const work = begin((message as { readonly setup: Setup }).setup);
    process.on('message', (jobs) => {
      last = last.then(async () => {
        const reply = await doneWith(work, jobs as readonly Job[]);
        process.send?.(reply);
      });
    });
  });
  process.once('disconnect', () => process.exit());
}

async function doneWith<Job, Made>(work: Work<Job, Made>, jobs: readonly Job[]): Promise<JobReply<Made>> {
  const results: Result<Made>[] = [];
  for (const job of jobs)
    try {
      results.push({ made: await work.make(job) });
    } catch (error) {
      results.push({ failed: wordsOf(error) });
    }
  return { results, faults: work.faults() };
}

/** What an error says, and what it says that it comes of. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} (${wordsOf(error.cause)})`;
};

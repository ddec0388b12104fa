/** The tool's work, away from the page: a file that takes long never freezes it, and can be stopped. */
import { config } from 'zod';
import { Formular } from '../../model/formular.ts';
import { type Job, type Outcome, runJob } from './job.ts';

// Compiling a schema to a function would break the content security policy.
config({ jitless: true });

/** A job as the page gives it: the form is still JSON. */
export type Order = Omit<Job, 'formular'> & { readonly formular: string };

/** What the page asks: to be ready without a network, or to read files. */
export type Asked = { readonly kind: 'forbered' } | ({ readonly kind: 'las' } & Order);

/** What the page receives. */
export type Reply =
  | { readonly kind: 'forberedd' }
  | { readonly kind: 'steg'; readonly words: string }
  | { readonly kind: 'fel'; readonly words: string }
  | { readonly kind: 'utfall'; readonly outcome: Outcome };

const tell = (reply: Reply) => postMessage(reply);

async function answer(asked: Asked): Promise<Reply> {
  if (asked.kind === 'las') {
    const { files, kommuner } = asked;
    const formular = Formular.parse(JSON.parse(asked.formular));
    const job = { files, kommuner, formular };
    return { kind: 'utfall', outcome: await runJob(job, (words) => tell({ kind: 'steg', words })) };
  }
  const [{ loadHighs }] = await Promise.all([import('../../disclosure/highs.ts'), import('./workbook.ts')]);
  await loadHighs();
  return { kind: 'forberedd' };
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answer(data).then(tell, (error: unknown) =>
    tell({ kind: 'fel', words: error instanceof Error ? error.message : '' }),
  );
});

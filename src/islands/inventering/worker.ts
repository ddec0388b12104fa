/** The tool's work, away from the page: a file that takes long never freezes it, and can be stopped. */
import { config } from 'zod';
import { Formular } from '../../model/formular.ts';
import { type BmeOpened, openedBme } from './bme.ts';
import { type Job, type Outcome, runJob } from './job.ts';

// Compiling a schema to a function would break the content security policy.
config({ jitless: true });

/** A job as the page gives it: the form is still JSON. */
export type Order = Omit<Job, 'formular'> & { readonly formular: string };

/** What the page asks: to be ready without a network, to read files, or to see what Boverket's file has. */
export type Asked =
  | { readonly kind: 'forbered' }
  | ({ readonly kind: 'las' } & Order)
  | ({ readonly kind: 'oppna-bme'; readonly file: Job['files'][number] } & Pick<
      Order,
      'kommuner' | 'formular'
    >);

/** What the page receives. */
export type Reply =
  | { readonly kind: 'forberedd' }
  | { readonly kind: 'steg'; readonly words: string }
  | { readonly kind: 'fel'; readonly words: string }
  | { readonly kind: 'bme'; readonly opened: BmeOpened }
  | { readonly kind: 'utfall'; readonly outcome: Outcome };

const tell = (reply: Reply) => postMessage(reply);

async function answer(asked: Asked): Promise<Reply> {
  if (asked.kind === 'las') {
    const { files, kommuner, bme } = asked;
    const formular = Formular.parse(JSON.parse(asked.formular));
    const job = { files, kommuner, formular, bme };
    return { kind: 'utfall', outcome: await runJob(job, (words) => tell({ kind: 'steg', words })) };
  }
  if (asked.kind === 'oppna-bme') {
    const formular = Formular.parse(JSON.parse(asked.formular));
    return { kind: 'bme', opened: await openedBme(asked.file, asked.kommuner, formular) };
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

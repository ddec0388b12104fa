import type { Trace } from '../../model/trace.ts';
import type { PageFacts } from './facts.ts';
import { pageFacts } from './facts.ts';
import type { AskedPage, FinishedPage, KeptPages } from './kept.ts';

/** What can be made, and how. */
export type MakeablePage = AskedPage & { readonly make: () => Promise<Response> };

/** What became of the pages of a build. */
export type MadeSite = {
  /** What is known of each file, by its path below the site's root. */
  readonly files: ReadonlyMap<string, PageFacts>;
  readonly reused: number;
  readonly made: number;
};

/** How making is watched, and what is done with what is finished. */
export type Making = {
  readonly kept: KeptPages;
  /** Makes something, and says what was read for it; null when no trace can hold that. */
  readonly whileReading: <T>(
    make: () => Promise<T>,
  ) => Promise<{ readonly made: T; readonly trace: Trace | null }>;
  readonly write: (file: string, bytes: Uint8Array) => void;
  readonly progress: (done: number) => void;
};

/** So many are begun before the first is done: one that waits for the list of files does not keep the others waiting. */
const AT_ONCE = 4;

/**
 * Makes pages, or takes those that are as they were. They are begun in the order that they are given.
 * @throws what a page throws while it is made, with its path
 */
export async function makePages(
  pages: readonly MakeablePage[],
  { kept, whileReading, write, progress }: Making,
): Promise<MadeSite> {
  const files = new Map<string, PageFacts>();
  let [reused, made] = [0, 0];

  const finish = (file: string, { bytes, facts }: FinishedPage) => {
    if (bytes !== null) write(file, bytes);
    files.set(file, facts);
    progress(files.size);
  };
  const make = async (page: MakeablePage) => {
    const { made: answer, trace } = await whileReading(async () => {
      const response = await page.make();
      // Only what is read to the end has been read whole: Astro makes a page while it is read.
      const body = response.body === null ? null : new Uint8Array(await response.arrayBuffer());
      return { response, body };
    });
    const { response, body } = answer;
    const { status, headers } = response;
    if (status >= 300 && status < 400) throw new Error(`It leads to ${headers.get('Location')}`);
    if (body === null) return;
    made += 1;
    const isPage = status === 200 && headers.get('Content-Type')?.startsWith('text/html') === true;
    finish(
      page.file,
      isPage ? await kept.keep(page, trace, body) : { bytes: body, facts: pageFacts(page.file, body) },
    );
  };
  const rest = pages.values();
  const work = async () => {
    for (const page of rest) {
      const found = await kept.find(page);
      if (found === null)
        await make(page).catch((error: unknown) => {
          throw new Error(`${page.file} could not be made`, { cause: error });
        });
      else {
        reused += 1;
        finish(page.file, found);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { files, reused, made };
}

import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { close, createIndex } from 'pagefind';
import type { Store } from './files/store.ts';
import { searchedText } from './searched-text.ts';

/** A file of the index: its path below the site's root. */
type IndexFile = { readonly path: string; readonly content: Uint8Array };

/**
 * The index of the pages' texts (Pagefind): the files that the search page fetches. Kept as long as nothing has changed
 * of what is read for it: of a page that is searched, a thirtieth of its bytes. Pages are added in the order of their
 * paths: the index is made of that too.
 * @param pages of the finished site that are searched, by path
 * @param packages what the index depends on beside the pages: the exact packages and the machine
 */
export async function searchIndex(
  pages: ReadonlyMap<string, Uint8Array>,
  packages: string,
  store: Store,
): Promise<{ readonly files: readonly IndexFile[]; readonly kept: boolean }> {
  const decoder = new TextDecoder();
  const searched = [...pages]
    .map(([path, bytes]) => ({ path, html: searchedText(decoder.decode(bytes)) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const hash = createHash('sha256').update(`sökning ${packages} `);
  for (const { path, html } of searched) hash.update(`${path} ${html.length} ${html}`);
  const key = hash.digest('hex');
  const found = await store.read(key);
  if (found !== null) return { files: deserialize(found), kept: true };
  const files = await indexOf(searched);
  await store.write(key, serialize(files));
  return { files, kept: false };
}

async function indexOf(
  pages: readonly { readonly path: string; readonly html: string }[],
): Promise<readonly IndexFile[]> {
  try {
    const { index, errors } = await createIndex();
    if (index === undefined) throw new Error(errors.join('\n'));
    for (const { path, html } of pages) {
      const added = await index.addHTMLFile({ sourcePath: path, content: html });
      if (added.errors.length > 0) throw new Error(`${path}: ${added.errors.join('\n')}`);
    }
    const made = await index.getFiles();
    if (made.errors.length > 0) throw new Error(made.errors.join('\n'));
    return made.files.map(({ path, content }) => ({
      path: `pagefind/${path}`,
      content: new Uint8Array(content),
    }));
  } finally {
    await close();
  }
}

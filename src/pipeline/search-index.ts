import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { close, createIndex } from 'pagefind';
import { sha256 } from '../model/sha256.ts';
import type { Store } from './files/store.ts';
import type { PageFacts } from './pages/facts.ts';
import { searchedText } from './searched-text.ts';

/** A file of the index: its path below the site's root. */
type IndexFile = { readonly path: string; readonly content: Uint8Array };

/**
 * The index of the pages' texts (Pagefind): the files that the search page fetches. Kept as long as nothing has changed
 * of what is read for it: of a page that is searched, a thirtieth of its bytes. Pages are added in the order of their
 * paths: the index is made of that too.
 * @param site the folder of the finished site: its pages are read where the index must be made
 * @param facts of every file in it, by path
 * @param packages what the index depends on beside the pages: the exact packages and the machine
 */
export async function searchIndex(
  site: string,
  facts: ReadonlyMap<string, PageFacts>,
  packages: string,
  store: Store,
): Promise<{ readonly files: readonly IndexFile[]; readonly kept: boolean }> {
  const searched = [...facts]
    .flatMap(([path, { searched: text }]) => (text === null ? [] : [{ path, text }]))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const key = sha256(
    `sökning ${packages}\n${searched.map(({ path, text }) => `${text} ${path}\n`).join('')}`,
  );
  const found = await store.read(key);
  if (found !== null) return { files: deserialize(found), kept: true };
  const pages = searched.map(({ path }) => {
    return { path, html: searchedText(readFileSync(join(site, path), 'utf8')) };
  });
  const files = await indexOf(pages);
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

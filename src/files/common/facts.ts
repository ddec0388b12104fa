import type { PublishedFile } from '../file.ts';
import { sha256 } from './bytes.ts';

/** What a reader can check a downloaded file against. */
export type FileFacts = { readonly bytes: number; readonly sha256: string };

const known = new WeakMap<PublishedFile, Promise<FileFacts>>();

/** Size and hash of a published file; computed once for each file. */
export function factsOf(file: PublishedFile): Promise<FileFacts> {
  const facts = known.get(file) ?? measure(file);
  known.set(file, facts);
  return facts;
}

async function measure(file: PublishedFile): Promise<FileFacts> {
  const content = await file.content();
  return { bytes: content.byteLength, sha256: sha256(content) };
}

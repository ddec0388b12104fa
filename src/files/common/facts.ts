import { sha256 } from '../../model/sha256.ts';
import type { PublishedFile } from '../file.ts';

/** What a reader can check a downloaded file against. */
export type FileFacts = { readonly bytes: number; readonly sha256: string };

const known = new WeakMap<PublishedFile, Promise<FileFacts>>();

/** Size and hash of a published file; computed once for each file. */
export function factsOf(file: PublishedFile): Promise<FileFacts> {
  const facts = known.get(file) ?? measure(file);
  known.set(file, facts);
  return facts;
}

const measure = async (file: PublishedFile): Promise<FileFacts> => factsOfBytes(await file.content());

/** Size and hash of a file's bytes. */
export const factsOfBytes = (bytes: Uint8Array): FileFacts => ({
  bytes: bytes.byteLength,
  sha256: sha256(bytes),
});

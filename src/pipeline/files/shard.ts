import { sha256 } from '../../files/common/bytes.ts';
import type { PublishedFile, Writer } from '../../files/file.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { describe, type ManifestFile } from './manifest.ts';

/** Which share of the files: `shard` (from 0) of `shards`. */
export type Shard = { readonly shard: number; readonly shards: number };

/** A written file and its place among its writer's. */
export type Placed = { readonly at: number; readonly file: ManifestFile };

/** What one thread wrote of one format, in how many milliseconds. */
export type ShardResult = {
  readonly writer: string;
  readonly placed: readonly Placed[];
  readonly ms: number;
};

export type Write = (path: string, bytes: Uint8Array) => Promise<void>;

/** What a thread does to the world: writes files, and reads the clock to tell what a format cost. */
export type ShardEffects = { readonly clock: () => number; readonly write: Write };

/**
 * Writes every `shards`-th file of every format. Neighbours cost about the same, so the shares do too, and which
 * thread writes what is the same every time.
 * @throws when a writer does: the message names the file
 */
export async function writeShard(
  index: CatalogueIndex,
  writers: readonly Writer[],
  { shard, shards }: Shard,
  { clock, write }: ShardEffects,
): Promise<readonly ShardResult[]> {
  const results: ShardResult[] = [];
  for (const writer of writers) {
    const started = clock();
    const placed: Placed[] = [];
    for (const [at, file] of writer.files(index).entries())
      if (at % shards === shard) placed.push({ at, file: await writeOne(file, write) });
    results.push({ writer: writer.name, placed, ms: clock() - started });
  }
  return results;
}

/** Writes one file. @throws with the file's name when its writer fails */
export async function writeOne(file: PublishedFile, write: Write): Promise<ManifestFile> {
  try {
    const content = await file.content();
    await write(file.path, content);
    return { ...describe(file), bytes: content.byteLength, sha256: sha256(content) };
  } catch (cause) {
    throw new Error(`${file.path} kunde inte skrivas: ${String(cause)}`, { cause });
  }
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { FileDescription } from '../../content/data/files.ts';
import type { FileFacts } from '../../files/common/facts.ts';
import type { PublishedFile } from '../../files/file.ts';
import { parsedJson } from '../json.ts';

/** A file that has been written: what it is, how large, and its hash. */
export type ManifestFile = FileDescription & FileFacts;

/** What a format cost. */
export type WriterCost = {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** Of them, how many an earlier build had rendered. */
  readonly reused: number;
  /** Working time, summed over the processes that shared it. Never published. */
  readonly ms: number;
  /** Bytes of its largest file. */
  readonly largest: number;
};

/** All files of a release in the order of their writers, and what each format and the whole cost. */
export type Manifest = {
  readonly files: readonly ManifestFile[];
  readonly writers: readonly WriterCost[];
  /** From start to end. Never published. */
  readonly ms: number;
};

export const describe = ({
  content: _,
  rendering: __,
  deflated: ___,
  ...rest
}: PublishedFile): FileDescription => rest;

const MANIFEST: z.ZodType<Manifest> = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      mediaType: z.string(),
      format: z.string(),
      title: z.string(),
      description: z.string(),
      opensIn: z.string(),
      group: z.string(),
      about: z.string().exactOptional(),
      example: z.boolean(),
      bytes: z.number(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  writers: z.array(
    z.object({
      name: z.string(),
      files: z.number(),
      reused: z.number(),
      bytes: z.number(),
      ms: z.number(),
      largest: z.number(),
    }),
  ),
  ms: z.number(),
});

/** The manifest of files that a build has written. @throws when it is not one */
export function readManifest(path: string): Manifest {
  const manifest = parsedJson(MANIFEST, readFileSync(path, 'utf8'));
  if (manifest === null) throw new Error(`${path} is not a manifest`);
  return manifest;
}

/** The sums of a format's files. */
export function costOf(
  name: string,
  parts: readonly { readonly facts: FileFacts; readonly ms: number; readonly reused: boolean }[],
): WriterCost {
  const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((all, p) => all + of(p), 0);
  return {
    name,
    files: parts.length,
    reused: sum((p) => (p.reused ? 1 : 0)),
    bytes: sum((p) => p.facts.bytes),
    ms: sum((p) => p.ms),
    largest: parts.reduce((most, p) => Math.max(most, p.facts.bytes), 0),
  };
}

import { readFileSync } from 'node:fs';
import type { FileFacts } from '../../files/common/facts.ts';
import type { PublishedFile } from '../../files/file.ts';

/** Everything about a published file but its bytes. */
export type Described = Omit<PublishedFile, 'content'>;

/** A file that has been written: what it is, how large, and its hash. */
export type ManifestFile = Described & FileFacts;

/** What a format cost. */
export type WriterCost = {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** Working time, summed over the threads that shared it. Never published. */
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

export const describe = ({ content: _, ...rest }: PublishedFile): Described => rest;

/** @throws when the file cannot be read or is not a manifest */
export function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The sums of a format's files. @param ms working time */
export function costOf(name: string, files: readonly FileFacts[], ms: number): WriterCost {
  return {
    name,
    files: files.length,
    bytes: files.reduce((sum, f) => sum + f.bytes, 0),
    ms,
    largest: files.reduce((most, f) => Math.max(most, f.bytes), 0),
  };
}

import { perIndex } from '../model/per-index.ts';
import { apiWriter } from './api/index.ts';
import { compareWriter } from './compare/index.ts';
import { csvWriter } from './csv/index.ts';
import { csvwWriter } from './csvw/index.ts';
import type { PublishedFile, Writer } from './file.ts';
import { xlsxWriter } from './xlsx/index.ts';

/** Every format that is published. Taking one away touches nothing else. */
export const writers: readonly Writer[] = [csvWriter, csvwWriter, xlsxWriter, apiWriter, compareWriter];

/** All files of a catalogue, sorted by path. @throws when two writers claim the same path */
export const allFiles = perIndex((index): readonly PublishedFile[] => {
  const files = writers.flatMap((w) => w.files(index)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  for (const [i, file] of files.entries())
    if (files[i + 1]?.path === file.path) throw new Error(`Two writers write ${file.path}`);
  return files;
});

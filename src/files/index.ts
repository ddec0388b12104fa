import { perIndex } from '../model/per-index.ts';
import { apiWriter } from './api/index.ts';
import { compareWriter } from './compare/index.ts';
import { csvWriter } from './csv/index.ts';
import { csvwWriter } from './csvw/index.ts';
import { dataPackageCollector } from './datapackage/index.ts';
import { dcatCollector } from './dcat/index.ts';
import { feedWriter } from './feeds/index.ts';
import { figureWriter } from './figures/index.ts';
import type { Collector, PublishedFile, Writer } from './file.ts';
import { formerCollector } from './former/index.ts';
import { guideWriter } from './guide/index.ts';
import { mallWriter } from './inventering/index.ts';
import { jsonStatWriter } from './jsonstat/index.ts';
import { parquetWriter } from './parquet/index.ts';
import { pdfWriter } from './pdf/index.ts';
import { pptxWriter } from './pptx/index.ts';
import { pxWriter } from './px/index.ts';
import { searchWriter } from './search/index.ts';
import { xlsxWriter } from './xlsx/index.ts';
import { zipCollector } from './zip/index.ts';

/** Every format that is published. Taking one away touches nothing else. */
export const writers: readonly Writer[] = [
  csvWriter,
  csvwWriter,
  xlsxWriter,
  parquetWriter,
  jsonStatWriter,
  pxWriter,
  apiWriter,
  compareWriter,
  searchWriter,
  pdfWriter,
  guideWriter,
  pptxWriter,
  figureWriter,
  feedWriter,
  mallWriter,
];

/** What is made of the other files. Each is given what the writers and the collectors before it made. */
export const collectors: readonly Collector[] = [
  dataPackageCollector,
  zipCollector,
  dcatCollector,
  formerCollector,
];

/** All files of a catalogue, sorted by path. @throws when two writers claim the same path */
export const allFiles = perIndex((index): readonly PublishedFile[] => {
  let files = writers.flatMap((w) => w.files(index)).map(remembered);
  for (const collector of collectors)
    files = [
      ...files,
      ...collector
        .files(
          index,
          files.map((f) => f.keep),
        )
        .map(remembered),
    ];
  const published = files.map((f) => f.file).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  for (const [i, file] of published.entries())
    if (published[i + 1]?.path === file.path) throw new Error(`Two writers write ${file.path}`);
  return published;
});

/**
 * A file in two views: what a collector reads is kept, because the site will ask for it again; what only the site
 * reads (the workbooks of 290 kommuner) is let go at once.
 */
function remembered(file: PublishedFile): { readonly file: PublishedFile; readonly keep: PublishedFile } {
  let kept: Promise<Uint8Array> | undefined;
  return {
    file: { ...file, content: () => kept ?? file.content() },
    keep: {
      ...file,
      content: () => {
        kept ??= Promise.resolve(file.content());
        return kept;
      },
    },
  };
}

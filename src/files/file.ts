import type { FileDescription } from '../content/data/files.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Deflated } from './common/zip.ts';
import type { Rendering } from './rendering.ts';

/** One file that the site publishes. */
export type PublishedFile = FileDescription & {
  /** The bytes; called only when they are needed. */
  readonly content: () => Uint8Array | Promise<Uint8Array>;
  /** The document that `content` renders; absent where looking the bytes up would cost as much as making them. */
  readonly rendering?: () => Rendering;
  /** What a zip holds of it, maybe from an earlier build; absent where nothing is kept (`npm run dev`). */
  readonly deflated?: () => Promise<Deflated>;
};

/** A format. Knows which files it makes of a catalogue; knows nothing of the other formats. */
export type Writer = {
  readonly name: string;
  readonly files: (index: CatalogueIndex) => readonly PublishedFile[];
};

/** A format that describes or holds what the writers wrote: a zip, a data package, a catalogue of data sets. */
export type Collector = {
  readonly name: string;
  readonly files: (index: CatalogueIndex, written: readonly PublishedFile[]) => readonly PublishedFile[];
};

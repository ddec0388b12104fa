import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Rendering } from './rendering.ts';

/** One file that the site publishes. `content` is only called when the bytes are needed. */
export type PublishedFile = {
  /** Path below the site root, no leading slash: `data/hemloshet/2016.xlsx`. ASCII, lower case. */
  readonly path: string;
  readonly mediaType: string;
  /** `CSV`, `Excel`, `Parquet`: what a reader calls it. */
  readonly format: string;
  readonly title: string;
  /** What it holds, one sentence. */
  readonly description: string;
  /** Programs that open it, in words. */
  readonly opensIn: string;
  /**
   * Where it belongs on `/data/`: an area's slug, or `allt`, `referens`, `indikator`, `figur`, `kommun`, `lan`, `api`,
   * `katalog`, `flode`; `tidigare` for a file at an address of what was, which is listed nowhere.
   */
  readonly group: string;
  /** The indicator's id, the kommun's or the län's code, in the groups where each has files of its own. */
  readonly about?: string;
  /** True when any value in it is example data. */
  readonly example: boolean;
  readonly content: () => Uint8Array | Promise<Uint8Array>;
  /** The document that `content` renders; absent where looking the bytes up would cost as much as making them. */
  readonly rendering?: () => Rendering;
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

import JSZip from 'jszip';
import { DOMParser } from 'linkedom';
import * as XLSX from 'xlsx';
import { kommunDocument } from '../../../src/content/kommun/document.ts';
import type { Deck } from '../../../src/files/pptx/deck.ts';
import { kommunDeck } from '../../../src/files/pptx/kommun-deck.ts';
import { omradeDeck } from '../../../src/files/pptx/omrade-deck.ts';
import type { Published } from './catalogue.ts';

/** Decks of each kind: kommuner with much, little, stadsdelar and a single question of its own, areas by year. */
export const DECKS = [
  'data/kommun/umea.pptx',
  'data/kommun/stockholm.pptx',
  'data/kommun/boras.pptx',
  'data/kommun/upplands-vasby.pptx',
  'data/kommun/alvkarleby.pptx',
  'data/hemloshet/2016.pptx',
  'data/hemloshet/2023.pptx',
  'data/ekonomiskt-bistand/2016.pptx',
];

/** The deck as we meant it, for a path. */
export function deckAt(site: Published, path: string): Deck {
  const { catalogue } = site.index;
  const [, folder, name = ''] = /^data\/([^/]+)\/(.+)\.pptx$/.exec(path) ?? [];
  const kommun = catalogue.referens.kommuner.find((k) => folder === 'kommun' && k.slug === name);
  if (kommun) return kommunDeck(kommunDocument(site.index, kommun));
  const omrade = catalogue.omraden.find((o) => o.slug === folder);
  const edition = omrade?.utgavor.find((e) => e.ar === Number(name));
  if (!omrade || !edition) throw new Error(path);
  return omradeDeck(site.index, omrade, edition);
}

/** A presentation's parts, as text, as XML, and the workbooks of its charts. */
export async function openDeck(bytes: Uint8Array) {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files);
  const read = async (name: string) => {
    const part = zip.file(name);
    if (!part) throw new Error(`no part ${name}`);
    return part.async('string');
  };
  const xml = async (name: string) => new DOMParser().parseFromString(await read(name), 'text/xml');
  const embedded = async (n: number) =>
    XLSX.read((await zip.file(`ppt/embeddings/diagram${n}.xlsx`)?.async('uint8array')) ?? new Uint8Array());
  return { zip, names, read, xml, embedded };
}

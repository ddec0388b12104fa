import { zipInNode } from '../common/zip-node.ts';
import type { Deck } from './deck.ts';
import { pptxBytes } from './package.ts';

/** A presentation as PowerPoint's file. */
export const deckPptx = (deck: Deck): Uint8Array => pptxBytes(deck, zipInNode);

import type { ProgramDocument } from '../content/program/document.ts';
import { zipInNode } from './common/zip-node.ts';
import type { PngDocument } from './figures/png.ts';
import type { GuideData } from './guide/guide-data.ts';
import type { KommunData } from './pdf/kommun-data.ts';
import type { Deck } from './pptx/deck.ts';
import type { WorkbookDocument } from './xlsx/workbook.ts';

/**
 * A document and what makes bytes of it. The renderer sees the document and nothing else: it is plain data, so it can
 * be hashed, kept beside what it became, and sent to a process that has never seen the catalogue.
 */
export type Rendering =
  | { readonly as: 'pdf-kommun'; readonly document: KommunData }
  | { readonly as: 'pdf-program'; readonly document: ProgramDocument }
  | { readonly as: 'pdf-guide'; readonly document: GuideData }
  | { readonly as: 'pptx'; readonly document: Deck }
  | { readonly as: 'xlsx'; readonly document: WorkbookDocument }
  | { readonly as: 'png'; readonly document: PngDocument };

/** The bytes of a document: the same document gives the same bytes. @throws when it cannot be rendered */
export async function renderedBytes({ as, document }: Rendering): Promise<Uint8Array> {
  switch (as) {
    case 'pdf-kommun':
      return (await import('./pdf/kommun-template.ts')).kommunPdf(document);
    case 'pdf-program':
      return (await import('./pdf/program-template.ts')).programPdf(document);
    case 'pdf-guide':
      return (await import('./guide/template.ts')).guidePdf(document);
    case 'pptx':
      return (await import('./pptx/package.ts')).pptxBytes(document, zipInNode);
    case 'xlsx': {
      const { workbookBytes } = await import('./xlsx/workbook.ts');
      return workbookBytes(document.sheets, document.facts, document.release, zipInNode);
    }
    case 'png':
      return (await import('./figures/png.ts')).pngOf(document);
  }
}

/** A file that is rendered from a document: what costs more to make than to look up. */
export const rendered = (
  rendering: () => Rendering,
): { readonly rendering: () => Rendering; readonly content: () => Promise<Uint8Array> } => ({
  rendering,
  content: () => renderedBytes(rendering()),
});

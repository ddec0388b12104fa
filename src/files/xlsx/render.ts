import type { Release } from '../../model/release.ts';
import { zipInNode } from '../common/zip-node.ts';
import type { Sheet } from './sheet.ts';
import { type WorkbookFacts, workbookBytes } from './workbook.ts';

/** Everything that a workbook says. */
export type WorkbookDocument = {
  readonly sheets: readonly Sheet[];
  readonly facts: WorkbookFacts;
  readonly release: Release;
};

/** A workbook as Excel's file. */
export const workbookXlsx = ({ sheets, facts, release }: WorkbookDocument): Uint8Array =>
  workbookBytes(sheets, facts, release, zipInNode);

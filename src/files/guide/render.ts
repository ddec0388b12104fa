import { pdfBytes } from '../typst/compiler.ts';
import type { GuideData } from './guide-data.ts';
import { GUIDE_TEMPLATE } from './template.ts';

/** The user guide as PDF. */
export const guidePdf = (data: GuideData): Uint8Array => pdfBytes(GUIDE_TEMPLATE, data);

import { pdfBytes } from '../typst/compiler.ts';
import type { KommunData } from './kommun-data.ts';
import { KOMMUN_TEMPLATE } from './kommun-template.ts';

/** The report about a kommun as PDF. */
export const kommunPdf = (data: KommunData): Uint8Array => pdfBytes(KOMMUN_TEMPLATE, data);

/** The workbooks that the tool hands out. What writes them is fetched when somebody wants one. */
import { config } from 'zod';
import { zipInBrowser } from '../../files/common/zip-browser.ts';
import { compiledWorkbook } from '../../files/xlsx/inventering.ts';
import { templateWorkbook } from '../../files/xlsx/inventering-template.ts';
import type { Inventering } from '../../model/inventering.ts';
import { Release } from '../../model/release.ts';

// Compiling a schema to a function would break the content security policy.
config({ jitless: true });

/** @param release the page's own, as JSON */
export const templateBytes = (release: string, kommunkod: string, ar: string): Uint8Array =>
  templateWorkbook(Release.parse(JSON.parse(release)), zipInBrowser, { kommunkod, ar });

/** @param release the page's own, as JSON */
export const compiledBytes = (release: string, years: readonly Inventering[]): Uint8Array =>
  compiledWorkbook(years, Release.parse(JSON.parse(release)), zipInBrowser);

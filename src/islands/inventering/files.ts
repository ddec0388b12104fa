/** The workbooks that the tool hands out. What writes them is fetched when somebody wants one. */
import { config } from 'zod';
import { zipInBrowser } from '../../files/common/zip-browser.ts';
import { compiledCsv } from '../../files/inventering/csv.ts';
import { compiledWorkbook } from '../../files/xlsx/inventering.ts';
import { templateWorkbook } from '../../files/xlsx/inventering-template.ts';
import { Formular } from '../../model/formular.ts';
import type { Inventering } from '../../model/inventering.ts';
import { Release } from '../../model/release.ts';

// Compiling a schema to a function would break the content security policy.
config({ jitless: true });

/** What the page carries as JSON: its release, and the form that it was made with. */
export type PageData = { readonly release: string; readonly formular: string };

const parsed = ({ release, formular }: PageData) => ({
  form: Formular.parse(JSON.parse(formular)),
  release: Release.parse(JSON.parse(release)),
});

export function templateBytes(data: PageData, kommunkod: string, ar: string): Uint8Array {
  const { form, release } = parsed(data);
  return templateWorkbook(form, release, zipInBrowser, { kommunkod, ar });
}

export const compiledText = (data: PageData, years: readonly Inventering[]): string =>
  compiledCsv(years, parsed(data).form);

export function compiledBytes(data: PageData, years: readonly Inventering[]): Uint8Array {
  const { form, release } = parsed(data);
  return compiledWorkbook(years, form, release, zipInBrowser);
}

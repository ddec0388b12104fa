import type { Batch } from '../import/batch.ts';
import { type BmeSheet, bmeSheets, guessBme } from '../import/bme/guess.ts';
import { type BmeSource, importBme } from '../import/bme/import.ts';
import { BmeMapping, bmeQuestions } from '../import/bme/mapping.ts';
import type { DataFolder } from '../import/folder.ts';
import type { RawSheet } from '../import/table/raw-sheet.ts';
import type { Uppgift } from '../model/formular.ts';
import { Refusal } from '../refusal.ts';
import { form, type Html, html } from './page.ts';

/** A file of the housing-market survey and how it is read, between its upload and its confirmation. */
export type BmeUpload = { readonly source: BmeSource; readonly mapping: BmeMapping };

/** Opens the file. @throws Refusal when it has no kommuner, or the inventory asks nothing that the survey has */
export function openedUpload(
  open: DataFolder,
  file: Omit<BmeSource, 'sheets'>,
  grids: readonly RawSheet[],
): BmeUpload {
  const sheets = bmeSheets(grids, open.catalogue.referens, file.fil);
  const mapping = guessBme(sheets, open.catalogue.formular.uppgifter);
  if (mapping) return { source: { ...file, sheets }, mapping };
  throw new Refusal(
    `${file.fil} har ingen tabell med kommuner i rader, eller så frågar inventeringen inte efter något som enkäten har.`,
    'Kontrollera att det är Boverkets fil med svar per kommun.',
  );
}

/** The guessed columns as a form. */
export function bmeView(token: string, id: string, upload: BmeUpload, uppgifter: readonly Uppgift[]): Html {
  const { mapping, source } = upload;
  const sheet = source.sheets.find((s) => s.grid.name === mapping.blad);
  const choice = (
    name: string,
    label: string,
    chosen: string,
    options: readonly (readonly [string, string])[],
  ) =>
    html`<label>${label} <select name="${name}">${options.map(([value, text]) => (value === chosen ? html`<option value="${value}" selected>${text}</option>` : html`<option value="${value}">${text}</option>`))}</select></label>`;
  const columns = (named: BmeSheet | undefined) => [
    ['', 'läses inte'] as const,
    ...(named?.columns ?? []).map((c) => [c, c] as const),
  ];
  return form(
    token,
    `/bekrafta/${id}`,
    html`<p>Frågorna i enkäten byter ord mellan åren. Kontrollera var svaren står. Bara det som är tomt i inventeringarna fylls i.</p><fieldset><legend>Bladet ${mapping.blad}</legend><label>År som svaren gäller <input name="ar" inputmode="numeric" pattern="[0-9]{4}" required value="${mapping.ar === null ? '' : mapping.ar}"></label>${mapping.svar.map((s) => choice(`kolumn:${s.uppgift}`, uppgifter.find((u) => u.kod === s.uppgift)?.namn ?? s.uppgift, s.kolumn === null ? '' : s.kolumn, columns(sheet)))}</fieldset><p><button>Visa vad som skulle skrivas</button></p>`,
  );
}

/** What the confirmed form gives. @throws Refusal when something is still to be answered, or is wrong with the file */
export function bmeBatch(open: DataFolder, { source, mapping }: BmeUpload, answers: FormData): Batch {
  const said = (name: string) => {
    const value = answers.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const confirmed = BmeMapping.parse({
    ...mapping,
    bekraftad: true,
    ar: Number(said('ar')) || null,
    svar: mapping.svar.map((s) => ({ ...s, kolumn: said(`kolumn:${s.uppgift}`) || null })),
  });
  const [question] = bmeQuestions(confirmed);
  if (question !== undefined)
    throw new Refusal(`Något är inte ifyllt: ${question}.`, 'Gå tillbaka och fyll i det.');
  return importBme(open, source, confirmed);
}

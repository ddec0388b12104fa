import type { Formular } from '../../model/formular.ts';
import { ALDRAR } from '../../model/inventering.ts';
import type { Release } from '../../model/release.ts';
import { ageLabel, partLabel, SEX_LABEL, TEMPLATE_LABELS } from '../../text/inventering.ts';
import type { Zip } from '../common/zip.ts';
import { blanks, NOBODY, type TemplateFor } from '../inventering/template.ts';
import { type Sheet, sheetColumn } from './sheet.ts';
import { workbookBytes } from './workbook.ts';

/** The template as a workbook: the rows in words with lists to choose from, how to fill them in, and what every figure counts. */
export function templateWorkbook(
  form: Formular,
  release: Release,
  zip: Zip,
  { kommunkod, ar }: TemplateFor = NOBODY,
): Uint8Array {
  const label = TEMPLATE_LABELS;
  const byCode = new Map(form.uppgifter.map((u) => [u.kod, u]));
  const fill: Sheet = {
    name: 'Inventering',
    title: form.titel,
    example: false,
    note: 'Fyll i kolumnen Värde. Rubrikraden ska stå kvar som den är.',
    fixed: 4,
    columns: [
      sheetColumn(label.kommunkod, 12),
      sheetColumn(label.ar, 8, 'year'),
      sheetColumn('Del', 34, 'wrap'),
      sheetColumn(label.uppgift, 46, 'wrap'),
      sheetColumn(label.kon, 10),
      sheetColumn(label.alder, 17),
      sheetColumn('Enhet', 10),
      sheetColumn(label.varde, 12, 'tal0'),
      sheetColumn(label.text, 50, 'wrap'),
    ],
    rows: blanks(form).flatMap((b) => {
      const uppgift = byCode.get(b.uppgift);
      if (!uppgift) return [];
      const { del, namn, enhet } = uppgift;
      const year = ar === '' ? '' : Number(ar);
      const what = [partLabel(form, del), namn, SEX_LABEL[b.kon], ageLabel(b.alder), enhet];
      return [[kommunkod, year, ...what, null, '']];
    }),
    empty: '',
    choices: [
      { column: 4, values: Object.values(SEX_LABEL) },
      { column: 5, values: ALDRAR.map(ageLabel) },
    ],
  };
  const how: Sheet = {
    name: 'Så fyller du i',
    title: 'Så fyller du i mallen',
    example: false,
    note: form.kalla,
    fixed: 0,
    columns: [sheetColumn('Anvisning', 110, 'wrap')],
    rows: form.anvisningar.map((text) => [text]),
    empty: '',
  };
  const what: Sheet = {
    name: 'Uppgifter',
    title: 'Det här räknas',
    example: false,
    note: 'Koden är den som står i mallen som CSV.',
    fixed: 1,
    columns: [
      sheetColumn('Uppgift', 50, 'wrap'),
      sheetColumn('Del', 34, 'wrap'),
      sheetColumn('Enhet', 12),
      sheetColumn('Vad som räknas', 80, 'wrap'),
      sheetColumn('Kod', 26),
    ],
    rows: form.uppgifter.map((u) => [u.namn, partLabel(form, u.del), u.enhet, u.anvisning, u.kod]),
    empty: '',
  };
  return workbookBytes([fill, how, what], { title: 'Inventering: mall', subject: form.titel }, release, zip);
}

import { ALDRAR, DELAR, UPPGIFTER } from '../../model/inventering.ts';
import type { Release } from '../../model/release.ts';
import type { Zip } from '../common/zip.ts';
import { blanks, NOBODY, type TemplateFor } from '../inventering/template.ts';
import { type Sheet, sheetColumn } from './sheet.ts';
import { workbookBytes } from './workbook.ts';

const READ = [
  'Fyll i kolumnen varde. Lämna tomt där du inte vet: tomt är inte noll.',
  'Skriv antal utan mellanslag och decimaler, och belopp i hela kronor.',
  'kon: T är alla, K kvinnor, M män. Dela bara upp det som du vet för alla.',
  'Räkna inte den som bor i gruppbostad enligt LSS.',
  'Filen får innehålla flera år. Kopiera raderna och ändra år.',
  'Verktyget på sidan Inventering läser filen i din webbläsare. Den skickas inte någonstans.',
];

/** The template as a workbook: how to fill it in, the rows with lists to choose from, and what every figure counts. */
export function templateWorkbook(
  release: Release,
  zip: Zip,
  { kommunkod, ar }: TemplateFor = NOBODY,
): Uint8Array {
  const parts = new Map<string, string>(DELAR.map((d) => [d.kod, d.namn]));
  const rows = blanks();
  const fill: Sheet = {
    name: 'Inventering',
    title: 'Inventering av socialtjänstens insatser för boende',
    example: false,
    note: 'Fyll i kolumnen varde. Rubrikraden ska stå kvar som den är.',
    fixed: 3,
    columns: [
      sheetColumn('kommunkod', 12),
      sheetColumn('ar', 8),
      sheetColumn('uppgift', 26),
      sheetColumn('kon', 6),
      sheetColumn('alder', 9),
      sheetColumn('varde', 12, 'tal0'),
      sheetColumn('text', 50, 'wrap'),
    ],
    rows: rows.map((b) => [kommunkod, ar === '' ? '' : Number(ar), b.uppgift, b.kon, b.alder, null, '']),
    empty: '',
    choices: [
      { column: 3, values: ['T', 'K', 'M'] },
      { column: 4, values: ALDRAR },
    ],
  };
  const how: Sheet = {
    name: 'Så fyller du i',
    title: 'Så fyller du i mallen',
    example: false,
    note: 'Efter Socialstyrelsens stöd för inventering av socialtjänstens insatser för boende.',
    fixed: 0,
    columns: [sheetColumn('Anvisning', 110, 'wrap')],
    rows: READ.map((text) => [text]),
    empty: '',
  };
  const what: Sheet = {
    name: 'Uppgifter',
    title: 'Det här räknas',
    example: false,
    note: 'Koden är den som står i kolumnen uppgift.',
    fixed: 1,
    columns: [
      sheetColumn('Kod', 26),
      sheetColumn('Del', 34, 'wrap'),
      sheetColumn('Uppgift', 50, 'wrap'),
      sheetColumn('Enhet', 12),
      sheetColumn('Vad som räknas', 80, 'wrap'),
    ],
    rows: UPPGIFTER.map((u) => [u.kod, parts.get(u.del) ?? u.del, u.namn, u.enhet, u.anvisning]),
    empty: '',
  };
  return workbookBytes(
    [fill, how, what],
    { title: 'Inventering: mall', subject: 'Inventering av socialtjänstens insatser för boende' },
    release,
    zip,
  );
}

import { ALDRAR, UPPGIFTER } from '../../model/inventering.ts';
import type { Release } from '../../model/release.ts';
import { ageLabel, partLabel, SEX_LABEL, TEMPLATE_LABELS } from '../../text/inventering.ts';
import type { Zip } from '../common/zip.ts';
import { blanks, NOBODY, type TemplateFor } from '../inventering/template.ts';
import { type Sheet, sheetColumn } from './sheet.ts';
import { workbookBytes } from './workbook.ts';

const READ = [
  'Fyll i kolumnen Värde. Lämna tomt där du inte vet: tomt är inte noll.',
  'Skriv det verkliga talet också när det är litet, inte ”<5”. Verktyget döljer små antal personer innan något visas.',
  'Skriv antal utan mellanslag och decimaler, och belopp i hela kronor.',
  'Dela bara upp efter kön och ålder det som du vet för alla.',
  'Räkna inte den som bor i gruppbostad enligt LSS.',
  'Filen får innehålla flera år. Kopiera raderna och ändra år.',
  'Ändra inte texten i kolumnerna Uppgift, Kön och Ålder: den säger vad talet gäller.',
  'Verktyget på sidan Inventering läser filen i din webbläsare. Den skickas inte någonstans.',
];

const UNIT = new Map(UPPGIFTER.map((u) => [u.kod, u]));

/** The template as a workbook: the rows in words with lists to choose from, how to fill them in, and what every figure counts. */
export function templateWorkbook(
  release: Release,
  zip: Zip,
  { kommunkod, ar }: TemplateFor = NOBODY,
): Uint8Array {
  const label = TEMPLATE_LABELS;
  const fill: Sheet = {
    name: 'Inventering',
    title: 'Inventering av socialtjänstens insatser för boende',
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
    rows: blanks().flatMap((b) => {
      const uppgift = UNIT.get(b.uppgift);
      if (!uppgift) return [];
      const { del, namn, enhet } = uppgift;
      const year = ar === '' ? '' : Number(ar);
      const what = [partLabel(del), namn, SEX_LABEL[b.kon], ageLabel(b.alder), enhet];
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
    note: 'Koden är den som står i mallen som CSV.',
    fixed: 1,
    columns: [
      sheetColumn('Uppgift', 50, 'wrap'),
      sheetColumn('Del', 34, 'wrap'),
      sheetColumn('Enhet', 12),
      sheetColumn('Vad som räknas', 80, 'wrap'),
      sheetColumn('Kod', 26),
    ],
    rows: UPPGIFTER.map((u) => [u.namn, partLabel(u.del), u.enhet, u.anvisning, u.kod]),
    empty: '',
  };
  return workbookBytes(
    [fill, how, what],
    { title: 'Inventering: mall', subject: 'Inventering av socialtjänstens insatser för boende' },
    release,
    zip,
  );
}

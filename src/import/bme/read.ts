import { ABSENCE_BY_SIGN } from '../../model/absence.ts';
import type { Inventering } from '../../model/inventering.ts';
import type { Report } from '../../model/rulebook.ts';
import { readCell } from '../table/cells.ts';
import { type PlaceNames, placeFinder, rowPlace } from '../table/places.ts';
import { gridCell, rawText, tidy } from '../table/raw-sheet.ts';
import type { BmeSheet } from './guess.ts';
import type { BmeMapping } from './mapping.ts';
import type { BmeRule } from './rules.ts';

/** One answer that a kommun has given in the survey, and where it stands. */
export type BmeAnswer = {
  readonly kod: string;
  readonly ar: number;
  readonly uppgift: string;
  readonly varde: number;
  /** The row as a person sees it, from 1, and the column's name. */
  readonly rad: number;
  readonly kolumn: string;
};

/** Whose answers are wanted: kommuner and years that have an inventory. */
type Wanted = readonly Pick<Inventering, 'kod' | 'namn' | 'ar'>[];

type File = { readonly name: string; readonly sheets: readonly BmeSheet[]; readonly places: PlaceNames };
type Column = { readonly uppgift: string; readonly kolumn: string; readonly at: number };

/** Signs and words that stand for no answer, in whatever case. */
const noAnswer = (text: string): boolean =>
  text === '' ||
  ABSENCE_BY_SIGN.has(text.toLowerCase()) ||
  /^(vet ej|vet inte|ej svar|svar saknas|inget svar|uppgift saknas|saknas|n\/?a)$/i.test(text);

/**
 * The answers of the wanted kommuner. What is wrong with the file is reported with its row and column; a kommun with a
 * finding has no answers.
 */
export function readBme(
  file: File,
  mapping: BmeMapping,
  wanted: Wanted,
  report: Report<BmeRule>,
): readonly BmeAnswer[] {
  const { name, sheets, places } = file;
  const sheet = sheets.find((s) => s.grid.name === mapping.blad);
  if (!sheet) {
    const others = sheets.map((s) => s.grid.name);
    report(
      'bme-rubrik',
      { file: name, column: null },
      others.length === 0
        ? 'Filen har ingen tabell med kommuner i rader.'
        : `Filen har inget blad ”${mapping.blad}” med kommuner i rader.`,
      others.length === 0
        ? 'Kontrollera att det är Boverkets fil med svar per kommun.'
        : `Blad med kommuner: ${others.join(', ')}.`,
    );
    return [];
  }
  const columns = columnsOf(name, sheet, mapping, report);
  const { ar } = mapping;
  if (columns === null || ar === null) return [];
  if (sheet.ar !== null && mapping.arIFilen !== null && sheet.ar !== mapping.arIFilen) {
    report(
      'bme-ar',
      { file: name, value: String(sheet.ar) },
      `I filen står året ${sheet.ar}, men kolumnerna är valda i en fil med året ${mapping.arIFilen}.`,
      'Välj rätt fil, eller välj kolumner och år på nytt.',
    );
    return [];
  }
  const own = wanted.filter((w) => w.ar === ar);
  if (own.length === 0) {
    const years = [...new Set(wanted.map((w) => w.ar))].sort((a, b) => a - b);
    report(
      'bme-ar',
      { file: name, value: String(ar) },
      `Svaren gäller ${ar}, men det finns ingen inventering för det året.`,
      years.length === 0 ? null : `Inventeringar finns för ${years.join(', ')}.`,
    );
  }
  const rows = placesOf(sheet, places);
  return own.flatMap((w) => {
    const mine = rows.filter((r) => r.kod === w.kod);
    const [row, second] = mine.filter((r) => r.why === null);
    const doubtful = mine.find((r) => r.why !== null);
    if (doubtful)
      report(
        'bme-rad',
        { file: name, row: doubtful.at + 1, value: doubtful.text },
        `Raden kan vara ${w.namn}, men ${doubtful.why}.`,
        'Rätta raden mot Boverkets fil.',
      );
    else if (!row)
      report(
        'bme-kommun',
        { file: name, value: w.kod },
        `${w.namn} (${w.kod}) har ingen rad i filen.`,
        'Alla kommuner svarar inte varje år. Har kommunen svarat: kontrollera att det är rätt fil och år.',
      );
    else if (second)
      report(
        'bme-dubblett',
        { file: name, row: second.at + 1, value: w.kod },
        `${w.namn} står redan på rad ${row.at + 1}.`,
        'Behåll den rad som gäller.',
      );
    else return columns.flatMap((column) => answerIn(sheet, row.at, column, { ...w, file: name, report }));
    return [];
  });
}

/** Where the named columns are; null when one is gone. */
function columnsOf(
  file: string,
  { shape }: BmeSheet,
  mapping: BmeMapping,
  report: Report<BmeRule>,
): readonly Column[] | null {
  const named = mapping.svar.flatMap(({ uppgift, kolumn }) =>
    kolumn === null ? [] : [{ uppgift, kolumn, at: shape.columns.indexOf(kolumn) }],
  );
  const gone = named.filter((c) => c.at < 0);
  for (const { kolumn } of gone)
    report(
      'bme-rubrik',
      { file, row: shape.header[1] + 1, column: kolumn },
      `Kolumnen ”${kolumn}” finns inte i bladet ”${mapping.blad}”.`,
      'Frågorna ändras mellan åren. Välj kolumnen på nytt.',
    );
  return gone.length > 0 ? null : named;
}

/** What a row of the sheet is about; `why` when that is in doubt. */
type Row = { readonly at: number; readonly kod: string; readonly text: string; readonly why: string | null };

function placesOf({ grid, shape }: BmeSheet, names: PlaceNames): readonly Row[] {
  const finder = placeFinder(names, null);
  const rows: Row[] = [];
  for (let at = shape.data[0]; at <= shape.data[1]; at += 1) {
    const text = (column: number | null) => (column === null ? '' : tidy(rawText(grid.rows[at]?.[column])));
    const [kod, namn] = [text(shape.kod), text(shape.namn)];
    const place = rowPlace(kod, namn, '', finder);
    if (place.kind === 'kommun') rows.push({ at, kod: place.kod, text: kod, why: null });
    else if (place.kind === 'unknown')
      // A row whose code and name disagree may be either's.
      for (const half of [finder.byCode(kod), finder.byName(namn)])
        if (half.kind === 'kommun')
          rows.push({ at, kod: half.kod, text: `${kod} ${namn}`.trim(), why: place.why });
  }
  return rows;
}

function answerIn(
  { grid }: BmeSheet,
  row: number,
  { uppgift, kolumn, at }: Column,
  whose: Wanted[number] & { readonly file: string; readonly report: Report<BmeRule> },
): readonly BmeAnswer[] {
  const cell = gridCell(grid, row, at);
  const text = tidy(rawText(cell));
  if (noAnswer(text)) return [];
  // Contracts are whole, so that a comma or a point sets thousands apart.
  const read = readCell(
    cell,
    { kolumn, indikator: uppgift, forslag: [], ar: null, svar: {}, saknas: {}, decimaltecken: '.' },
    [],
  );
  const number = typeof read === 'string' ? null : read.varde;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0)
    return [{ kod: whose.kod, ar: whose.ar, uppgift, varde: number, rad: row + 1, kolumn }];
  whose.report(
    'bme-tal',
    { file: whose.file, row: row + 1, column: kolumn, value: text },
    typeof read === 'string' ? `${whose.namn}: ${read}.` : `${whose.namn}: ”${text}” är inget helt antal.`,
    'Är det rätt kolumn? Den ska ha antal.',
  );
  return [];
}

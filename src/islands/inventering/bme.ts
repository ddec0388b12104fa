import { type BmeSheet, bmeSheets, guessBme } from '../../import/bme/guess.ts';
import type { BmeMapping } from '../../import/bme/mapping.ts';
import { withBmeAnswers } from '../../import/bme/merge.ts';
import { readBme } from '../../import/bme/read.ts';
import { BME_RULES } from '../../import/bme/rules.ts';
import { csvSheet } from '../../import/csv/sheet.ts';
import type { PlaceNames } from '../../import/table/places.ts';
import { type GridCell, type RawSheet, tidy } from '../../import/table/raw-sheet.ts';
import { reportChecks } from '../../ingest/inventering/sums.ts';
import { INGEST_RULES } from '../../ingest/rules.ts';
import type { Finding } from '../../model/finding.ts';
import type { Formular } from '../../model/formular.ts';
import type { Inventering } from '../../model/inventering.ts';
import { BOUNDS } from '../../model/limits.ts';
import { collector } from '../../model/rulebook.ts';
import { readableKind } from './kinds.ts';
import type { ExcelCell } from './sheet.ts';
import { Unreadable } from './unreadable.ts';

type BmeFile = { readonly name: string; readonly bytes: Uint8Array };

/** Boverket's file and how it is read. */
export type BmeGiven = BmeFile & { readonly mapping: BmeMapping };

/** A sheet of Boverket's file as a person chooses in it. */
export type BmeChoice = {
  readonly blad: string;
  readonly kolumner: readonly string[];
  readonly ar: number | null;
};

/** What Boverket's file has: why it cannot be read, or its sheets and a first mapping to confirm. */
export type BmeOpened =
  | { readonly kind: 'olasligt'; readonly words: string }
  | { readonly kind: 'oppnad'; readonly sheets: readonly BmeChoice[]; readonly mapping: BmeMapping };

type Kommuner = readonly (readonly [kod: string, namn: string])[];

const namesOf = (kommuner: Kommuner): PlaceNames => ({
  kommuner: kommuner.map(([kod, namn]) => ({ kod, namn })),
  lan: [],
  stadsdelar: [],
  utgangnaKoder: [],
});

function plainCell(cell: ExcelCell | undefined): GridCell {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string') return tidy(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? (cell ? 'Ja' : 'Nej') : '';
}

async function gridsOf({ name, bytes }: BmeFile): Promise<readonly RawSheet[]> {
  if (readableKind(bytes) === 'csv') return [csvSheet(name, bytes)];
  const { workbookSheets } = await import('./workbook.ts');
  return workbookSheets(bytes).map((sheet) => {
    if (sheet.rows.length > BOUNDS.inventory.rows)
      throw new Unreadable(
        `har något på rad ${sheet.rows.length} i bladet ”${sheet.name}”. Verktyget läser högst ${BOUNDS.inventory.rows} rader.`,
      );
    const rows = Array.from({ length: sheet.rows.length }, (_, r) =>
      Array.from({ length: sheet.rows[r]?.length ?? 0 }, (_, c) => plainCell(sheet.rows[r]?.[c])),
    );
    return { name: sheet.name, rows, merged: sheet.merged };
  });
}

/** @throws Unreadable */
async function sheetsOf(file: BmeFile, kommuner: Kommuner): Promise<readonly BmeSheet[]> {
  return bmeSheets(await gridsOf(file), namesOf(kommuner), file.name);
}

/** Boverket's file as the page asks about it: nothing of what kommuner have answered leaves the worker. */
export async function openedBme(file: BmeFile, kommuner: Kommuner, formular: Formular): Promise<BmeOpened> {
  try {
    const sheets = await sheetsOf(file, kommuner);
    const mapping = guessBme(sheets, formular.uppgifter);
    if (!mapping)
      return {
        kind: 'olasligt',
        words: `${file.name} har ingen tabell med kommuner i rader. Välj Boverkets fil med svar per kommun.`,
      };
    return {
      kind: 'oppnad',
      sheets: sheets.map(({ grid, columns, ar }) => ({ blad: grid.name, kolumner: columns, ar })),
      mapping,
    };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'olasligt', words: `${file.name} ${error.message}` };
    throw error;
  }
}

/**
 * The inventories with what the kommun has answered in the housing-market survey, and what differs or is wrong with the
 * file, at its place there.
 * @throws Unreadable
 */
export async function addBme(
  inventeringar: readonly Inventering[],
  { mapping, ...file }: BmeGiven,
  kommuner: Kommuner,
  formular: Formular,
): Promise<{ readonly inventeringar: readonly Inventering[]; readonly findings: readonly Finding[] }> {
  const sheets = await sheetsOf(file, kommuner);
  const { report, findings } = collector(BME_RULES);
  const checks = collector(INGEST_RULES);
  const answers = readBme(
    { name: file.name, sheets, places: namesOf(kommuner) },
    mapping,
    inventeringar,
    report,
  );
  const read = inventeringar.map((own) => {
    const { inventering, added } = withBmeAnswers(own, answers, file.name, report);
    const codes = new Set(added.map((a) => a.uppgift));
    reportChecks(checks, inventering.rader, formular, (uppgift) => codes.has(uppgift));
    return inventering;
  });
  // A row that came from Boverket's file stands in a column of its own there.
  const columnOf = ({ file: at, row, value, column }: Finding) =>
    at === file.name
      ? (answers.find((a) => a.rad === row && String(a.varde) === value)?.kolumn ?? column)
      : column;
  return {
    inventeringar: read,
    findings: [...findings, ...checks.findings.map((f) => ({ ...f, column: columnOf(f) }))],
  };
}

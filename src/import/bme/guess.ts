import type { Uppgift } from '../../model/formular.ts';
import { must } from '../../model/must.ts';
import { guessYear } from '../table/guess.ts';
import { findTable, type TableShape } from '../table/header.ts';
import { type PlaceNames, placeFinder } from '../table/places.ts';
import { type RawSheet, rawText, tidy } from '../table/raw-sheet.ts';
import { stems } from '../table/similar.ts';
import type { BmeMapping } from './mapping.ts';

/** Boverket's survey by the name that readers know it by. */
const BME_KALLA = 'Boverket, bostadsmarknadsenkäten';

/** A sheet with kommuner in rows, and the columns of it that hold numbers. */
export type BmeSheet = {
  readonly grid: RawSheet;
  readonly shape: TableShape;
  /** Names of columns with numbers: what an answer can be read from. */
  readonly columns: readonly string[];
  /** The year that stands in the titles, the sheet's name or the file's; null when none does. */
  readonly ar: number | null;
};

/** From this part of the telling words on, a column may be the one. */
const LIKELY = 0.5;
/** So many columns are named when none is sure. */
const NAMED = 3;

/** The things that the survey asks about too. */
const askedInBme = (uppgifter: readonly Uppgift[]): readonly Uppgift[] =>
  uppgifter.filter((u) => u.bme !== null);

/** Every sheet of a file that has kommuner in rows. @param fil the file's name, where a year often stands */
export function bmeSheets(grids: readonly RawSheet[], places: PlaceNames, fil: string): readonly BmeSheet[] {
  const finder = placeFinder(places, null);
  return grids.flatMap((grid) => {
    const shape = findTable(grid, finder);
    if (!shape) return [];
    const keys = new Set([shape.kod, shape.namn, shape.stadsdel]);
    const columns = shape.columns.filter(
      (name, c) => name !== '' && !keys.has(c) && hasNumbers(grid, shape, c),
    );
    return [{ grid, shape, columns, ar: guessYear(grid, shape, { ar: null, fil }) }];
  });
}

const hasNumbers = (grid: RawSheet, { data }: TableShape, column: number): boolean =>
  grid.rows.slice(data[0], data[1] + 1).some((row) => /\d/.test(tidy(rawText(row[column]))));

/** How much of what is looked for stands in a column's name, 0–1. */
function found(words: string, column: string): number {
  const wanted = [...stems(words)];
  const there = stems(column);
  return wanted.filter((s) => there.has(s)).length / Math.max(1, wanted.length);
}

/** A first mapping for a person to confirm: the sheet that fits best, and for each thing its likeliest column. */
export function guessBme(sheets: readonly BmeSheet[], uppgifter: readonly Uppgift[]): BmeMapping | null {
  const guesses = sheets.map((sheet) => {
    const svar = askedInBme(uppgifter).map(({ kod, bme }) =>
      answerColumn(kod, must(bme, `words of ${kod}`), sheet.columns),
    );
    return { sheet, svar, sure: svar.filter((s) => s.kolumn !== null).length };
  });
  const [best] = guesses.toSorted((a, b) => b.sure - a.sure);
  if (!best || best.svar.length === 0) return null;
  const { sheet, svar } = best;
  return {
    bekraftad: false,
    kalla: BME_KALLA,
    blad: sheet.grid.name,
    ar: sheet.ar,
    arIFilen: sheet.ar,
    svar,
  };
}

function answerColumn(
  uppgift: string,
  words: string,
  columns: readonly string[],
): BmeMapping['svar'][number] {
  const scored = columns
    .map((kolumn) => ({ kolumn, score: found(words, kolumn) }))
    .filter(({ score }) => score >= LIKELY)
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scored;
  const sure = first && first.score > (second?.score ?? 0);
  return {
    uppgift,
    kolumn: sure ? first.kolumn : null,
    forslag: sure ? [] : scored.slice(0, NAMED).map((s) => s.kolumn),
  };
}

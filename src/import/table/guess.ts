import { ABSENCE_BY_SIGN, type Absence } from '../../model/absence.ts';
import { answersOf } from '../../model/answer.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Referens } from '../../model/kommun.ts';
import { must } from '../../model/must.ts';
import { codingOf } from '../coding.ts';
import { findTable, type TableShape } from './header.ts';
import type { ColumnMapping, Mapping, SheetMapping } from './mapping.ts';
import { placeFinder } from './places.ts';
import { type RawSheet, rawText, tidy } from './raw-sheet.ts';
import { likelyIndicators } from './similar.ts';

/** What a guess may lean on besides the table. */
export type GuessHints = {
  readonly indikatorer: readonly Indicator[];
  readonly referens: Referens;
  readonly kalla: string;
  /** Said on the command line, or null. */
  readonly ar: number | null;
  /** The file's name, where a year often stands. */
  readonly fil: string;
};

/** Guesses a mapping for every sheet that has kommuner or stadsdelar in rows; null when none has. */
export function guessMapping(grids: readonly RawSheet[], hints: GuessHints): Mapping | null {
  const places = placeFinder(hints.referens, null);
  const found = grids.map((grid) => ({ grid, shape: findTable(grid, places) }));
  const blad = found.flatMap(({ grid, shape }) => (shape ? [guessSheet(grid, shape, hints)] : []));
  if (blad.length === 0) return null;
  return {
    bekraftad: false,
    kalla: hints.kalla,
    blad,
    lasesInte: found.flatMap(({ grid, shape }) => (shape ? [] : [grid.name])),
  };
}

/** Stands in a mapping where only a person can say what a word means. */
const TO_FILL_IN = '';
const YEAR = /(?:^|[^\d])((?:19|20)\d\d)(?!\d)/;
const SEX_WORDS: ReadonlyMap<string, 'T' | 'K' | 'M'> = new Map([
  ['totalt', 'T'],
  ['båda könen', 'T'],
  ['samtliga', 'T'],
  ['alla', 'T'],
  ['kvinnor', 'K'],
  ['kvinna', 'K'],
  ['män', 'M'],
  ['man', 'M'],
  ['t', 'T'],
  ['k', 'K'],
  ['m', 'M'],
]);

function guessSheet(grid: RawSheet, shape: TableShape, hints: GuessHints): SheetMapping {
  const { columns, kod, namn, stadsdel } = shape;
  const nameOf = (c: number | null) => (c === null ? null : (columns[c] ?? null));
  const yearColumn = columns.findIndex((name) => /^(år|ar|period|mätår)$/i.test(name));
  const sexColumn = columns.findIndex((name) => /^kön$/i.test(name));
  const keys = new Set([kod, namn, stadsdel, yearColumn, sexColumn]);
  const values = columns.flatMap((kolumn, c) =>
    keys.has(c) || kolumn === '' ? [] : [guessColumn(grid, shape, c, { kolumn, hints })],
  );
  return {
    blad: grid.name,
    rubrikrader: [shape.header[0] + 1, shape.header[1] + 1],
    rader: [shape.data[0] + 1, shape.data[1] + 1],
    kommunkod: nameOf(kod),
    kommun: nameOf(namn),
    stadsdel: nameOf(stadsdel),
    ar: yearColumn >= 0 ? (columns[yearColumn] ?? null) : guessYear(grid, shape, hints),
    kon:
      sexColumn < 0
        ? null
        : {
            kolumn: must(columns[sexColumn], 'column of sexes'),
            varden: Object.fromEntries(
              distinct(grid, shape, sexColumn).map((word) => [
                word,
                SEX_WORDS.get(word.toLowerCase()) ?? TO_FILL_IN,
              ]),
            ),
          },
    urval: [],
    kolumner: onceEach(values),
  };
}

/** Two columns cannot be the same indicator in the same year: the first keeps it, a person decides about the others. */
function onceEach(columns: readonly ColumnMapping[]): ColumnMapping[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    const key = `${column.indikator}|${column.ar}`;
    if (column.indikator === null || !taken.has(key)) {
      taken.add(key);
      return column;
    }
    return { ...column, indikator: null, forslag: [column.indikator] };
  });
}

/** The year that was said, or the newest one in the titles, the sheet's name or the file's. */
export function guessYear(
  grid: RawSheet,
  shape: TableShape,
  { ar, fil }: Pick<GuessHints, 'ar' | 'fil'>,
): number | null {
  if (ar !== null) return ar;
  const titles = grid.rows.slice(0, shape.header[0]).map((row) => row.map(rawText).join(' '));
  for (const text of [...titles, grid.name, fil]) {
    const year = YEAR.exec(text)?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}

function guessColumn(
  grid: RawSheet,
  shape: TableShape,
  column: number,
  { kolumn, hints }: { readonly kolumn: string; readonly hints: GuessHints },
): ColumnMapping {
  const words = distinct(grid, shape, column);
  const { sure, others } = likelyIndicators(kolumn, hints.indikatorer, words);
  const year = YEAR.exec(kolumn)?.[1];
  const base = { kolumn, indikator: sure?.id ?? null, forslag: sure ? [] : others.map((i) => i.id) };
  const ar = year === undefined || hints.ar !== null ? null : Number(year);
  const indicator = sure ?? others[0];
  if (!indicator) return { ...base, ar, svar: {}, saknas: {}, decimaltecken: ',' };
  return { ...base, ar, ...meanings(words, textsOf(grid, shape, column), indicator, kolumn) };
}

/** What the different cells of a column mean for an indicator. */
function meanings(
  words: readonly string[],
  texts: ReadonlySet<string>,
  indicator: Indicator,
  kolumn: string,
): Pick<ColumnMapping, 'svar' | 'saknas' | 'decimaltecken'> {
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  const numbers = answers.length === 0;
  const labels = codingOf(kolumn)[0]?.labels ?? new Map<number, string>();
  const svar: Record<string, string> = {};
  const saknas: Record<string, Absence | ''> = {};
  const commas: string[] = [];
  let point = false;
  for (const word of words) {
    const reason = absenceOf(word, indicator);
    const number = Number(word.replaceAll(' ', '').replace(',', '.').replace(/%$/, ''));
    const isNumber = word !== '' && !Number.isNaN(number);
    if (reason !== null) saknas[word] = reason;
    else if (numbers && isNumber) {
      if (texts.has(word) && word.includes(',')) commas.push(word);
      point ||= texts.has(word) && word.includes('.');
    } else if (numbers) saknas[word] = TO_FILL_IN;
    else svar[word] = answerFor(isNumber ? labels.get(number) : word, answers);
  }
  const thousands = commas.length > 0 && commas.every((w) => /^\d{1,3},\d{3}$/.test(w));
  return { svar, saknas, decimaltecken: point ? '.' : thousands ? null : ',' };
}

/** The answer that a text means; empty, for a person to fill in, where it means none or there is no text. */
function answerFor(text: string | undefined, answers: readonly string[]): string {
  if (text === undefined) return TO_FILL_IN;
  const word = text.toLowerCase();
  const exact = answers.find((a) => a.toLowerCase() === word);
  if (exact !== undefined) return exact;
  if (answers.includes('delvis') && /delvis|vissa|men inte/.test(word)) return 'delvis';
  if (answers.includes('vissa') && /vissa|men inte/.test(word)) return 'vissa';
  if (answers.includes('alla') && /\balla\b/.test(word)) return 'alla';
  if (answers.includes('ingen') && /^nej\b|^ing(en|a)\b/.test(word)) return 'ingen';
  if (/^ja\b/.test(word) && answers.includes('ja') && !/delvis|vissa/.test(word)) return 'ja';
  if (/^nej\b/.test(word) && answers.includes('nej')) return 'nej';
  // "Obalans – underskott på bostäder" holds the word balans: whole words only.
  const whole = answers.filter((a) => new RegExp(`(^|[^\\p{L}])${a}`, 'iu').test(word));
  const [only, ...more] = whole;
  return only !== undefined && more.length === 0 ? only : TO_FILL_IN;
}

/**
 * Why a cell has no value; empty where only a person can say. In a register `X` is too few to show, and a dash may
 * mean nought as well as nothing known.
 */
function absenceOf(word: string, indicator: Indicator): Absence | '' | null {
  const survey = indicator.typ === 'enkat';
  if (word === '') return survey ? 'bortfall' : 'uppgift-saknas';
  const reason = ABSENCE_BY_SIGN.get(word.toLowerCase());
  if (reason === undefined)
    return /^(uppgift saknas|ej svar|svar saknas|inget svar|saknas|n\/?a)$/i.test(word)
      ? survey
        ? 'bortfall'
        : 'uppgift-saknas'
      : null;
  // In a survey an X may be a cross for yes, and nothing is protected or not asked there.
  if (survey) return reason === 'bortfall' || reason === 'uppgift-saknas' ? reason : '';
  return reason === 'bortfall' ? '' : reason;
}

/** The cells of a column that are text and not numbers. */
const textsOf = (grid: RawSheet, shape: TableShape, column: number): ReadonlySet<string> =>
  new Set(
    grid.rows
      .slice(shape.data[0], shape.data[1] + 1)
      .flatMap((row) => (typeof row[column] === 'string' ? [row[column]] : [])),
  );

/** The different cells of a column, in the rows of places. */
function distinct(grid: RawSheet, shape: TableShape, column: number): readonly string[] {
  const words = new Set<string>();
  for (const row of grid.rows.slice(shape.data[0], shape.data[1] + 1)) {
    if (row.every((c) => c === '')) continue;
    words.add(tidy(rawText(row[column])));
  }
  return [...words];
}

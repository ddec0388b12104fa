import { z } from 'zod';
import type { Indicator } from '../../model/indicator.ts';
import type { Kon } from '../../model/observation.ts';
import type { Place } from '../../model/rulebook.ts';
import { explainCode, type PlaceCode, type Places } from '../cells/place.ts';
import { reportForeign, reportInvisible, visibleText } from '../cells/text.ts';
import { type CellReader, vocabulary } from '../cells/vocabulary.ts';
import { didYouMean, nearest } from '../nearest.ts';
import type { IngestReport } from '../rules.ts';

/** A word of a column with a running number in sorting order, so that a row's key is one integer. */
type Numbered<T> = { readonly index: number; readonly value: T };

/** A column that takes part in the key of a row. */
type KeyColumn<T> = {
  readonly size: number;
  readonly read: CellReader<Numbered<T>>;
  /** Reports why a text is wrong. Returns what was surely meant, where that is certain. */
  readonly explain: (place: Place, text: string, report: IngestReport) => Numbered<T> | undefined;
};

/** What tells two rows of a register apart. */
export type KeyColumns = {
  readonly place: KeyColumn<PlaceCode>;
  readonly year: KeyColumn<number | null>;
  readonly sex: KeyColumn<Kon>;
};

/** The key columns `kod`, `ar` and `kon` of an indicator's register. */
export function keyColumns(indicator: Indicator, places: Places): KeyColumns {
  const years = yearWords(indicator);
  return {
    place: keyColumn(
      places.byCode,
      (place, text, report) => explainCode(place, text, { places }, report)?.kod,
    ),
    year: keyColumn(years, (place, text, report) => explainYear(place, text, indicator, report)),
    sex: keyColumn(SEXES, explainSex),
  };
}

/**
 * @param words every valid text and what it means, in sorting order
 * @param explain reports an invalid text; returns the word that was meant, or undefined
 */
function keyColumn<T>(
  words: ReadonlyMap<string, T>,
  explain: (place: Place, text: string, report: IngestReport) => string | undefined,
): KeyColumn<T> {
  const numbered = new Map([...words].map(([word, value], index) => [word, { index, value }]));
  const schema = z.enum([...words.keys()]).transform((word) => numbered.get(word) as Numbered<T>);
  return {
    size: words.size,
    read: vocabulary(schema),
    explain: (place, text, report) => {
      const meant = explain(place, text, report);
      return meant === undefined ? undefined : numbered.get(meant);
    },
  };
}

const SEXES: ReadonlyMap<string, Kon> = new Map([
  ['K', 'K'],
  ['M', 'M'],
  ['T', 'T'],
]);

/** The years of an indicator as they are written in a cell; the unknown year is an empty cell. */
function yearWords(indicator: Indicator): ReadonlyMap<string, number | null> {
  if (indicator.ar.length === 0) return new Map([['', null]]);
  return new Map(indicator.ar.toSorted((a, b) => a - b).map((ar) => [String(ar), ar]));
}

function explainYear(
  place: Place,
  text: string,
  indicator: Indicator,
  report: IngestReport,
): string | undefined {
  const at = { ...place, value: text };
  const years = indicator.ar.map(String);
  const plain = visibleText(text);
  if (plain !== text && years.includes(plain)) {
    reportInvisible(place, text, plain, report);
    return plain;
  }
  if (years.length === 0)
    report(
      'ar-ogiltigt',
      at,
      `${indicator.id} har inget känt år i indikatorer.json, men här står ”${text}”.`,
      'Töm cellen, eller skriv in året i indikatorer.json.',
    );
  else if (!reportForeign(place, text, report, `Skriv något av: ${years.join(', ')}.`))
    report(
      'ar-ogiltigt',
      at,
      `${indicator.id} gäller inte år ”${text}” enligt indikatorer.json.`,
      yearAdvice(text, indicator),
    );
  return undefined;
}

/** Where a year is added that an indicator does not have yet, or the year that was meant. */
export function yearAdvice(text: string, { id, ar, fil }: Indicator): string {
  const near = nearest(text, ar.map(String));
  if (near !== null) return `Menade du ”${near}”?`;
  if (!/^(?:19|20)\d\d$/.test(text)) return `Skriv något av: ${ar.join(', ')}.`;
  const years = [...ar, Number(text)].sort((a, b) => a - b);
  return `Är det ett nytt år? Skriv in det för ${id} i ${fil}: "ar": [${years.join(', ')}]`;
}

function explainSex(place: Place, text: string, report: IngestReport): string | undefined {
  const plain = visibleText(text);
  if (plain !== text && SEXES.has(plain)) {
    reportInvisible(place, text, plain, report);
    return plain;
  }
  if (!reportForeign(place, text, report, 'Skriv T, K eller M.'))
    report(
      'kon-ogiltigt',
      { ...place, value: text },
      `”${text}” är inte ett kön.`,
      didYouMean(text, [...SEXES.keys()]),
    );
  return undefined;
}

/**
 * Things that each have an integer key, put in any order and given back in the order of the keys. Two plain
 * integer arrays instead of a map and a sort: a register can have a million rows.
 */
export type Keyed<T> = {
  /** The line where the key was put before; 0 when it was not. */
  readonly lineOf: (key: number) => number;
  /** Claims a key. A null item claims it without being kept. */
  readonly put: (key: number, line: number, item: T | null) => void;
  readonly inOrder: () => readonly T[];
};

/** @param size one more than the largest key */
export function keyed<T>(size: number): Keyed<T> {
  const lines = new Int32Array(size);
  /** Position in `items`, counted from 1. */
  const positions = new Int32Array(size);
  const items: T[] = [];
  let last = -1;
  let sorted = true;
  return {
    lineOf: (key) => lines[key] ?? 0,
    put: (key, line, item) => {
      lines[key] = line;
      if (item === null) return;
      if (key < last) sorted = false;
      last = key;
      positions[key] = items.push(item);
    },
    inOrder: () => {
      if (sorted) return items;
      const ordered: T[] = [];
      for (const position of positions) {
        const item = items[position - 1];
        if (item !== undefined) ordered.push(item);
      }
      return ordered;
    },
  };
}

import { z } from 'zod';
import type { Indicator } from '../model/indicator.ts';
import type { Kon, Observation } from '../model/observation.ts';
import type { Place } from '../model/rulebook.ts';
import { explainCode, type PlaceCode } from './cells/place.ts';
import { checkText, reportForeign } from './cells/text.ts';
import { AbsenceCell, type Value, valueColumn } from './cells/value.ts';
import { vocabulary } from './cells/vocabulary.ts';
import type { ColumnAt, Columns } from './csv/header.ts';
import { type RowReader, readTable } from './csv/table.ts';
import { didYouMean } from './nearest.ts';
import type { IngestReport } from './rules.ts';
import type { Reading, Source } from './source.ts';

const COLUMNS: Columns = {
  required: ['kod', 'ar', 'kon', 'varde', 'saknas'],
  optional: ['kalla', 'not'],
};

/** In sorting order. */
const SEXES = ['K', 'M', 'T'] as const satisfies readonly Kon[];

/** A word of a column with a running number, so that a row's key is one integer. */
type Numbered<T> = { readonly index: number; readonly value: T };

const numbered = <T>(words: readonly string[], meaning: (word: string) => T) =>
  new Map(words.map((word, index) => [word, { index, value: meaning(word) }]));

/** A reader of a column whose cells are among `words`. */
function wordColumn<T>(words: ReadonlyMap<string, Numbered<T>>) {
  return vocabulary(
    z.enum([...words.keys()]).transform((word): Numbered<T> => words.get(word) as Numbered<T>),
  );
}

/** Reads `register/<id>.csv`: one row a value; the rows come out sorted by year, level, code and sex. */
export function readRegister(
  reading: Reading,
  source: Source,
  indicator: Indicator,
  places: ReadonlyMap<string, PlaceCode>,
): readonly Observation[] {
  const found: Observation[] = [];
  const keys: number[] = [];
  readTable(reading, source, COLUMNS, (at) =>
    registerRow(source.file, at, indicator, places, reading.report, (observation, key) => {
      found.push(observation);
      keys.push(key);
    }),
  );
  if (keys.every((key, i) => i === 0 || key > (keys[i - 1] ?? 0))) return found;
  const order = keys.map((_, i) => i).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
  return order.flatMap((i) => found[i] ?? []);
}

/** The years of an indicator as they are written in a cell; the unknown year is an empty cell. */
const yearWords = (indicator: Indicator) =>
  indicator.ar.length === 0 ? [''] : indicator.ar.toSorted((a, b) => a - b).map(String);

/**
 * Reads one row. This runs a million times in the largest files: valid cells cost one look-up each, nothing is
 * allocated but the observation, and duplicates are found by one integer a row.
 */
function registerRow(
  file: string,
  at: ColumnAt,
  indicator: Indicator,
  places: ReadonlyMap<string, PlaceCode>,
  report: IngestReport,
  take: (observation: Observation, key: number) => void,
): RowReader {
  const place = numbered([...places.keys()], (kod) => places.get(kod) as PlaceCode);
  const year = numbered(yearWords(indicator), (word) => (word === '' ? null : Number(word)));
  const sex = numbered(SEXES, (word) => word as Kon);
  const readPlace = wordColumn(place);
  const readYear = wordColumn(year);
  const readSex = wordColumn(sex);
  const readReason = vocabulary(AbsenceCell);
  const values = valueColumn(indicator);
  const lineOf = new Int32Array(place.size * year.size * sex.size);
  const column = (name: string) => at.get(name) ?? -1;
  const [kodAt, arAt, konAt, vardeAt, saknasAt] = COLUMNS.required.map(column) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const kallaAt = column('kalla');
  const notAt = column('not');

  const explainKod = (text: string, row: number) => {
    const meant = explainCode({ file, row, column: 'kod' }, text, null, places, report);
    return meant ? place.get(meant.kod) : undefined;
  };
  const readValue = (text: string, reason: string, row: number): Value | null => {
    const cell = { file, row, column: 'varde' };
    if (reason === '')
      return text === ''
        ? reportNothing(cell, report)
        : (values.read(text) ?? values.explain(cell, text, report));
    const saknas = readReason(reason) ?? explainReason({ file, row, column: 'saknas' }, reason, report);
    if (text !== '')
      report(
        'varde-och-saknas',
        { ...cell, value: text },
        `Raden har både värdet ”${text}” och skälet ”${reason}”.`,
        'Ta bort det som inte gäller.',
      );
    return saknas ? { varde: null, saknas } : null;
  };

  return (fields, row) => {
    const kod = fields[kodAt] ?? '';
    const ar = fields[arAt] ?? '';
    const kon = fields[konAt] ?? '';
    const where = readPlace(kod) ?? explainKod(kod, row);
    const when =
      readYear(ar) ?? explainYear({ file, row, column: 'ar' }, ar, indicator, [...year.keys()], report);
    const who = readSex(kon) ?? explainSex({ file, row, column: 'kon' }, kon, report);
    const value = readValue(fields[vardeAt] ?? '', fields[saknasAt] ?? '', row);
    const kalla = fields[kallaAt] ?? '';
    const not = fields[notAt] ?? '';
    if (kalla !== '') checkText({ file, row, column: 'kalla' }, kalla, report);
    if (not !== '') checkText({ file, row, column: 'not' }, not, report);
    if (!where || !when || !who) return;
    const key = (when.index * place.size + where.index) * sex.size + who.index;
    const before = lineOf[key] ?? 0;
    if (before > 0) {
      report(
        'dubblett',
        { file, row, column: 'kod', value: kod },
        `${kod} ${ar} ${kon} står redan på rad ${before}.`,
        'Ta bort den ena raden.',
      );
      return;
    }
    lineOf[key] = row;
    if (!value) return;
    take(
      {
        indikator: indicator.id,
        kod: where.value.kod,
        niva: where.value.niva,
        ar: when.value,
        kon: who.value,
        varde: value.varde,
        saknas: value.saknas,
        svarande: null,
        tillfragade: null,
        exempel: false,
        fordelning: null,
        ursprung: { fil: file, rad: row },
        kalla: kalla === '' ? null : kalla,
        not: not === '' ? null : not,
      },
      key,
    );
  };
}

function reportNothing(place: Place, report: IngestReport): null {
  reportForeign(place, '', report);
  return null;
}

function explainReason(place: Place, text: string, report: IngestReport): null {
  if (!reportForeign(place, text, report))
    report(
      'saknas-ogiltigt',
      { ...place, value: text },
      `”${text}” är inte ett skäl till att ett värde saknas.`,
      didYouMean(text, AbsenceCell.def.in.def.out.options),
    );
  return null;
}

function explainYear(
  place: Place,
  text: string,
  indicator: Indicator,
  years: readonly string[],
  report: IngestReport,
): undefined {
  const at = { ...place, value: text };
  if (indicator.ar.length === 0)
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
      didYouMean(text, years),
    );
  return undefined;
}

function explainSex(place: Place, text: string, report: IngestReport): undefined {
  const at = { ...place, value: text };
  if (!reportForeign(place, text, report, 'Skriv T, K eller M.'))
    report('kon-ogiltigt', at, `”${text}” är inte ett kön.`, didYouMean(text, ['T', 'K', 'M']));
  return undefined;
}

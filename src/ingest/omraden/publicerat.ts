import { z } from 'zod';
import { answersOf } from '../../model/answer.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { PublishedFigure } from '../../model/published.ts';
import { IntegerCell, NumberCell, OptionalText, OptionalYear, readRecords, Text } from '../csv/records.ts';
import { didYouMean } from '../nearest.ts';
import type { IngestReport } from '../rules.ts';
import type { Reading, Source } from '../source.ts';
import type { Indicators } from './indikatorer.ts';
import { yearAdvice } from './register-keys.ts';

const OrDefault = <const V extends readonly [string, ...string[]]>(values: V, fallback: V[number]) =>
  z
    .string()
    .transform((text) => (text === '' ? fallback : text))
    .pipe(z.enum(values));

export const PubliceratRad = z.object({
  indikator: Text,
  ar: IntegerCell,
  varde: NumberCell,
  kalla: Text,
  not: OptionalText,
  svar: OptionalText,
  grupp: z
    .string()
    .transform((text) => (text === '' ? 'riket' : text))
    .pipe(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  enhet: OrDefault(['procent', 'antal'], 'procent'),
  bas: OptionalText,
  ungefar: OrDefault(['ja', 'nej'], 'nej'),
  jamforbar_fran_ar: OptionalYear,
});

export const PUBLICERAT_OPTIONAL = ['svar', 'grupp', 'enhet', 'bas', 'ungefar', 'jamforbar_fran_ar'];

type KnownIndicators = Pick<Indicators, 'broken' | 'complete'> & {
  readonly byId: ReadonlyMap<string, Indicator>;
};

/** Reads `publicerat.csv`: national figures that somebody has published. */
export function readPublished(
  reading: Reading,
  source: Source,
  omrade: string,
  { byId: indikatorer, broken, complete }: KnownIndicators,
): readonly PublishedFigure[] {
  const { file } = source;
  const lineOf = new Map<string, number>();
  return readRecords(reading, source, PubliceratRad, { optional: PUBLICERAT_OPTIONAL }).flatMap(
    ({ record: r, line }) => {
      if (broken.has(r.indikator)) return [];
      const indicator = indikatorer.get(r.indikator);
      if (!indicator && !complete) return [];
      if (!indicator) {
        const suggestion = didYouMean(r.indikator, [...indikatorer.keys()]);
        reading.report(
          'indikator-okand',
          { file, row: line, column: 'indikator', value: r.indikator },
          `Det finns ingen indikator ”${r.indikator}”.`,
          suggestion,
        );
        return [];
      }
      const svar = r.svar === '' ? null : r.svar.toLowerCase();
      const figure: PublishedFigure = {
        omrade,
        indikator: indicator.id,
        ar: r.ar,
        svar,
        grupp: r.grupp,
        varde: r.varde,
        enhet: r.enhet,
        bas: r.bas,
        ungefar: r.ungefar === 'ja',
        jamforbarFran: r.jamforbar_fran_ar,
        kalla: r.kalla,
        not: r.not,
        fil: file,
        rad: line,
      };
      checkFigure(figure, indicator, reading.report);
      const key = [r.indikator, r.ar, svar, r.grupp, r.enhet, r.varde, r.kalla].join('|');
      const before = lineOf.get(key);
      if (before !== undefined)
        reading.report(
          'dubblett',
          { file, row: line, column: 'indikator', value: r.indikator },
          `Samma siffra står redan på rad ${before}.`,
          'Ta bort den ena raden.',
        );
      else lineOf.set(key, line);
      return before === undefined ? [figure] : [];
    },
  );
}

/** What a schema cannot see: the row against the indicator. */
function checkFigure(figure: PublishedFigure, indicator: Indicator, report: IngestReport): void {
  const place = (column: string, value: string | number) => ({
    file: figure.fil,
    row: figure.rad,
    column,
    value: String(value),
  });
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  if (figure.svar !== null && !answers.includes(figure.svar))
    report(
      'svar-ogiltigt',
      place('svar', figure.svar),
      `”${figure.svar}” är inte ett svar på frågan ”${indicator.kortnamn}”.`,
      answers.length > 0 ? didYouMean(figure.svar, answers) : 'Töm cellen.',
    );
  if (!indicator.ar.includes(figure.ar))
    report(
      'ar-ogiltigt',
      place('ar', figure.ar),
      `${indicator.id} gäller inte år ${figure.ar} enligt indikatorer.json.`,
      yearAdvice(String(figure.ar), indicator),
    );
  const highest = figure.enhet === 'procent' ? 100 : Number.MAX_SAFE_INTEGER;
  if (figure.varde < 0 || figure.varde > highest)
    report(
      'tal-utanfor',
      place('varde', figure.varde),
      `${figure.varde} är inte ${figure.enhet === 'procent' ? 'en andel mellan 0 och 100' : 'ett antal'}.`,
      'Kontrollera värdet och enheten.',
    );
}

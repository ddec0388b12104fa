import { z } from 'zod';
import { LinkAddress } from '../../model/address.ts';
import type { Publikation, Synonym, Term } from '../../model/guide.ts';
import { slugOf } from '../../model/slug.ts';
import { OptionalText, orNull, readRecords, Text } from '../csv/records.ts';
import { didYouMean } from '../nearest.ts';
import { optional, type Reading } from '../source.ts';

/** The lists of `texter/`. */
export const TEXT_LISTS = ['ordlista.csv', 'publikationer.csv', 'synonymer.csv'] as const;

const collator = new Intl.Collator('sv');

export const TermRow = z.object({ term: Text, forklaring: Text, se_aven: OptionalText });
export const SynonymRow = z.object({ ord: Text, menar: Text });
export const PublikationRow = z.object({
  titel: Text,
  utgivare: Text,
  artikelnummer: OptionalText,
  publicerad: z
    .string()
    .trim()
    .transform(orNull)
    .pipe(
      z
        .string()
        .regex(/^\d{4}(-\d{2}-\d{2})?$/)
        .nullable(),
    ),
  slag: Text,
  om: Text,
  url: z.string().trim().transform(orNull).pipe(LinkAddress.nullable()),
  utan_lank: OptionalText,
});

/** A list of before the column was there has no reason to give. */
export const PUBLIKATION_OPTIONAL = ['utan_lank'] as const;

/** Reads `ordlista.csv`, the glossary; A–Ö. */
export function readTerms(reading: Reading): readonly Term[] {
  const file = 'texter/ordlista.csv';
  const source = optional(reading, file);
  if (!source) return [];
  const rows = readRecords(reading, source, TermRow);
  const terms = new Set(rows.map(({ record }) => record.term));
  const lineOf = new Map<string, number>();
  for (const { record, line } of rows) {
    const before = lineOf.get(record.term);
    if (before !== undefined)
      reading.report(
        'dubblett',
        { file, row: line, column: 'term', value: record.term },
        `”${record.term}” står redan på rad ${before}.`,
        'Ta bort den ena raden.',
      );
    lineOf.set(record.term, line);
    if (record.se_aven !== '' && !terms.has(record.se_aven))
      reading.report(
        'cell-ogiltig',
        { file, row: line, column: 'se_aven', value: record.se_aven },
        `Ordet ”${record.se_aven}” finns inte i ordlistan.`,
        didYouMean(record.se_aven, [...terms]),
      );
  }
  return rows
    .map(({ record: { term, forklaring, se_aven } }) => ({
      term,
      slug: slugOf(term),
      forklaring,
      seAven: orNull(se_aven),
    }))
    .sort((a, b) => collator.compare(a.term, b.term));
}

/** Those without a day come last, after the oldest. */
const dayOf = ({ publicerad }: Pick<Publikation, 'publicerad'>): string => publicerad ?? '0000-01-01';

/** Reads `publikationer.csv`; newest first. */
export function readPublications(reading: Reading): readonly Publikation[] {
  const source = optional(reading, 'texter/publikationer.csv');
  if (!source) return [];
  return readRecords(reading, source, PublikationRow, { optional: PUBLIKATION_OPTIONAL })
    .map(({ record: { utan_lank, ...record } }) => ({
      ...record,
      artikelnummer: orNull(record.artikelnummer),
      utanLank: orNull(utan_lank),
    }))
    .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
}

/** Reads `synonymer.csv`, in the order of the file. */
export function readSynonyms(reading: Reading): readonly Synonym[] {
  const file = 'texter/synonymer.csv';
  const source = optional(reading, file);
  if (!source) return [];
  const lineOf = new Map<string, number>();
  return readRecords(reading, source, SynonymRow).flatMap(({ record, line }) => {
    const key = `${record.ord} ${record.menar}`.toLocaleLowerCase('sv');
    const before = lineOf.get(key);
    lineOf.set(key, line);
    if (before === undefined) return [record];
    reading.report(
      'dubblett',
      { file, row: line, column: 'ord', value: record.ord },
      `Samma par står redan på rad ${before}.`,
      'Ta bort den ena raden.',
    );
    return [];
  });
}

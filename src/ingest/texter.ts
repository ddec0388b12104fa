import { z } from 'zod';
import {
  GUIDE_PARTS,
  GuideHead,
  type GuidePage,
  type Publikation,
  type Synonym,
  TEXT_VALUES,
  type Term,
  type Texter,
} from '../model/guide.ts';
import { OptionalText, readRecords, Text } from './csv/records.ts';
import { decode } from './encoding.ts';
import { explainIssue } from './json/issues.ts';
import { didYouMean } from './nearest.ts';
import { slugOf } from './slug.ts';
import { optional, type Reading } from './source.ts';

const PAGE = new RegExp(`^texter/(${GUIDE_PARTS.join('|')})/(\\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\\.md$`);
const collator = new Intl.Collator('sv');

const orNull = (text: string) => (text === '' ? null : text);

const TermRow = z.object({ term: Text, forklaring: Text, se_aven: OptionalText });
const SynonymRow = z.object({ ord: Text, menar: Text });
const PublikationRow = z.object({
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
  url: z.string().trim().transform(orNull).pipe(z.url().nullable()),
});

/** Reads `texter/`: the guide and the support pages (Markdown), the glossary and the publications (CSV). */
export function readTexter(reading: Reading): Texter {
  const sidor = [...reading.files.keys()]
    .sort()
    .filter((file) => file.startsWith('texter/') && file.endsWith('.md') && file.split('/').length === 3)
    .flatMap((file) => readPage(reading, file) ?? []);
  return {
    sidor,
    ordlista: readTerms(reading),
    publikationer: readPublications(reading),
    synonymer: readSynonyms(reading),
  };
}

function readPage(reading: Reading, file: string): GuidePage | null {
  const [, del, ordning, slug] = PAGE.exec(file) ?? [];
  const part = GUIDE_PARTS.find((p) => p === del);
  if (part === undefined || slug === undefined) {
    reading.report(
      'text-namn',
      { file },
      `Texten ${file} har ett namn som inte går att läsa.`,
      `Skriv som texter/anvandarguide/10-las-resultaten.md. Mapparna är ${GUIDE_PARTS.join(' och ')}.`,
    );
    return null;
  }
  const source = optional(reading, file);
  const text = source && decode(file, source.bytes, reading.report);
  if (!text) return null;
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    reading.report(
      'text-huvud',
      { file, row: 1, value: lines[0] ?? '' },
      'Texten saknar huvud.',
      'Börja filen med en rad ---, sedan titel:, kortnamn: och ingress:, och en rad --- igen.',
    );
    return null;
  }
  const head = readHead(reading, file, lines.slice(1, end));
  const body = lines.slice(end + 1);
  body.forEach((line, i) => void checkLine(reading, file, line, end + 2 + i));
  return (
    head && {
      ...head,
      del: part,
      slug,
      ordning: Number(ordning),
      markdown: `${body.join('\n').trim()}\n`,
      fil: file,
    }
  );
}

function readHead(reading: Reading, file: string, lines: readonly string[]) {
  const pairs = lines.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, Math.max(at, 0)).trim(), line.slice(at + 1).trim()] as const;
  });
  const raw = Object.fromEntries(pairs);
  const result = GuideHead.safeParse(raw);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const column = String(issue.path[0] ?? '');
    const value = raw[column];
    for (const { message, suggestion, key } of explainIssue(issue, value, Object.keys(GuideHead.shape))) {
      const name = key ?? column;
      const line = pairs.findIndex(([k]) => k === name);
      reading.report(
        'text-huvud',
        { file, row: line < 0 ? 1 : line + 2, column: name, value: raw[name] ?? null },
        message,
        suggestion,
      );
    }
  }
  return null;
}

/** What a line of prose may not hold. */
function checkLine(reading: Reading, file: string, line: string, row: number): void {
  if (/^# /.test(line))
    reading.report(
      'text-rubrik',
      { file, row, value: line },
      'Sidans titel är redan den största rubriken.',
      'Skriv rubriken med ## i stället.',
    );
  const html = /<\/?[a-z][^>]*>/i.exec(line);
  if (html)
    reading.report(
      'text-html',
      { file, row, value: html[0] },
      'Texten innehåller HTML.',
      'Skriv med Markdown.',
    );
  for (const [whole, name = ''] of line.matchAll(/\{\{([^}]*)\}\}/g))
    if (!TEXT_VALUES.some((v) => v === name))
      reading.report(
        'text-varde',
        { file, row, value: whole },
        `Det finns inget värde ”${name}”.`,
        didYouMean(name, TEXT_VALUES),
      );
}

function readTerms(reading: Reading): readonly Term[] {
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

function readPublications(reading: Reading): readonly Publikation[] {
  const source = optional(reading, 'texter/publikationer.csv');
  if (!source) return [];
  return readRecords(reading, source, PublikationRow)
    .map(({ record }) => ({
      ...record,
      artikelnummer: orNull(record.artikelnummer),
    }))
    .sort((a, b) => ((a.publicerad ?? '') < (b.publicerad ?? '') ? 1 : -1));
}

function readSynonyms(reading: Reading): readonly Synonym[] {
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

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { REPORTS, type ReportFormat } from '../../src/ingest/report/index.ts';
import type { Finding, ValidationReport } from '../../src/model/finding.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { ANTAL, append, ENKAT, ENKAT_2018, folder, replace, write } from '../ingest/folder.ts';

const GOLDEN = new URL('../golden/validering/', import.meta.url);

/** A folder with several defects, some of one kind, and text that would be markup or terminal codes. */
const { report } = await loadFiles(
  folder(
    replace(ENKAT, '0114;Upplands Väsby', '114;Upplands Väsby'),
    replace(ENKAT, ';nej;delvis', ';<b>nej</b>;delvist'),
    replace(ENKAT_2018, 'Håbo;;nej', 'Håbo;;\u001b[31mnej'),
    replace(ENKAT_2018, 'Uppsala;', 'Uppsala ;'),
    append(ANTAL, '0305;2022;T;1-mar;'),
    write('budget.csv', 'a;b'),
  ),
);

const finding: fc.Arbitrary<Finding> = fc.record({
  severity: fc.constantFrom('error', 'warning'),
  code: fc.constantFrom('kod-ett', 'kod-tva'),
  file: fc.string(),
  alsoRows: fc.constant([]),
  row: fc.option(fc.nat()),
  column: fc.option(fc.string()),
  value: fc.option(fc.string()),
  rule: fc.string(),
  message: fc.string({ unit: 'grapheme', minLength: 1 }),
  suggestion: fc.option(fc.string()),
});
const anyReport = fc.array(finding).map((findings): ValidationReport => {
  const error = findings.filter((f) => f.severity === 'error').length;
  return { findings, counts: { error, warning: findings.length - error, rows: 7, files: 2 } };
});

describe.each(Object.keys(REPORTS) as ReportFormat[])('the report as %s', (format) => {
  it('looks as it did', () => {
    const file = new URL(`rapport.${format === 'text' ? 'txt' : format}`, GOLDEN);
    const text = REPORTS[format](report);
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(GOLDEN, { recursive: true });
      writeFileSync(file, text);
    }
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

describe('JSON', () => {
  it('holds exactly what the report holds', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        expect(JSON.parse(REPORTS.json(any))).toEqual(any);
      }),
    );
  });

  it('has the keys that programs rely on', () => {
    const { findings, counts, ...rest } = JSON.parse(REPORTS.json(report));
    expect(rest).toEqual({});
    expect(Object.keys(counts)).toEqual(['error', 'warning', 'rows', 'files']);
    for (const f of findings)
      expect(Object.keys(f)).toEqual([
        'severity',
        'code',
        'file',
        'row',
        'alsoRows',
        'column',
        'value',
        'rule',
        'message',
        'suggestion',
      ]);
  });
});

describe('text', () => {
  it('has one line for each finding, and nothing that a terminal would obey', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        const text = REPORTS.text(any);
        const findingLines = text.split('\n').filter((line) => line.startsWith('    '));
        expect(findingLines.length).toBeGreaterThanOrEqual(any.findings.length);
        expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it('ends with the sum', () => {
    expect(REPORTS.text(report).trimEnd().split('\n').at(-1)).toMatch(/^\d+ fel och \d+ varningar\. /);
    const none = { findings: [], counts: { error: 0, warning: 0, rows: 1, files: 1 } };
    expect(REPORTS.text(none)).toBe('Inga fel och inga varningar. 1 rad i 1 fil är lästa.\n');
  });
});

describe('HTML', () => {
  it('is valid, with names for what can be scrolled', async () => {
    const { results } = await new HtmlValidate().validateString(REPORTS.html(report));
    expect(results.flatMap((r) => r.messages)).toEqual([]);
  });

  const tags = (html: string) => html.match(/<[a-z][^>]*>/g) ?? [];
  it('makes no markup of what stands in the data, and needs nothing else', () => {
    const allowed = new Set(tags(REPORTS.html(report)).map((tag) => tag.replace(/[\s>].*/, '')));
    fc.assert(
      fc.property(anyReport, (any) => {
        const html = REPORTS.html(any);
        for (const tag of tags(html)) expect(allowed).toContain(tag.replace(/[\s>].*/, ''));
        expect(html.match(/<tr><td/g)?.length ?? 0).toBe(any.findings.length);
      }),
    );
    expect(REPORTS.html(report)).not.toMatch(/<script|<link|<img|src=|https?:/);
  });
});

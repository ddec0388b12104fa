import type { Finding } from '../model/finding.ts';
import type { Observation } from '../model/observation.ts';
import type { Code } from './rules.ts';

/** Codes after which a file, or what stands after a place in it, cannot be known. */
const UNREADABLE: ReadonlySet<Code> = new Set<Code>([
  'fil-saknas',
  'fil-tom',
  'fil-ar-excel',
  'fil-ar-html',
  'fil-konflikt',
  'fil-stor',
  'rubrik-for-manga',
  'kodning-utf16',
  'kodning-ej-utf8',
  'kodning-nolltecken',
  'kodning-dubbel',
  'kodning-forstord',
  'skiljetecken-okant',
  'citattecken-oppet',
  'citattecken-fel',
  'rubrik-sep-rad',
  'rubrik-inte-forst',
  'rubrik-saknas',
  'rubrik-okand',
  'rad-for-fa-falt',
  'rad-for-manga-falt',
  'json-syntax',
  'json-djup',
  'json-nyckel-dubbel',
]);

/**
 * True when a file could not be read as a whole. What is held against it would only repeat that fault in other words,
 * so such checks keep silent.
 */
export function isUnreadable(findings: readonly Finding[], file: string): boolean {
  return findings.some((f) => f.file === file && UNREADABLE.has(f.code as Code));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** By file and line; findings about a whole file first, and otherwise in the order they were found. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => compare(a.file, b.file) || (a.row ?? 0) - (b.row ?? 0));
}

/**
 * The observations that no error casts doubt on. An error in a survey's answer column takes that question's
 * answers in that file; any other error takes the whole file, because a row may be missing or misplaced.
 */
export function undoubted(
  observations: readonly Observation[],
  findings: readonly Finding[],
): readonly Observation[] {
  const errors = findings.filter((f) => f.severity === 'error');
  if (errors.length === 0) return observations;
  const indicators = new Set(observations.map((o) => o.indikator));
  const columns = new Set<string>();
  const files = new Set<string>();
  for (const { file, column } of errors)
    if (column !== null && indicators.has(column)) columns.add(`${file}|${column}`);
    else files.add(file);
  return observations.filter(
    ({ ursprung, indikator }) =>
      ursprung === null || !(files.has(ursprung.fil) || columns.has(`${ursprung.fil}|${indikator}`)),
  );
}

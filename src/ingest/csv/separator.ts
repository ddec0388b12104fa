import type { IngestReport } from '../rules.ts';

export type Separator = ';' | ',';

const OTHERS: ReadonlyMap<string, string> = new Map([
  ['\t', 'tabb'],
  ['|', 'lodstreck'],
  [':', 'kolon'],
]);

/** How many times a character stands outside quotes in a line. */
function occurrences(line: string, character: string): number {
  return line.replace(/"[^"]*"?/g, '').split(character).length - 1;
}

/** The first line, without its line break. */
export function firstLine(text: string): string {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text : text.slice(0, end);
}

/**
 * Which character separates the columns, judged by the header alone. Where both occur the commoner is taken, and
 * reported; where neither does, semicolon.
 * @param expected number of columns that the file should have
 * @returns null when the columns are separated by something that we do not read
 */
export function sniffSeparator(
  file: string,
  header: string,
  expected: number,
  report: IngestReport,
): Separator | null {
  const semicolons = occurrences(header, ';');
  const commas = occurrences(header, ',');
  if (semicolons > 0 && commas > 0)
    report(
      'skiljetecken-blandade',
      { file, row: 1, value: header },
      'Rubrikraden har både semikolon och komma.',
      `Byt så att alla kolumner skiljs åt med ${semicolons >= commas ? 'semikolon' : 'komma'}.`,
    );
  if (semicolons > 0 || commas > 0) return semicolons >= commas ? ';' : ',';
  if (expected <= 1) return ';';
  const other = [...OTHERS].find(([character]) => occurrences(header, character) > 0);
  if (!other) return ';';
  report(
    'skiljetecken-okant',
    { file, row: 1, value: header },
    `Kolumnerna skiljs åt med ${other[1]}.`,
    'Spara filen som CSV med semikolon mellan kolumnerna.',
  );
  return null;
}

import { dsvFormat } from 'd3-dsv';
import type { Separator } from './separator.ts';

/**
 * Takes one row. The list is used again for the next row: whoever keeps a row keeps its cells.
 * @param length of the whole row at most, so that no cell is longer
 */
type TakeRow = (fields: readonly string[], record: number, length: number) => void;

/**
 * Divides a table into rows and cells as RFC 4180 and d3-dsv do. Where there is a quotation mark d3-dsv does it; a text
 * without any is gone through once here. There a cell that is the same as the one above it is the same string, so that
 * nothing is made for the codes, years and empty cells that files have again and again.
 */
export function eachRow(text: string, separator: Separator, take: TakeRow): void {
  if (text.includes('"'))
    dsvFormat(separator).parseRows(text, (fields, record) => {
      take(fields, record, Number.POSITIVE_INFINITY);
    });
  else splitRows(text, separator.charCodeAt(0), take);
}

const NEWLINE = 10;
const RETURN = 13;

function splitRows(text: string, delimiter: number, take: TakeRow): void {
  if (text === '') return;
  let end = text.length;
  if (text.charCodeAt(end - 1) === NEWLINE) end -= 1;
  if (text.charCodeAt(end - 1) === RETURN) end -= 1;
  const fields: string[] = [];
  let count = 0;
  let record = 0;
  let rowStart = 0;
  let start = 0;
  for (let i = 0; i <= end; i += 1) {
    const c = i < end ? text.charCodeAt(i) : NEWLINE;
    if (c !== delimiter && c !== NEWLINE && c !== RETURN) continue;
    const above = fields[count];
    if (above === undefined || !standsAt(text, start, i, above)) fields[count] = text.slice(start, i);
    count += 1;
    start = i + 1;
    if (c === delimiter) continue;
    if (fields.length !== count) fields.length = count;
    take(fields, record, i - rowStart);
    record += 1;
    count = 0;
    if (c === RETURN && text.charCodeAt(i + 1) === NEWLINE) i += 1;
    start = i + 1;
    rowStart = start;
  }
}

/** True when the text between two places is a word. From its end, where the codes of a file differ most. */
function standsAt(text: string, from: number, to: number, word: string): boolean {
  let k = word.length;
  if (k !== to - from) return false;
  while (k > 0) {
    k -= 1;
    if (text.charCodeAt(from + k) !== word.charCodeAt(k)) return false;
  }
  return true;
}

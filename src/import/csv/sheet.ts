import { dsvFormat } from 'd3-dsv';
import { BOUNDS } from '../../model/limits.ts';
import { Refusal } from '../../refusal.ts';
import { type RawSheet, tidy } from '../table/raw-sheet.ts';

const { bytes: MOST_BYTES } = BOUNDS.table;

/**
 * A CSV file of anybody's as a grid: UTF-8, UTF-16 with a mark, or else Windows' Western letters (ISO-8859-1);
 * separated by whatever separates it best. Cells stay text, so that a code keeps its first nought.
 */
export function csvSheet(name: string, bytes: Uint8Array): RawSheet {
  if (bytes.length > MOST_BYTES)
    throw new Refusal(`${name} är större än ${MOST_BYTES / 1e6} MB.`, 'Dela filen, eller ta bort kolumner.');
  const text = decoded(bytes);
  const lines = text.split(/\r?\n/).slice(0, 200);
  const separator = [';', ',', '\t'].toSorted((a, b) => fields(lines, b) - fields(lines, a))[0] ?? ';';
  const rows = dsvFormat(separator)
    .parseRows(text)
    .map((row) => row.map(tidy));
  return { name, rows, merged: [] };
}

/** How many lines a separator cuts into as many fields as most of them. */
function fields(lines: readonly string[], separator: string): number {
  const counts = lines.map((line) => line.split(separator).length).filter((n) => n > 1);
  const sizes = [...Map.groupBy(counts, (n) => n).values()].map((group) => group.length);
  return Math.max(0, ...sizes);
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

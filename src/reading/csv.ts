import { dsvFormat } from 'd3-dsv';
import type { Findings } from './findings.ts';
import { nearest } from './nearest.ts';

/** One data row: its line in the file (header = 1) and its cells, as many as the header has. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

export type Table = {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
};

export type Separator = ';' | ',';

/** What a reader expects of a file's header. `optional` columns may stand anywhere after the required ones. */
export type HeaderRule = { readonly required: readonly string[]; readonly optional: readonly string[] };

const HEADER_RULE = 'Rubrikraden ska ha rätt kolumner, i rätt ordning och en gång var.';

/** The separator is what the header uses: semicolon wins, because decimal commas never stand in a header. */
export function separatorOf(text: string): Separator {
  const newline = text.indexOf('\n');
  const header = newline === -1 ? text : text.slice(0, newline);
  return header.includes(';') ? ';' : ',';
}

/**
 * Text to table. Line numbers are true also after quoted line breaks, blank lines and CRLF.
 * @returns null when the structure is so broken that the cells cannot be trusted
 */
export function parseTable(file: string, text: string, rule: HeaderRule, findings: Findings): Table | null {
  const separator = separatorOf(text);
  if (text.includes('"') && !quotesClose(file, text, findings)) return null;
  const lines: Row[] = [];
  let line = 1;
  dsvFormat(separator).parseRows(text, (cells) => {
    lines.push({ line, cells });
    line += 1;
    for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
    return undefined;
  });
  const [head, ...body] = lines;
  if (!head) return null;
  if (separator === ';' && head.cells.length === 1 && head.cells[0]?.includes(',')) return null;
  const header = checkHeader(file, head.cells, rule, separator, findings);
  if (header === null) return null;
  const rows = body.filter((row) => row.cells.length > 1 || row.cells[0] !== '');
  return {
    file,
    header,
    rows: rows.filter((row) => hasRightLength(file, row, header.length, separator, findings)),
  };
}

/** A quote that never closes swallows the rest of the file without a word; say where it began. */
function quotesClose(file: string, text: string, findings: Findings): boolean {
  let open = false;
  let openedAt = 0;
  let line = 1;
  for (const char of text) {
    if (char === '\n') line += 1;
    if (char !== '"') continue;
    open = !open;
    if (open) openedAt = line;
  }
  if (!open) return true;
  findings.error(
    { file, row: openedAt, value: '"' },
    {
      code: 'citattecken-oppet',
      rule: 'Ett citattecken som börjar ett fält ska också avsluta det.',
      message: `Ett citattecken på rad ${openedAt} stängs aldrig, så resten av filen går inte att läsa.`,
      suggestion: 'Stäng citattecknet, eller skriv det dubbelt ("") om det hör till texten.',
    },
  );
  return false;
}

function hasRightLength(
  file: string,
  row: Row,
  expected: number,
  separator: Separator,
  findings: Findings,
): boolean {
  const found = row.cells.length;
  if (found === expected) return true;
  const other = separator === ';' ? ',' : ';';
  const mixed = found < expected && row.cells.some((c) => c.includes(other));
  findings.error(
    { file, row: row.line, value: row.cells.join(separator).slice(0, 120) },
    {
      code: mixed ? 'blandade-avgransare' : found < expected ? 'for-fa-falt' : 'for-manga-falt',
      rule: 'Varje rad ska ha lika många fält som rubrikraden, med samma avgränsare.',
      message: mixed
        ? `Raden har ${found} fält i stället för ${expected}. Den blandar ”;” och ”,”.`
        : `Raden har ${found} fält, rubrikraden ${expected}.`,
      suggestion: mixed
        ? `Använd ”${separator}” som i rubrikraden.`
        : found > expected
          ? `Sätt fält som innehåller ”${separator}” inom citattecken, eller ta bort det som är för mycket.`
          : 'Fyll i fälten som saknas. Ett värde som saknas skrivs med sitt tecken, till exempel ”-” för bortfall.',
    },
  );
  return false;
}

/** The header as it should be understood, or null when columns are missing, doubled or out of order. */
function checkHeader(
  file: string,
  cells: readonly string[],
  rule: HeaderRule,
  separator: Separator,
  findings: Findings,
): readonly string[] | null {
  const known = [...rule.required, ...rule.optional];
  let ok = true;
  const problem = (column: string, code: string, message: string, suggestion: string | null) => {
    findings.error({ file, row: 1, column, value: column }, { code, rule: HEADER_RULE, message, suggestion });
    ok = false;
  };
  if (separator === ';' && cells.some((c) => c.includes(',')))
    problem(
      cells.join(separator),
      'blandade-avgransare',
      'Rubrikraden blandar ”;” och ”,”.',
      'Använd bara ”;”.',
    );
  const seen = new Set<string>();
  for (const name of cells) {
    if (seen.has(name))
      problem(name, 'kolumn-dubbel', `Kolumnen ”${name}” finns två gånger.`, 'Ta bort den ena.');
    seen.add(name);
    if (known.includes(name)) continue;
    const exact = known.find((k) => k.toLowerCase() === name.trim().toLowerCase());
    if (exact !== undefined)
      problem(
        name,
        name.trim() === exact ? 'kolumn-mellanslag' : 'kolumn-skiftlage',
        name.trim() === exact
          ? `Kolumnnamnet ”${name}” har mellanslag före eller efter.`
          : `Kolumnnamnet ”${name}” har fel stora eller små bokstäver.`,
        exact,
      );
    else problem(name, 'kolumn-okand', `Kolumnen ”${name}” hör inte till filen.`, nearest(name, known));
  }
  if (!ok) return null;
  for (const name of rule.required)
    if (!seen.has(name))
      problem(name, 'kolumn-saknas', `Kolumnen ”${name}” saknas.`, `Lägg till kolumnen ”${name}”.`);
  if (!ok) return null;
  const order = rule.required.filter((_, i) => cells[i] !== rule.required[i]);
  const first = order[0];
  if (first !== undefined) {
    problem(
      first,
      'kolumn-ordning',
      'Kolumnerna står inte i den ordning som de ska.',
      `Rätt ordning: ${rule.required.join(separator)}`,
    );
    return null;
  }
  return cells;
}

import type { Places } from '../../ingest/cells/place.ts';
import { sortFindings } from '../../ingest/doubt.ts';
import { readInventering } from '../../ingest/inventering/inventering.ts';
import { INGEST_RULES } from '../../ingest/rules.ts';
import type { Finding } from '../../model/finding.ts';
import type { Formular } from '../../model/formular.ts';
import type { Inventering } from '../../model/inventering.ts';
import { collector } from '../../model/rulebook.ts';

/**
 * A file as the kommun gave it: its name and CSV bytes; of a workbook also the rows above the header, and what its
 * columns are called.
 */
export type Given = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly above: number;
  readonly headers: ReadonlyMap<string, string>;
};

/** The findings that a publisher would get for the same files, and what could be read. */
export type ReadGiven = {
  readonly inventeringar: readonly Inventering[];
  readonly findings: readonly Finding[];
};

/** A finding where the kommun sees it: the row and the column of its own file. */
export function inFile(finding: Finding, file: Given | undefined): Finding {
  if (!file) return finding;
  const { row, column } = finding;
  return {
    ...finding,
    row: row === null ? null : row + file.above,
    alsoRows: finding.alsoRows.map((also) => also + file.above),
    column: column === null ? null : (file.headers.get(column) ?? column),
  };
}

/** Reads given files with the code that reads `data/inventering/`. Rows are those of the file that was given. */
export function readGiven(given: readonly Given[], places: Places, form: Formular): ReadGiven {
  const { report, findings } = collector(INGEST_RULES);
  const files = new Map(given.map((g) => [g.name, g.bytes]));
  const reading = { files, report, counts: { rows: 0, files: 0 } };
  const read = given.flatMap(({ name }) => readInventering(reading, name, places, form));
  const seen = new Map<string, string>();
  for (const { kod, namn, ar, rader } of read) {
    const [first] = rader;
    if (!first) continue;
    const { fil: file } = first.ursprung;
    const before = seen.get(`${kod} ${ar}`);
    if (before === undefined) seen.set(`${kod} ${ar}`, file);
    else
      report(
        'dubblett',
        { file },
        `${namn} ${ar} finns också i ${before}.`,
        'Välj bara en fil för varje år.',
      );
  }
  const byName = new Map(given.map((g) => [g.name, g]));
  return {
    inventeringar: read.toSorted((a, b) => a.ar - b.ar),
    findings: sortFindings(findings).map((f) => inFile(f, byName.get(f.file))),
  };
}

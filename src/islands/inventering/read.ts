import type { PlaceCode } from '../../ingest/cells/place.ts';
import { sortFindings } from '../../ingest/doubt.ts';
import { readInventering } from '../../ingest/inventering/inventering.ts';
import { RULES } from '../../ingest/rules.ts';
import type { Finding } from '../../model/finding.ts';
import type { Inventering } from '../../model/inventering.ts';
import { collector } from '../../model/rulebook.ts';

/** A file as the kommun gave it: its name, CSV bytes, and the rows of a workbook above the header. */
export type Given = { readonly name: string; readonly bytes: Uint8Array; readonly above: number };

/** What a publisher would be told of the same files, and what could be read. */
export type ReadGiven = {
  readonly inventeringar: readonly Inventering[];
  readonly findings: readonly Finding[];
};

/** Reads given files with the code that reads `data/inventering/`. Rows are those of the file that was given. */
export function readGiven(given: readonly Given[], places: ReadonlyMap<string, PlaceCode>): ReadGiven {
  const { report, findings } = collector(RULES);
  const files = new Map(given.map((g) => [g.name, g.bytes]));
  const reading = { files, report, counts: { rows: 0, files: 0 } };
  const read = given.flatMap(({ name }) => readInventering(reading, name, places));
  const seen = new Map<string, string>();
  for (const { kod, namn, ar, rader } of read) {
    const file = rader[0]?.ursprung.fil ?? '';
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
  const above = new Map(given.map((g) => [g.name, g.above]));
  return {
    inventeringar: read.toSorted((a, b) => a.ar - b.ar),
    findings: sortFindings(findings).map((f) =>
      f.row === null ? f : { ...f, row: f.row + (above.get(f.file) ?? 0) },
    ),
  };
}

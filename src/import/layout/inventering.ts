import { dsvFormat } from 'd3-dsv';
import { INVENTERING_COLUMNS } from '../../ingest/inventering/inventering.ts';
import { type Inlasning, InlastFil, inlasningPath } from '../../model/inlasning.ts';
import { afterLast, cellIn } from '../../model/pieces.ts';
import { sha256 } from '../../model/sha256.ts';
import type { Batch, ImportedAnswer } from '../batch.ts';
import type { DataFolder } from '../folder.ts';

type Writing = { readonly path: string; readonly text: string };

/** The files of inventories with the new figures last, all else as it stood; beside each, the record of the import. */
export function inventoryFiles(
  folder: DataFolder,
  batch: Batch,
  answers: readonly ImportedAnswer[],
): readonly Writing[] {
  return [...Map.groupBy(answers, (a) => a.fil)].flatMap(([fil, own]) => {
    // With its mark, if it has one: without it Excel reads å as two other letters.
    const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(folder.files.get(fil));
    const file = { path: fil, text: withRows(before, own) };
    return [file, recordOf(folder, batch, file, own)];
  });
}

function withRows(text: string, answers: readonly ImportedAnswer[]): string {
  const [header = ''] = text.split(/\r?\n/, 1);
  const separator = header.includes(';') ? ';' : ',';
  const names = header.split(separator).map((name) =>
    name
      .replaceAll('"', '')
      .trim()
      .replace(/^\uFEFF/, ''),
  );
  const columns = names.filter((name) => INVENTERING_COLUMNS.includes(name));
  const rows = answers.map(({ kod, ar, uppgift, varde }) => {
    const cells: Readonly<Record<string, string>> = {
      kommunkod: kod,
      ar: String(ar),
      uppgift,
      kon: 'T',
      alder: 'alla',
      varde: String(varde),
    };
    return (columns.length > 0 ? names : INVENTERING_COLUMNS).map((name) => cellIn(cells, name));
  });
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const added = dsvFormat(separator).formatRows(rows).replaceAll('\n', newline);
  return `${text.replace(/[\r\n]*$/, '')}${newline}${added}${newline}`;
}

/** This import after what still holds of earlier ones: an answer that is there already is not written again. */
function recordOf(
  folder: DataFolder,
  batch: Batch,
  { path, text }: Writing,
  answers: readonly ImportedAnswer[],
): Writing {
  const now: Inlasning = {
    kalla: batch.kalla,
    indikatorer: [...new Set(answers.map((a) => a.uppgift))].sort(),
    ar: [...new Set(answers.map((a) => a.ar))].sort((a, b) => a - b),
    fraga: [...batch.fraga],
    hamtad: batch.hamtad,
    sha256: batch.sha256,
    beskrivningar: batch.beskrivningar,
    utelamnat: [...batch.utelamnat],
  };
  const record: InlastFil = {
    fil: afterLast(path, '/'),
    sha256: sha256(text),
    inlasningar: [...(folder.inlast(path)?.inlasningar ?? []), now],
  };
  return { path: inlasningPath(path), text: `${JSON.stringify(InlastFil.parse(record), null, 2)}\n` };
}

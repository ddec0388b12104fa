import { dsvFormat } from 'd3-dsv';
import { type Inlasning, InlastFil, inlasningPath } from '../../model/inlasning.ts';
import type { FolkmangdAr, ReferensKallor } from '../../model/kommun.ts';
import { afterLast, cellIn } from '../../model/pieces.ts';
import { sha256 } from '../../model/sha256.ts';
import type { Batch } from '../batch.ts';
import { type DataFolder, textOf } from '../folder.ts';

const FORMAT = dsvFormat(';');
const KOMMUNER = 'referens/kommuner.csv';
const BY_YEAR = 'referens/folkmangd.csv';
const SOURCES = 'referens/kallor.json';

type Writing = { readonly path: string; readonly text: string };

/**
 * `referens/folkmangd.csv` with the imported years in place of the same ones, and `referens/kommuner.csv` with the
 * newest population that is known, all else as it stood. `referens/kallor.json` then says what every page and file repeats
 * of it. Beside both, the record of where they come from.
 */
export function populationFiles(
  folder: DataFolder,
  batch: Batch,
  imported: readonly FolkmangdAr[],
): readonly Writing[] {
  const { referens, referensKallor } = folder.catalogue;
  const { folkmangder } = referens;
  const years = new Set(imported.map((f) => f.ar));
  const all = [...folkmangder.filter((f) => !years.has(f.ar)), ...imported].sort((a, b) => a.ar - b.ar);
  const byYear: Writing = {
    path: BY_YEAR,
    text: `${FORMAT.formatRows([
      ['kommunkod', 'ar', 'folkmangd'],
      ...all.flatMap(({ ar, antal }) =>
        Object.entries(antal)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([kod, count]) => [kod, String(ar), String(count)]),
      ),
    ])}\n`,
  };
  const newest = all.at(-1);
  // An older year never becomes the population of today.
  const today = Number(referensKallor.folkmangd.datum.slice(0, 4));
  const latest = newest && years.has(newest.ar) && newest.ar >= today ? newest : null;
  const kommuner = latest ? [{ path: KOMMUNER, text: withPopulation(folder, latest) }] : [];
  const sources = latest ? [{ path: SOURCES, text: sourcesText(folder, latest, batch) }] : [];
  return [
    ...sources,
    byYear,
    record(folder, byYear, { ...inlasningOf(batch), ar: [...years].sort((a, b) => a - b) }),
    ...kommuner.flatMap((file) => [
      file,
      record(folder, file, { ...inlasningOf(batch), ar: latest ? [latest.ar] : [] }),
    ]),
  ];
}

function sourcesText(folder: DataFolder, { ar }: FolkmangdAr, { kalla }: Batch): string {
  const sources: ReferensKallor = {
    ...folder.catalogue.referensKallor,
    // SCB counts inhabitants on the last day of the year.
    folkmangd: { datum: `${ar}-12-31`, kalla },
  };
  return `${JSON.stringify(sources, null, 2)}\n`;
}

function withPopulation(folder: DataFolder, { antal }: FolkmangdAr): string {
  const rows = FORMAT.parse(textOf(folder.files.get(KOMMUNER) ?? new Uint8Array()).replace(/^\uFEFF/, ''));
  const written = rows.map((row) => {
    const known = antal[cellIn(row, 'kommunkod')];
    return rows.columns.map((c) =>
      c === 'folkmangd' && known !== undefined ? String(known) : cellIn(row, c),
    );
  });
  return `${FORMAT.formatRows([[...rows.columns], ...written])}\n`;
}

const inlasningOf = (batch: Batch): Omit<Inlasning, 'ar'> => ({
  kalla: batch.kalla,
  indikatorer: ['folkmangd'],
  fraga: [...batch.fraga],
  hamtad: batch.hamtad,
  sha256: batch.sha256,
  beskrivningar: batch.beskrivningar,
  utelamnat: [...batch.utelamnat],
});

/** This import, and of earlier ones the years that it did not replace. */
function record(folder: DataFolder, file: Writing, now: Inlasning): Writing {
  const earlier = (file.path === BY_YEAR ? (folder.inlast(file.path)?.inlasningar ?? []) : []).flatMap(
    (i) => {
      const ar = i.ar.filter((year) => !now.ar.includes(year));
      return ar.length > 0 ? [{ ...i, ar }] : [];
    },
  );
  const written: InlastFil = {
    fil: afterLast(file.path, '/'),
    sha256: sha256(file.text),
    inlasningar: [...earlier, now],
  };
  return {
    path: inlasningPath(file.path),
    text: `${JSON.stringify(InlastFil.parse(written), null, 2)}\n`,
  };
}

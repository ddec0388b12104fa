import { type Inlasning, InlastFil, inlasningPath } from '../../model/inlasning.ts';
import { afterLast } from '../../model/pieces.ts';
import { sha256 } from '../../model/sha256.ts';
import type { Batch, ImportedValue } from '../batch.ts';
import type { DataFolder } from '../folder.ts';

/** The record beside a file: this import, and what still holds of earlier ones. */
export function recordText(
  folder: DataFolder,
  csv: { readonly path: string; readonly text: string },
  batch: Batch,
  values: readonly ImportedValue[],
): { readonly path: string; readonly text: string } {
  const indikatorer = [...new Set(values.map((v) => v.indikator))].sort();
  const ar = [...new Set(values.map((v) => v.ar))].sort((a, b) => a - b);
  const kpis = new Set(
    folder.catalogue.indikatorer
      .filter((i) => indikatorer.includes(i.id))
      .flatMap((i) => [i.id, i.kolada ?? i.id]),
  );
  const inlasning: Inlasning = {
    kalla: batch.kalla,
    indikatorer,
    ar,
    fraga: [...batch.fraga],
    hamtad: batch.hamtad,
    sha256: batch.sha256,
    beskrivningar: Object.fromEntries(
      Object.entries(batch.beskrivningar).filter(([kpi]) => kpis.has(folder.byKolada(kpi)?.id ?? kpi)),
    ),
    utelamnat: batch.utelamnat.filter(
      (u) =>
        u.indikator !== null && indikatorer.includes(u.indikator) && (u.ar === null || ar.includes(u.ar)),
    ),
  };
  const earlier = (folder.inlast(csv.path)?.inlasningar ?? []).flatMap((i) => stillHolds(i, inlasning));
  const record: InlastFil = {
    fil: afterLast(csv.path, '/'),
    sha256: sha256(csv.text),
    inlasningar: [...earlier, inlasning],
  };
  return { path: inlasningPath(csv.path), text: `${JSON.stringify(InlastFil.parse(record), null, 2)}\n` };
}

/** An earlier import without what a new one replaces: its questions in a survey, its years in a register. */
function stillHolds(earlier: Inlasning, now: Inlasning): readonly Inlasning[] {
  const others = earlier.indikatorer.filter((id) => !now.indikatorer.includes(id));
  if (others.length > 0) return [{ ...earlier, indikatorer: others }];
  const years = earlier.ar.filter((ar) => !now.ar.includes(ar));
  return years.length > 0 ? [{ ...earlier, ar: years }] : [];
}

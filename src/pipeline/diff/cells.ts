import type { Correction } from '../../content/corrections.ts';

/** What a cell says: the value's text, or the reason why there is none. */
export type CellContent = { readonly varde: string; readonly saknas: string };

/** One value of a release by what identifies it; texts as in `observationer.csv`. */
export type ReleaseCell = CellContent & {
  /** Id of an indicator, or of a kartläggning, an inventory or a programme (`collectedId`). */
  readonly indikator: string;
  /** Which of the figures of a place and year it is, where there are many; empty where there is one. */
  readonly del: string;
  readonly kod: string;
  /** Empty where the source says no year. */
  readonly ar: string;
  readonly kon: string;
};

/** All values of a release or a data folder, with the names that a report of them needs. */
export type Tables = {
  readonly version: string;
  readonly datum: string;
  readonly cells: readonly ReleaseCell[];
  /** Figures beside the observations, by the file that they stand in; a version lacks the files of a later time. */
  readonly figures: ReadonlyMap<string, readonly ReleaseCell[]>;
  readonly rattelser: readonly Correction[];
  /** Title of an area, by slug. */
  readonly omraden: ReadonlyMap<string, string>;
  /** Short name of an indicator and the slug of its area, by id. */
  readonly indikatorer: ReadonlyMap<string, { readonly kortnamn: string; readonly omrade: string }>;
  /** Name of a place, by code. */
  readonly platser: ReadonlyMap<string, string>;
};

export type ChangeKind = 'ändrad' | 'ny' | 'borttagen';

/** A cell that is not the same in two releases. `fore` is null when it is new, `efter` when it is gone. */
export type CellChange = Omit<ReleaseCell, keyof CellContent> & {
  readonly andring: ChangeKind;
  readonly fore: CellContent | null;
  readonly efter: CellContent | null;
};

export const cellKey = ({ indikator, kod, ar, kon, del }: Omit<ReleaseCell, keyof CellContent>) =>
  [indikator, ar, kod, kon, del].join('|');

/** Every cell that differs, sorted by indicator, year, place and sex. Pure; linear but for the sorting. */
export function diffCells(
  before: readonly ReleaseCell[],
  after: readonly ReleaseCell[],
): readonly CellChange[] {
  const old = new Map(before.map((cell) => [cellKey(cell), cell]));
  const now = new Map(after.map((cell) => [cellKey(cell), cell]));
  const changes: CellChange[] = [];
  const add = (
    { indikator, kod, ar, kon, del }: ReleaseCell,
    fore: ReleaseCell | undefined,
    efter: ReleaseCell | undefined,
  ) => {
    const andring = fore === undefined ? 'ny' : efter === undefined ? 'borttagen' : 'ändrad';
    changes.push({ andring, indikator, kod, ar, kon, del, fore: contentOf(fore), efter: contentOf(efter) });
  };
  for (const [key, cell] of now) {
    const was = old.get(key);
    if (was?.varde !== cell.varde || was.saknas !== cell.saknas) add(cell, was, cell);
  }
  for (const [key, cell] of old) if (!now.has(key)) add(cell, cell, undefined);
  return changes.toSorted((a, b) => (cellKey(a) < cellKey(b) ? -1 : 1));
}

const contentOf = (cell: ReleaseCell | undefined): CellContent | null =>
  cell === undefined ? null : { varde: cell.varde, saknas: cell.saknas };

/** Corrections that the later release has and the earlier has not. */
export function newCorrections(before: Tables, after: Tables): readonly Correction[] {
  const key = (r: Correction) => [r.omrade, r.ar, r.version, r.datum, r.text].join('|');
  const known = new Set(before.rattelser.map(key));
  return after.rattelser.filter((r) => !known.has(key(r)));
}

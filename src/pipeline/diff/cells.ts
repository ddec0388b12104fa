import type { Correction } from '../../files/release/index.ts';

/** What a cell says: the value's text, or the reason why there is none. */
export type Content = { readonly varde: string; readonly saknas: string };

/** One value of a release by what identifies it; texts as in `observationer.csv`. */
export type Cell = Content & {
  readonly indikator: string;
  readonly kod: string;
  /** Empty where the source says no year. */
  readonly ar: string;
  readonly kon: string;
};

/** All values of a release or a data folder, with the names that are needed to tell of them. */
export type Tables = {
  readonly version: string;
  readonly datum: string;
  readonly cells: readonly Cell[];
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
export type Change = Omit<Cell, keyof Content> & {
  readonly andring: ChangeKind;
  readonly fore: Content | null;
  readonly efter: Content | null;
};

export const keyOf = ({ indikator, kod, ar, kon }: Omit<Cell, keyof Content>) =>
  [indikator, ar, kod, kon].join('|');

/** Every cell that differs, sorted by indicator, year, place and sex. Pure; linear but for the sorting. */
export function diffCells(before: readonly Cell[], after: readonly Cell[]): readonly Change[] {
  const old = new Map(before.map((cell) => [keyOf(cell), cell]));
  const now = new Map(after.map((cell) => [keyOf(cell), cell]));
  const changes: Change[] = [];
  const add = ({ indikator, kod, ar, kon }: Cell, fore: Cell | undefined, efter: Cell | undefined) => {
    const andring = fore === undefined ? 'ny' : efter === undefined ? 'borttagen' : 'ändrad';
    changes.push({ andring, indikator, kod, ar, kon, fore: contentOf(fore), efter: contentOf(efter) });
  };
  for (const [key, cell] of now) {
    const was = old.get(key);
    if (was?.varde !== cell.varde || was.saknas !== cell.saknas) add(cell, was, cell);
  }
  for (const [key, cell] of old) if (!now.has(key)) add(cell, cell, undefined);
  return changes.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const contentOf = (cell: Cell | undefined): Content | null =>
  cell === undefined ? null : { varde: cell.varde, saknas: cell.saknas };

/** Corrections that the later release has and the earlier has not. */
export function newCorrections(before: Tables, after: Tables): readonly Correction[] {
  const key = (r: Correction) => [r.omrade, r.ar, r.version, r.datum, r.text].join('|');
  const known = new Set(before.rattelser.map(key));
  return after.rattelser.filter((r) => !known.has(key(r)));
}

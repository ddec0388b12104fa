import type { Absence } from '../model/absence.ts';
import type { Inlasning, Utelamnat } from '../model/inlasning.ts';
import type { FolkmangdAr } from '../model/kommun.ts';
import type { Kon } from '../model/observation.ts';

/** One value that a source gave us, in our terms: known place, known indicator, our words for answers. */
export type ImportedValue = {
  readonly indikator: string;
  /** Kommunkod or a stadsdel's code; län and riket only where the source is the authority on them. */
  readonly kod: string;
  readonly ar: number;
  readonly kon: Kon;
  readonly varde: number | string | null;
  /** The reason when `varde` is null, else null. */
  readonly saknas: Absence | null;
};

/** One figure for a kommun's inventory: it is added to the file that the inventory stands in. */
export type ImportedAnswer = {
  readonly kod: string;
  readonly ar: number;
  readonly uppgift: string;
  readonly varde: number;
  /** The inventory's file, below the data folder. */
  readonly fil: string;
};

/** What an import gives, whatever the source: the values, what did not fit, and where it all comes from. */
export type Batch = {
  /** What readers see after "Källa:". */
  readonly kalla: string;
  readonly values: readonly ImportedValue[];
  /** Inhabitants by kommunkod and year, oldest first, where that is what was imported. */
  readonly folkmangder?: readonly FolkmangdAr[];
  /** Figures for inventories, where that is what was imported. */
  readonly svar?: readonly ImportedAnswer[];
  readonly utelamnat: readonly Utelamnat[];
  readonly fraga: readonly string[];
  readonly hamtad: string;
  readonly sha256: string;
  readonly beskrivningar: Inlasning['beskrivningar'];
  /** What the publisher should know besides: differences from the source's own totals, assumptions. */
  readonly noter: readonly string[];
};

/** Collects what was left out, one entry for each indicator, year and reason. */
export class LeftOut {
  readonly #entries = new Map<string, { readonly entry: Utelamnat; readonly koder: Set<string> }>();

  add(indikator: string | null, ar: number | null, kod: string | null, skal: string): void {
    const key = `${indikator}|${ar}|${skal}`;
    const known = this.#entries.get(key) ?? { entry: { indikator, ar, koder: [], skal }, koder: new Set() };
    this.#entries.set(key, known);
    if (kod !== null) known.koder.add(kod);
  }

  /** By indicator, year and reason; codes sorted, so that the same input gives the same list. */
  list(): readonly Utelamnat[] {
    return [...this.#entries.values()]
      .map(({ entry, koder }) => ({ ...entry, koder: [...koder].sort() }))
      .toSorted(
        (a, b) => compare(nameIn(a), nameIn(b)) || (a.ar ?? 0) - (b.ar ?? 0) || compare(a.skal, b.skal),
      );
  }
}

/** What belongs to no indicator comes first. */
const nameIn = ({ indikator }: Utelamnat): string => indikator ?? '';
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

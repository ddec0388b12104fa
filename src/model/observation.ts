import { z } from 'zod';
import type { Absence } from './absence.ts';
import type { Bidrag } from './bidrag.ts';
import type { Niva } from './kommun.ts';

/** T both sexes, K women, M men: Kolada's letters. */
export const Kon = z.enum(['T', 'K', 'M']);
export type Kon = z.infer<typeof Kon>;

/** Where a value was read: the file below the data folder and the line in it (header = 1). */
export type Origin = { readonly fil: string; readonly rad: number };

/** How many respondents gave each answer, in the order of the answer type. Absent reasons are not here. */
export type Fordelning = Readonly<Record<string, number>>;

/** A value, or the one reason why there is none: never both, never neither. */
export type ValueOrReason =
  | { readonly varde: number | string; readonly saknas: null }
  | { readonly varde: null; readonly saknas: Absence };

/**
 * One value, or one reason why there is none.
 *
 * For a question, `varde` is the answer's word at kommun and stadsdel, and at län and riket the percentage
 * (0–100, unrounded) of the first answer (*ja*, *alla*) among those who answered.
 */
export type Observation = ValueOrReason & {
  readonly indikator: string;
  readonly kod: string;
  readonly niva: Niva;
  /** Null where the source does not say the year: then no year is printed. */
  readonly ar: number | null;
  readonly kon: Kon;
  /** Units that answered and that were asked; null for registers. */
  readonly svarande: number | null;
  readonly tillfragade: number | null;
  /** True when the value, or any value it is computed from, is example data. */
  readonly exempel: boolean;
  /** Count of each answer, where several respondents stand behind the value. */
  readonly fordelning: Fordelning | null;
  /** The row it was read from; null when we computed it. */
  readonly ursprung: Origin | null;
  /** Source of this very figure, when it differs from the indicator's. */
  readonly kalla: string | null;
  readonly not: string | null;
  /** Who stands behind a magnitude, where it is said. Taken out before anything is published. */
  readonly bidrag?: Bidrag;
};

/** A year as part of a key or an address: empty for what has no year. */
export const yearKey = (ar: number | null): string => (ar === null ? '' : String(ar));

/** A year after a name: a space and the year, or nothing where the source does not say it. */
export const yearText = (ar: number | null): string => (ar === null ? '' : ` ${ar}`);

/** What must be said of an observation beside its value; the rest is null, or false, unless it is said. */
type Said = Pick<Observation, 'indikator' | 'kod' | 'niva' | 'ar'> &
  Partial<Omit<Observation, keyof ValueOrReason>>;

/** An observation with every field, always in the same order: no source of its own, no note, all of both sexes. */
export const observation = (said: ValueOrReason & Said): Observation => observationOf(said, said);

/** The same, where the value and what is said of it are two things: a register has a million of them, and no copy. */
export function observationOf(value: ValueOrReason, said: Said): Observation {
  // One literal. That the two belong together is known from `value`.
  return {
    indikator: said.indikator,
    kod: said.kod,
    niva: said.niva,
    ar: said.ar,
    kon: said.kon ?? 'T',
    varde: value.varde,
    saknas: value.saknas,
    svarande: said.svarande ?? null,
    tillfragade: said.tillfragade ?? null,
    exempel: said.exempel ?? false,
    fordelning: said.fordelning ?? null,
    ursprung: said.ursprung ?? null,
    kalla: said.kalla ?? null,
    not: said.not ?? null,
  } as Observation;
}

import { z } from 'zod';
import type { Absence } from './absence.ts';
import type { Niva } from './kommun.ts';

/** T both sexes, K women, M men: Kolada's letters. */
export const Kon = z.enum(['T', 'K', 'M']);
export type Kon = z.infer<typeof Kon>;

/** Where a value was read: the file below the data folder and the line in it (header = 1). */
export type Origin = { readonly fil: string; readonly rad: number };

/** How many respondents gave each answer, in the order of the answer type. Absent reasons are not here. */
export type Fordelning = Readonly<Record<string, number>>;

/**
 * One value, or one reason why there is none.
 *
 * For a question, `varde` is the answer's word at kommun and stadsdel, and at län and riket the percentage
 * (0–100, unrounded) of the first answer (*ja*, *alla*) among those who answered.
 */
export type Observation = {
  readonly indikator: string;
  readonly kod: string;
  readonly niva: Niva;
  /** Null where the source does not say the year: then no year is printed. */
  readonly ar: number | null;
  readonly kon: Kon;
  readonly varde: number | string | null;
  /** The reason when `varde` is null, else null. */
  readonly saknas: Absence | null;
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
};

import type { Rattelse } from './edition.ts';
import type { Kon, Origin } from './observation.ts';

/** The ages that people are counted in; `alla` is all of them together. Our own classes: the guidance has none. */
export const ALDRAR = ['alla', '0-17', '18-29', '30-49', '50-64', '65-'] as const;
export type Alder = (typeof ALDRAR)[number];

/** One figure of an inventory; `text` only where the `uppgift` is free text. */
export type InventeringRad = {
  readonly uppgift: string;
  readonly kon: Kon;
  readonly alder: Alder;
  readonly varde: number | null;
  /** True when there is a number that must not be shown; `varde` is then null. */
  readonly skyddad: boolean;
  readonly text: string | null;
  readonly ursprung: Origin;
};

/** Code of the made-up kommun that examples belong to. */
export const EXEMPELKOD = '0000';

/** One kommun's inventory of one year, in the order of the file. */
export type Inventering = {
  readonly kod: string;
  readonly namn: string;
  readonly ar: number;
  /** True for the made-up kommun: shown as an example everywhere. */
  readonly exempel: boolean;
  readonly rader: readonly InventeringRad[];
  readonly rattelser: readonly Rattelse[];
};

/** Sent from a field when it offers something else, so that a map beside it can follow. */
export const OFFERED = 'oj:erbjuder';

/** The address that is marked in the field's list, else the first one; null when it offers nothing. */
export type OfferedPath = { readonly path: string | null };

declare global {
  interface DocumentEventMap {
    [OFFERED]: CustomEvent<OfferedPath>;
  }
}

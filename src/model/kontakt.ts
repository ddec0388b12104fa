/** How a kommun is reached, from `referens/kontakter.csv`: only what its own source says. */
export type Kontakt = {
  readonly kod: string;
  /** Address of its site; null when not known. */
  readonly webb: string | null;
  readonly epost: string | null;
  readonly telefon: string | null;
  /** Where it was read. */
  readonly kalla: string;
};

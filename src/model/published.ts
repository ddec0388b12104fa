/**
 * A national figure as somebody published it (`publicerat.csv`). Never computed by us: it is what our own
 * computation is held against, and all there is for years whose answers are not open.
 */
export type PublishedFigure = {
  readonly omrade: string;
  readonly indikator: string;
  readonly ar: number;
  /** The answer that the figure counts; null means the first (ja, alla). */
  readonly svar: string | null;
  /** `riket`, or the part of the country it holds for: `stadsdelar-storstad`, `kommuner-under-15000`. */
  readonly grupp: string;
  readonly varde: number;
  /** `procent` or `antal`. */
  readonly enhet: 'procent' | 'antal';
  /** What the percentage is of, as the source says: "kommuner", "kommuner och stadsdelar". */
  readonly bas: string;
  /** Rounded, or stated in words ("en av fem"). */
  readonly ungefar: boolean;
  /** First year that the figure may be compared with; null when not known. */
  readonly jamforbarFran: number | null;
  readonly kalla: string;
  readonly not: string;
  readonly fil: string;
  readonly rad: number;
};

/** A thing with a name and a page of its own. */
export type SearchName = {
  readonly namn: string;
  /** `Kommun`, `Län`, `Stadsdel`, `Område`, `Ämne`, `Indikator`, `Sida`. */
  readonly slag: string;
  readonly path: string;
  /** What tells it from others with the same name: the län, the area. */
  readonly i: string;
  /** Of a kommun. */
  readonly kod?: string;
  /** Of a question that kommuner answer, or a citizen's question: where the answer stands, from a kommun's own page. */
  readonly svar?: string;
};

/** `sok/namn.json`: every name that a search should find first, and the words that mean others. */
export type SearchNames = {
  readonly namn: readonly SearchName[];
  /** Lower-case word → the words of the pages. */
  readonly synonymer: Readonly<Record<string, readonly string[]>>;
};

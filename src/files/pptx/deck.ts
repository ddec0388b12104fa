/** A set of bars of one colour: a column of the chart's workbook. A value that is missing is null, never 0. */
export type ChartSeries = {
  readonly name: string;
  readonly colour: string;
  /** Drawn as lines on white: what is not known must not look like an answer of another shade. */
  readonly hatched?: boolean;
  readonly values: readonly (number | null)[];
};

/** A native bar chart. */
export type Chart = {
  /** What the categories are, in the workbook's first cell. */
  readonly first: string;
  /** Where a value is missing, its category says why: `Umeå: svarade inte`. */
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Bars lie (long names) or stand (years). */
  readonly direction: 'bar' | 'col';
  readonly stacked: boolean;
  /** What stacked bars count, where it is not answers: `Antal åtgärder`. */
  readonly counts?: string;
  /** Excel's number format of every value. */
  readonly format: string;
  /** Where the axis ends; null lets the program choose. */
  readonly max: number | null;
  /** Colours of single bars in the first series, by category. */
  readonly marked: ReadonlyMap<number, string>;
  /** The message and the values in words, for who cannot see the chart. */
  readonly alt: string;
};

/** A table whose first row is its header. */
export type SlideTable = {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean; readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
  readonly alt: string;
};

/** One slide. Every slide has a title of its own, for the outline and for screen readers. */
export type Slide = {
  readonly layout: 'titel' | 'text' | 'figur';
  readonly title: string;
  /** Paragraphs of the text box: the message above a figure, or the whole content. */
  readonly text: readonly string[];
  readonly figure:
    | { readonly kind: 'chart'; readonly chart: Chart }
    | { readonly kind: 'table'; readonly table: SlideTable }
    | null;
  /** Speaker notes: definition and source. */
  readonly notes: readonly string[];
};

/** A presentation, before it is any format. */
export type Deck = {
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly author: string;
  /** ISO date of the release: the only time in the file. */
  readonly datum: string;
  /** On every slide: version, date, example data. */
  readonly footer: string;
  readonly example: boolean;
  readonly slides: readonly Slide[];
};

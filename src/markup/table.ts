/** A piece of a text that may lead somewhere. */
export type TextPart = { readonly text: string; readonly href?: string };

/** A cell of a table. `sort` is the raw value when `text` is formatted ("17 %" → 17). */
export type TableCell = {
  readonly text: string;
  readonly sort?: number | string | null;
  readonly href?: string;
  /** The text in pieces, where some of it leads elsewhere. */
  readonly parts?: readonly TextPart[];
};

/** The cell of a text that not every row has: empty where this one has none. */
export const optionalCell = (text: string | null | undefined): TableCell => ({ text: text ?? '' });

export type TableColumn = {
  readonly label: string;
  readonly numeric: boolean;
  /** The rows can be narrowed by what stands here: the name of the choice in the address, and its words on the page. */
  readonly filter?: { readonly name: string; readonly label: string };
};

/** A table as readers meet it, in words and plain data; the first column is the row header. */
export type Table = {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
};

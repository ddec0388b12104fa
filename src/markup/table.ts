/** A cell of a table. `sort` is the raw value when `text` is formatted ("17 %" → 17). */
export type TableCell = {
  readonly text: string;
  readonly sort?: number | string | null;
  readonly href?: string;
};

/** A table as readers meet it, in words and plain data; the first column is the row header. */
export type Table = {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly TableCell[])[];
};

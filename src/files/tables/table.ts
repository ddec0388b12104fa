/** A field of a table: what CSVW and Data Package call a column's type. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'year' | 'date' | 'value';

/** A column. `value` is a number or an answer's word: see `saknas` beside it. */
export type DataColumn = {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  /** Never empty. */
  readonly required?: boolean;
  /** A regular expression that every non-empty field matches. */
  readonly pattern?: string;
  /** The only words that may stand there. */
  readonly words?: readonly string[];
};

export type Field = string | number | boolean | null;
export type DataRow = readonly Field[];

/** How a table is written as CSV. */
export type Dialect = {
  /** Added to the file's name. */
  readonly suffix: string;
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
  /** Excel needs a byte order mark to see that a CSV file is UTF-8. */
  readonly bom: boolean;
  /** Said of the file, after its title. */
  readonly label: string;
  readonly opensIn: string;
};

/** One table, and how it is written. */
export type DataTable = {
  /** Path below the site root without the extension: `data/hemloshet/observationer`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly group: string;
  readonly about?: string;
  readonly example: boolean;
  readonly columns: readonly DataColumn[];
  /** Names of the columns that tell rows apart; empty when a part of the key may be unknown. */
  readonly key: readonly string[];
  readonly rows: () => readonly DataRow[];
  readonly dialect: Dialect;
};

/** RFC 4180: comma and decimal point. */
export const COMMA: Dialect = {
  suffix: '',
  separator: ',',
  decimal: '.',
  bom: false,
  label: 'komma mellan fälten, decimalpunkt',
  opensIn: 'R, Python, Stata, databaser',
};

/** What Excel with Swedish settings opens by a double click. */
export const SWEDISH_EXCEL: Dialect = {
  suffix: '-excel',
  separator: ';',
  decimal: ',',
  bom: true,
  label: 'för Excel med svenska inställningar: semikolon och decimalkomma',
  opensIn: 'Excel med svenska inställningar, LibreOffice',
};

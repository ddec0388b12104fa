/** `error` stops the publication; `warning` is for the publisher to judge. */
export type Severity = 'error' | 'warning';

/**
 * Something a publisher should look at. Complete enough to mend the file without asking anyone.
 * `row` is the line in the file (header = 1); `column` the header's name; `file` is relative to the data
 * folder. A finding about a whole file has null row and column.
 */
export type Finding = {
  readonly severity: Severity;
  /** Stable and language-free, `kommunkod-tappad-nolla`: for grouping, tests and links to the guide. */
  readonly code: string;
  readonly file: string;
  readonly row: number | null;
  /** The other rows of the file with the very same fault, in the order they were found: one cause is one finding. */
  readonly alsoRows: readonly number[];
  readonly column: string | null;
  /** What stands there, as written. */
  readonly value: string | null;
  /** The rule that was broken, one Swedish sentence. */
  readonly rule: string;
  /** What is wrong here, in Swedish. */
  readonly message: string;
  /** The nearest valid value, or what to do; null when there is nothing sensible to say. */
  readonly suggestion: string | null;
};

/** What a finding says in one line: what is wrong, and what to do where that is known. */
export const findingText = ({ message, suggestion }: Pick<Finding, 'message' | 'suggestion'>): string =>
  suggestion === null ? message : `${message} ${suggestion}`;

/** The same, after the file and row that it is about. */
export const placedFinding = (f: Pick<Finding, 'file' | 'row' | 'message' | 'suggestion'>): string =>
  `${f.file}${f.row === null ? '' : `, rad ${f.row}`}: ${findingText(f)}`;

export type FindingCounts = {
  readonly error: number;
  readonly warning: number;
  /** Data rows read in all files (headers not counted). */
  readonly rows: number;
  readonly files: number;
};

/** What `npm run validate -- --format json` prints. */
export type ValidationReport = { readonly findings: readonly Finding[]; readonly counts: FindingCounts };

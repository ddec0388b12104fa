import type { Finding, FindingCounts } from '../../model/finding.ts';

/** Findings of one kind in one file, in file order. */
export type Group = { readonly code: string; readonly findings: readonly [Finding, ...Finding[]] };
export type FileGroups = { readonly file: string; readonly groups: readonly Group[] };

/** Findings by file, and within a file by code: errors before warnings, then as they were found. None is left out. */
export function groupFindings(findings: readonly Finding[]): readonly FileGroups[] {
  return [...Map.groupBy(findings, (f) => f.file)].map(([file, inFile]) => {
    const groups = [...Map.groupBy(inFile, (f) => f.code)].flatMap(([code, [first, ...rest]]): Group[] =>
      first ? [{ code, findings: [first, ...rest] }] : [],
    );
    const gravity = (g: Group) => (g.findings[0].severity === 'error' ? 0 : 1);
    return { file, groups: groups.toSorted((a, b) => gravity(a) - gravity(b)) };
  });
}

const numbers = new Intl.NumberFormat('sv');

const amount = (count: number, none: string, one: string, many: string) =>
  count === 0 ? none : count === 1 ? one : `${numbers.format(count)} ${many}`;

/** `2 fel och 1 varning. 6 062 rader i 41 filer är lästa.` */
export function summary({ error, warning, rows, files }: FindingCounts): string {
  const found = `${amount(error, 'inga fel', '1 fel', 'fel')} och ${amount(warning, 'inga varningar', '1 varning', 'varningar')}`;
  const read = `${amount(rows, '0 rader', '1 rad', 'rader')} i ${amount(files, '0 filer', '1 fil', 'filer')} är lästa.`;
  return `${found.charAt(0).toUpperCase()}${found.slice(1)}. ${read}`;
}

/** The rows of a finding: `12`, `12, 13, 14 och 287 till`. @param most how many are written out */
export function rowsText({ row, alsoRows }: Finding, most = Number.POSITIVE_INFINITY): string {
  if (row === null) return '';
  const rows = [row, ...alsoRows];
  const left = rows.length - most;
  return left > 0 ? `${rows.slice(0, most).join(', ')} och ${numbers.format(left)} till` : rows.join(', ');
}

/** `rad 12, kolumn U30428`; empty for a finding about a whole file. */
export function whereIn(finding: Finding, mostRows?: number): string {
  const { row, column, alsoRows } = finding;
  const rows =
    row === null ? [] : [`${alsoRows.length > 0 ? 'raderna' : 'rad'} ${rowsText(finding, mostRows)}`];
  return [...rows, ...(column === null ? [] : [`kolumn ${column}`])].join(', ');
}

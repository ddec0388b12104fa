import type { Finding, Severity } from './finding.ts';
import { BOUNDS } from './limits.ts';

/** What a code means: how grave it is and which rule was broken (one Swedish sentence). */
export type Rule = { readonly severity: Severity; readonly rule: string };
export type Rulebook<Code extends string> = Readonly<Record<Code, Rule>>;

/** Where a finding is. What is left out becomes null. */
export type Place = {
  readonly file: string;
  readonly row?: number | null;
  readonly column?: string | null;
  readonly value?: string | null;
};

/** Notes one finding. `message` says what is wrong here, `suggestion` what to do about it; both in Swedish. */
export type Report<Code extends string> = (
  code: Code,
  place: Place,
  message: string,
  suggestion?: string | null,
) => void;

/** A cell can hold a whole file by mistake: what is said of it is no longer than somebody reads. */
const { ofAKind, value: VALUE, message: MESSAGE } = BOUNDS.findings;

type Kept = Finding & { readonly alsoRows: number[] };

/**
 * A list of findings that can only be added to through `report`, so that every code has its rule. The same fault in
 * many rows becomes one finding; its value is the first row's.
 */
export function collector<Code extends string>(
  rules: Rulebook<Code>,
): { readonly report: Report<Code>; readonly findings: readonly Finding[] } {
  const findings: Kept[] = [];
  const same = new Map<string, Kept>();
  const counts = new Map<string, number>();
  const report: Report<Code> = (code, place, whole, advice = null) => {
    const message = short(whole, MESSAGE);
    const suggestion = advice === null ? null : short(advice, MESSAGE);
    const { file, row = null } = place;
    const kind = `${code}\n${file}`;
    const count = (counts.get(kind) ?? 0) + 1;
    const many = count > ofAKind && row !== null;
    const said = many ? { message: MANY, suggestion: null } : { message, suggestion };
    const column = many ? null : (place.column ?? null);
    const key = `${kind}\n${column}\n${said.message}\n${said.suggestion}`;
    const before = row === null ? undefined : same.get(key);
    if (before && row !== null) {
      if (row !== (before.alsoRows.at(-1) ?? before.row)) before.alsoRows.push(row);
      return;
    }
    counts.set(kind, count);
    const written = many ? null : (place.value ?? null);
    const value = written === null ? null : short(written, VALUE);
    const finding = { ...rules[code], code, file, row, column, value, ...said, alsoRows: [] };
    findings.push(finding);
    if (row !== null) same.set(key, finding);
  };
  return { report, findings };
}

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most)} …` : text);

const MANY = `Filen har fler än ${ofAKind} sådana fel. Här står bara raderna för resten.`;

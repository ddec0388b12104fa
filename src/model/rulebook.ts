import type { Finding, Severity } from './finding.ts';

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

/** A list of findings that can only be added to through `report`, so that every code has its rule. */
export function collector<Code extends string>(
  rules: Rulebook<Code>,
): { readonly report: Report<Code>; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const report: Report<Code> = (code, place, message, suggestion = null) => {
    const { severity, rule } = rules[code];
    const { file, row = null, column = null, value = null } = place;
    findings.push({ severity, code, file, row, column, value, rule, message, suggestion });
  };
  return { report, findings };
}

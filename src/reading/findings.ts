import type { Finding, Severity } from '../model/finding.ts';

/** Where a finding stands; what is left out is null. */
export type Place = {
  readonly file: string;
  readonly row?: number | null;
  readonly column?: string | null;
  readonly value?: string | null;
};

/** What is wrong, in Swedish, and what to do about it. */
export type Problem = {
  readonly code: string;
  readonly rule: string;
  readonly message: string;
  readonly suggestion?: string | null;
};

/** Collects every finding; readers never throw on bad data and never print. */
export class Findings {
  readonly #list: Finding[] = [];

  get list(): readonly Finding[] {
    return this.#list;
  }

  error(place: Place, problem: Problem): void {
    this.#add('error', place, problem);
  }

  warning(place: Place, problem: Problem): void {
    this.#add('warning', place, problem);
  }

  #add(severity: Severity, place: Place, problem: Problem): void {
    this.#list.push({
      severity,
      code: problem.code,
      file: place.file,
      row: place.row ?? null,
      column: place.column ?? null,
      value: place.value ?? null,
      rule: problem.rule,
      message: problem.message,
      suggestion: problem.suggestion ?? null,
    });
  }
}

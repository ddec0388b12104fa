import type { Effects } from '../effects.ts';
import type { FileChange, StageEffects } from '../import/stage.ts';
import type { Comparison } from '../pipeline/diff/report.ts';
import type { ChecklistItem } from './checklist.ts';

/** What a release reads and where it writes. */
export type ReleaseOptions = {
  readonly project: string;
  readonly data: string;
  /** Holds one folder for each published version, and what is needed to take the last one back. */
  readonly out: string;
  readonly cache: string;
  /** The next version; null raises the revision, or begins the year. */
  readonly version: string | null;
  /** A private key (PEM) that the list of sums is signed with; null for none. */
  readonly key: string | null;
};

export type ReleaseEffects = Effects & {
  readonly stage: StageEffects;
  /** Accessibility of the built site in a real browser: what is wrong. */
  readonly verify: (site: string) => Promise<readonly ChecklistItem[]>;
};

/** What a release will be, before anything is written. */
export type ReleasePlan = {
  readonly version: string;
  readonly items: readonly ChecklistItem[];
  readonly comparison: Comparison | null;
  /** `publicering.json` with the new version and day, and the last version laid beside. */
  readonly changes: readonly FileChange[];
};

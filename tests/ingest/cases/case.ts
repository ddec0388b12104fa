import type { Finding } from '../../../src/model/finding.ts';
import type { Change } from '../folder.ts';

/** One defect: what is changed in the folder, and the only finding that it may give. */
export type Case = {
  readonly name: string;
  readonly change: readonly Change[];
  /** `suggestion` and `message` need only be a part of the real ones. */
  readonly finding: Partial<Omit<Finding, 'code' | 'rule' | 'severity'>>;
};

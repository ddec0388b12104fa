import { CHECK_RULES } from '../checks/rules.ts';
import { INGEST_RULES } from '../ingest/rules.ts';
import type { Rulebook } from '../model/rulebook.ts';
import { DISCLOSURE_RULES } from './protect.ts';

/** Every rule that a data folder is held against, by its code: reading, the whole, and the protection of people. */
export const RULEBOOK: Rulebook<string> = { ...INGEST_RULES, ...CHECK_RULES, ...DISCLOSURE_RULES };

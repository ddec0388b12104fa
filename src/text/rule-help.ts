import { CONTENT_HELP } from './rules/content.ts';
import { FORM_HELP } from './rules/form.ts';

/** How a finding arises, also in Excel, and how it is mended. */
type RuleHelp = { readonly arises: string; readonly mend: string };

const HELP: ReadonlyMap<string, RuleHelp> = new Map(
  [...FORM_HELP, ...CONTENT_HELP].flatMap(([codes, arises, mend]) =>
    codes.split(' ').map((code) => [code, { arises, mend }] as const),
  ),
);

/** What is said of a rule besides the rule itself; undefined for a code that is none. */
export const ruleHelp = (code: string): RuleHelp | undefined => HELP.get(code);

/** Every code that has help. */
export const HELPED: readonly string[] = [...HELP.keys()];

/** Codes that arise and are mended the same way, how they arise (also in Excel), and how they are mended. */
export type RuleEntry = readonly [codes: string, arises: string, mend: string];

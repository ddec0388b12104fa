import { z } from 'zod';

/**
 * What is counted, as the data folder names it: `N07907` (a register), `kartlaggning/malmo/barn`,
 * `inventering/avhysning-inkomna`, `program/umea/hemlosa`.
 */
const Serie = z.string().regex(/^[^\s|]+$/, 'en serie, till exempel inventering/avhysning-inkomna');

/**
 * An identity that the publisher knows to hold between counts of people (`samband.json`): in every place, year, sex and
 * class the parts add up to the sum. Readers know it too, so hidden counts must be safe although it holds.
 */
export const Samband = z.strictObject({
  titel: z.string().min(5),
  summa: Serie,
  /** One part means that the two are the same count. */
  delar: z.array(Serie).min(1),
  /** False when the sum has others too, who are in none of the parts: registers that share some of their people. */
  fullstandigt: z.boolean().default(true),
});
export type Samband = z.infer<typeof Samband>;

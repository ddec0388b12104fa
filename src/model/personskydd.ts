import { z } from 'zod';
import { Niva } from './kommun.ts';

/**
 * How an indicator that counts people is protected, as a publisher writes it in `indikatorer.json`. `{}` is our own
 * rule: counts from 1 to 4 are hidden, and what else is needed so that nobody can work them out.
 */
export const Personskydd = z.strictObject({
  /** Counts from 1 to this minus 1 are hidden; as many counts must remain possible for everything hidden. */
  troskel: z.int().min(3).max(20).default(5),
  /** Whether zeros are hidden as well. */
  nollor: z.enum(['visa', 'dolj']).default('visa'),
  /** Hide cells, or round all counts to multiples of 3 or 5 so that sums still add up. */
  metod: z.enum(['dolj', 'avrunda-3', 'avrunda-5']).default('dolj'),
  /** Levels where somebody else has published the counts already, and who, in words. They cannot be hidden any more. */
  redanPublicerat: z
    .strictObject({ nivaer: z.array(Niva).min(1), skal: z.string().min(10) })
    .nullable()
    .default(null),
});
export type Personskydd = z.infer<typeof Personskydd>;

/**
 * Why counts stand unprotected, in a sentence that readers are shown on the method page. Counts are protected by our
 * own rule where neither `personskydd` nor this is given.
 */
export const UtanPersonskydd = z.string().min(20).nullable().default(null);

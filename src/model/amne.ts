import { z } from 'zod';

/**
 * A subject across areas, in `texter/amnen.json`. `fraga`: what a citizen asks of a kommun (*vräkning*), with a page for
 * every kommun; `malgrupp`: those whom the work is for (*barnfamiljer*).
 */
export const Amne = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  slag: z.enum(['fraga', 'malgrupp']),
  /** `Vräkning`, `Barnfamiljer`. */
  titel: z.string().min(3).max(60),
  /** Other words that readers search for. */
  sokord: z.array(z.string().min(2)).default([]),
  ingress: z.string().min(20),
  /** Ids of indicators in any area, in the order that they are shown. */
  indikatorer: z.array(z.string()).min(1),
  /** Why a kommun has no figure of its own, and where it may be found; null when nothing is known of that. */
  utanSiffra: z.string().min(10).nullable().default(null),
  /** Who is responsible, a paragraph each. */
  ansvar: z.array(z.string().min(10)).default([]),
  /** Where to turn, in the order to try. */
  vart: z
    .array(
      z.strictObject({
        text: z.string().min(5),
        href: z
          .string()
          .regex(/^(\/|https:\/\/)/)
          .nullable()
          .default(null),
      }),
    )
    .default([]),
});
export type Amne = z.infer<typeof Amne>;

/** `texter/amnen.json`. */
export const Amnen = z.array(Amne);

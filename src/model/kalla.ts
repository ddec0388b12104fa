import { z } from 'zod';
import { LinkAddress } from './address.ts';

/**
 * How near a source is to whoever found the figure out. `forstahand`: they themselves, or a database that they deliver to;
 * `andrahand`: somebody who repeats it, such as a newspaper; `egen`: our own calculation.
 */
export const KALLSLAG = ['forstahand', 'andrahand', 'egen'] as const;

/** A source in `referens/kallforteckning.json`: figures name it by its id. */
export const Kalla = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** As readers see it beside a figure; no two are called the same. A semicolon parts two sources. */
  namn: z
    .string()
    .min(3)
    .max(140)
    .regex(/^[^;]+$/, 'utan semikolon'),
  utgivare: z.string().min(2),
  /** Title of what was published; null when it has none that we know. */
  publikation: z.string().min(3).nullable().default(null),
  slag: z.enum(KALLSLAG),
  /** Where in the publication, or on which site, in words; null when the address says it. */
  sida: z.string().min(3).nullable().default(null),
  url: LinkAddress.nullable().default(null),
  /** The day that the figure was fetched there; null when it was not noted. */
  hamtad: z.iso.date().nullable().default(null),
  /** False when nobody has seen the figure there since it was noted. */
  kontrollerad: z.boolean().default(true),
  /** What a reader should know of it; null when there is nothing. */
  not: z.string().min(5).nullable().default(null),
});
export type Kalla = z.infer<typeof Kalla>;

/** `referens/kallforteckning.json`. */
export const Kallforteckning = z.array(Kalla);

/** What parts two sources of one figure. */
export const BETWEEN_SOURCES = '; ';

/** A source in the catalogue, with what stands beside its figures: the name, marked when it is at second hand. */
export type Kallpost = Kalla & { readonly visas: string };

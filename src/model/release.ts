import { z } from 'zod';
import { WebAddress } from './address.ts';
import { Rattelse } from './edition.ts';

/** Who publishes, where, and which version this is. The only place with a date of today. */
export const Release = z.strictObject({
  /** Address of the site, with final slash. */
  webbplats: WebAddress.regex(/\/$/, 'ska sluta med /'),
  titel: z.string().min(3),
  /** Year and revision of the whole release, `2026.1`. */
  version: z.string().regex(/^\d{4}\.\d+$/),
  /** Day of the release; everything that is dated takes it from here. */
  datum: z.iso.date(),
  organisation: z.strictObject({
    namn: z.string().min(2),
    /** Ten digits, or null while there is none. */
    orgnr: z
      .string()
      .regex(/^\d{10}$/)
      .nullable(),
    uri: WebAddress,
    /** What the publisher is, in the words of ADMS (`purl.org/adms/publishertype`): DCAT-AP-SE asks for it. */
    typ: z
      .enum(['NationalAuthority', 'RegionalAuthority', 'LocalAuthority', 'NonProfitOrganisation', 'Company'])
      .default('NonProfitOrganisation'),
    epost: z.email(),
    webb: WebAddress,
  }),
  licens: z.strictObject({ namn: z.string(), url: WebAddress }),
});
export type Release = z.infer<typeof Release>;

/** `publicering.json`: the release, and corrections of inventories, which have no definition to stand in. */
export const Publicering = Release.extend({
  rattelser: z
    .array(Rattelse.extend({ inventering: z.string().regex(/^\d{4}$/, 'en kommunkod'), ar: z.int() }))
    .default([]),
});
export type Publicering = z.infer<typeof Publicering>;

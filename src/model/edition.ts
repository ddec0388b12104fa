import { z } from 'zod';
import { Brott } from './indicator.ts';

const IsoDate = z.iso.date();

/** What a percentage of län or riket counts: kommuner, or kommuner with stadsdelar in place of their city. */
export const Enhet = z.enum(['kommuner', 'kommuner-och-stadsdelar']);
export type Enhet = z.infer<typeof Enhet>;

export const Rattelse = z.strictObject({
  datum: IsoDate,
  version: z.string(),
  text: z.string().min(10),
});
export type Rattelse = z.infer<typeof Rattelse>;

/** A correction of registers and background measures: which, and what was wrong. */
const Registerrattelse = Rattelse.extend({ indikatorer: z.array(z.string()).min(1) });

/** One year's survey of an area. */
export const Edition = z.strictObject({
  ar: z.int().min(1990).max(2100),
  /** True when the answers are made up to show how the site works. */
  exempel: z.boolean(),
  /** Ids of questions whose answers are real although the rest of the edition is made up. */
  verkliga: z.array(z.string()).default([]),
  /** `2016.1`: year and revision. */
  version: z.string().regex(/^\d{4}\.\d+$/),
  publicerad: IsoDate,
  /** When the survey was open, in words: "våren 2016". */
  insamling: z.string().min(3),
  /** The day that decides which stadsdelar exist. */
  referensdatum: IsoDate,
  enhet: Enhet,
  /** Kommunkoder of the cities whose stadsdelar answer in their place. */
  stadsdelsstader: z.array(z.string().regex(/^\d{4}$/)).default([]),
  noter: z.array(z.string()).default([]),
  rattelser: z.array(Rattelse).default([]),
});
export type Edition = z.infer<typeof Edition>;

/** An earlier publication that is not in our data, and why it stands apart. */
const TidigareAr = z.strictObject({
  ar: z.int(),
  text: z.string().min(10),
  kalla: z.string().min(3),
});

/** `omrade.json`: an area of social services that is compared. */
export const OmradeDefinition = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  titel: z.string().min(3),
  kortnamn: z.string().min(3),
  /** The end of "frågor om …": `arbetet mot hemlöshet`. */
  om: z.string().min(3),
  ingress: z.string().min(20),
  utgivare: z.string().min(2),
  kontakt: z.string().min(3),
  /** Article numbers of the earlier ÖJ publications, method, collection: paragraphs of our own words. */
  insamling: z.array(z.string()).min(1),
  brott: z.array(Brott).default([]),
  tidigare: z.array(TidigareAr).default([]),
  /** Corrections of the area's registers; those of a survey stand in its edition. */
  rattelser: z.array(Registerrattelse).default([]),
  utgavor: z.array(Edition),
});
export type OmradeDefinition = z.infer<typeof OmradeDefinition>;

/** An area in the catalogue; editions newest first. */
export type Omrade = OmradeDefinition & { readonly fil: string };

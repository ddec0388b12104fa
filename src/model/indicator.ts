import { z } from 'zod';
import { LinkAddress } from './address.ts';
import { SVARSTYPER } from './answer.ts';
import { Personskydd, UtanPersonskydd } from './personskydd.ts';

export const KVALITETSOMRADEN = [
  'Helhetssyn och samordning',
  'Kunskapsbaserad verksamhet',
  'Självbestämmande och integritet',
  'Tillgänglighet',
  'Trygghet och säkerhet',
] as const;

/** Themes of likeness between kommuner (`statistics/peers`). */
const LIKHETSTEMAN = ['bostad', 'ekonomi'] as const;
export type Likhetstema = (typeof LIKHETSTEMAN)[number];

/** A year from which results cannot be compared with earlier ones, and why. */
export const Brott = z.strictObject({
  /** First year of the new series. */
  franAr: z.int().min(1990).max(2100),
  /** Shown to readers beside the cut. */
  orsak: z.string().min(1),
});
export type Brott = z.infer<typeof Brott>;

/**
 * How much more the parts of the country may have together, as a share of it, where a person can be counted in several
 * of them. In the official series of recipients of ekonomiskt bistånd 2012–2022 (Kolada N31848) the kommuner reach at
 * most 3,2 % over riket.
 */
export const MOST_OVERLAP = 0.05;

/** How strong the evidence is, in the words of the source; `ej-angiven` where it does not grade it. */
export const STYRKOR = ['stark', 'mattlig', 'begransad', 'ej-angiven'] as const;

/** A short note on what is known to work, with its source. */
const Kunskap = z.strictObject({
  text: z.string().min(20),
  styrka: z.enum(STYRKOR),
  /** As it is called in the register of sources, or in words. */
  kalla: z.string().min(3),
});

/**
 * One indicator as a publisher writes it in `indikatorer.json`. The keys are Swedish because they are
 * data: the same word stands in the file, in the API and in the code.
 */
export const IndicatorDefinition = z.strictObject({
  /** Kolada's id where one exists, else `OJ-…`. */
  id: z.string().regex(/^[A-Z]+[A-Z0-9-]*\d+$/),
  /** Kolada's id, or null. Differs from `id` only where Kolada holds the question twice. */
  kolada: z.string().nullable().default(null),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Full title, sentence case, no full stop. */
  titel: z.string().min(5).max(140),
  /** For tables and chart labels. */
  kortnamn: z.string().min(3).max(60),
  /** Where the figure comes from. `bakgrund`: context, never a result of the kommun's work. */
  typ: z.enum(['enkat', 'register', 'bakgrund']),
  svarstyp: z.enum(SVARSTYPER),
  /** Words of a `kategori`, in order. */
  kategorier: z.array(z.string().min(1)).default([]),
  /** What an answer is called on the page when its word is not enough: `{"delvis": "Ja, med vissa"}`. */
  svarstexter: z.record(z.string(), z.string()).default({}),
  /** The question, in our own words. Null for registers. */
  fraga: z.string().nullable().default(null),
  definition: z.string().min(20),
  /** Why the indicator matters, for whom. */
  varfor: z.string().min(20),
  /** How to read a value. */
  tolkning: z.string().min(20),
  /**
   * The end of the sentence "17 procent av kommunerna …": `har en aktuell övergripande plan mot hemlöshet`.
   * For numbers: what the figure is a share or count of.
   */
  pastaende: z.string().min(5),
  /** The same, denied: `har inte någon aktuell övergripande plan mot hemlöshet`. Null for numbers. */
  nekat: z.string().nullable().default(null),
  kvalitetsomrade: z.enum(KVALITETSOMRADEN).nullable(),
  /** `egen`: the official quality area is unknown, this is our reading. */
  kvalitetsomradeKalla: z.enum(['officiell', 'egen']).default('egen'),
  /** `neutral` where a high value is neither good nor bad in itself. */
  polaritet: z.enum(['hogt-onskvart', 'lagt-onskvart', 'neutral']),
  /** `procent`, `kronor`, `avhysningar` … */
  enhet: z.string().min(1),
  /** Decimals shown; files carry every decimal that the source gave. */
  decimaler: z.int().min(0).max(3).default(0),
  /** The years in which the question was asked or the figure exists; empty when the year is not known. */
  ar: z.array(z.int().min(1990).max(2100)),
  brott: z.array(Brott).default([]),
  /** Remarks on comparability that are not a cut. */
  jamforbarhet: z.string().nullable().default(null),
  /**
   * Why the same person or household can be counted in several places in a year, as readers see it: the parts of the
   * country then have more together than the country. Null when places add up.
   */
  dubbelrakning: z.string().min(20).nullable().default(null),
  /** Numerator and denominator in words. */
  taljare: z.string().min(1),
  namnare: z.string().nullable(),
  /** What the denominator is, where the reference data knows how many it is: only then are kommuner ranked. */
  bas: z.enum(['invanare']).nullable().default(null),
  kalla: z.string().min(1),
  /** Address of the source, when there is one. */
  kallaUrl: LinkAddress.nullable().default(null),
  /** What research says of this way of working, and how sure it is; null where the publisher has not said it. */
  kunskap: Kunskap.nullable().default(null),
  /**
   * What a question that several areas share is called, as readers see it: `Plan för kompetensutveckling`.
   * Indicators with the same name are put side by side (`statistics/shared`).
   */
  gemensamFraga: z.string().nullable().default(null),
  /** The theme in which this background measure makes kommuner alike; null when it does not take part. */
  likhetstema: z.enum(LIKHETSTEMAN).nullable().default(null),
  /** How counts are protected. `{}` is our own rule, and holds for every count that has no reason to be without. */
  personskydd: Personskydd.nullable().default(null),
  utanPersonskydd: UtanPersonskydd,
  /** For kronor, days and the like: the indicator that counts the people whose they are. Shown only where those are. */
  vilkas: z.string().nullable().default(null),
  /** Smallest and largest accepted number. */
  min: z.number().nullable().default(null),
  max: z.number().nullable().default(null),
});
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;

/** What readers of a figure must know before they compare it, besides its breaks. */
export const comparabilityNotes = (
  indicator: Pick<IndicatorDefinition, 'jamforbarhet' | 'dubbelrakning'>,
): readonly string[] => [indicator.jamforbarhet, indicator.dubbelrakning].filter((note) => note !== null);

/** An indicator that is defined in another area and shown in this one as well. */
export const SharedIndicator = z.strictObject({
  sammaSom: z.string(),
  /** Kolada's second id of the same question, so that an import finds it. */
  kolada: z.string().nullable().default(null),
  kvalitetsomrade: z.enum(KVALITETSOMRADEN).nullable().default(null),
});
export type SharedIndicator = z.infer<typeof SharedIndicator>;

/** An indicator in the catalogue: the definition, the area that owns it, and every area that shows it. */
export type Indicator = IndicatorDefinition & {
  /** Slug of the area whose files hold the values. */
  readonly omrade: string;
  /** Slugs of all areas that show it, the owner first. */
  readonly omraden: readonly string[];
  /** Path of the defining file below the data folder. */
  readonly fil: string;
};

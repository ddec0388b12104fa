import { z } from 'zod';
import type { Absence } from './absence.ts';
import { Rattelse } from './edition.ts';
import { must } from './must.ts';
import type { Kon, Origin } from './observation.ts';
import { Personskydd, UtanPersonskydd } from './personskydd.ts';

/** What is counted, in the words that kartläggningar share. One may have more of its own, under `matt`. */
export const MATT = [
  'personer',
  'vuxna',
  'barn',
  'hushall',
  'barnfamiljer',
  'utomhus',
  'harbarge',
  'aldre-65',
  'akuta-boenden',
  'langvarigt',
  'komplex-problematik',
  'barn-i-akuta-boenden',
  'strukturellt-hemlosa',
  'socialt-hemlosa',
  'kommuner-med-hemloshet',
  'i-de-34-storsta',
  'avhysningar',
  'avhysningar-annan-uppgift',
  'ansokningar',
  'avhysningar-med-barn',
  'barn-berorda',
  'barn-permanent-boende',
] as const;
export type SharedMatt = (typeof MATT)[number];

const Ord = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Socialstyrelsen's four hemlöshetssituationer, those whose situation is not stated, and all together. */
export const SITUATIONER = ['alla', '1', '2', '3', '4', 'ej-angiven'] as const;
export type Situation = (typeof SITUATIONER)[number];

/** Ways to divide those who were counted, beside situation and sex. Every kartläggning has classes of its own. */
export const INDELNINGAR = ['alder', 'hushallstyp', 'tid', 'orsak'] as const;
export type Indelning = (typeof INDELNINGAR)[number];

const Klasser = z.strictObject({
  klasser: z.array(z.string().min(1)).min(1),
  /** True when everybody is in one class, so that the classes add up; false when several may be answered. */
  enda: z.boolean(),
});

/** One count: a week, a day or a year when everybody within the definition was counted. */
export const Omgang = z.strictObject({
  ar: z.int().min(1990).max(2100),
  /** When people were counted, in words: "3–9 april"; null when the source does not say. */
  matperiod: z.string().min(2).nullable(),
  /** Rounds with the same word may be compared with each other, and with no others. */
  jamforbar: z.string().min(1),
  /** Who answered, in words; null when the source does not say. */
  svarande: z.string().min(5).nullable().default(null),
  /** Percent of those asked who answered; null when the source does not say. */
  svarsandel: z.number().min(0).max(100).nullable().default(null),
  /** How it was done, and what changed since the round before. */
  metod: z.array(z.string().min(10)).default([]),
  /** Inhabitants of the whole place on 31 December of the same year; null when not in our data. */
  folkmangd: z
    .strictObject({ antal: z.int().min(1), kalla: z.string().min(3) })
    .nullable()
    .default(null),
});
export type Omgang = z.infer<typeof Omgang>;

/** `kartlaggning.json`: who counts, what is included, and the rounds. */
export const KartlaggningDefinition = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  titel: z.string().min(3),
  /** What is counted: people in hemlöshet, or evictions. The two are never set side by side. */
  slag: z.enum(['hemloshet', 'avhysningar']).default('hemloshet'),
  /** `00` for the whole country, else the code of the län or of the kommun. */
  kod: z.string().regex(/^(\d{2}|\d{4})$/, '00, en länskod eller en kommunkod'),
  utgivare: z.string().min(2),
  ingress: z.string().min(20),
  /** What is drawn over the years: a shared word or one of its own. */
  huvudmatt: Ord,
  /** Measures of its own: the word in the file, and what it is called on the page. Never set beside another's. */
  matt: z.record(Ord, z.string().min(3)).default({}),
  raknas: z.array(z.string().min(5)).min(1),
  raknasInte: z.array(z.string().min(5)),
  /** What a reader must know before comparing with anything else. */
  jamforbarhet: z.string().min(20),
  kalla: z.string().min(3),
  indelningar: z.partialRecord(z.enum(INDELNINGAR), Klasser).default({}),
  /** How those counted are protected; null when all figures are already published by somebody else. */
  personskydd: Personskydd.nullable().default(null),
  utanPersonskydd: UtanPersonskydd,
  /** True for the made-up kommun `0000`: said wherever it shows. */
  exempel: z.boolean().default(false),
  omgangar: z.array(Omgang).min(1),
  /** Corrections: of a round, or of all of them. */
  rattelser: z.array(Rattelse.extend({ ar: z.int().nullable().default(null) })).default([]),
});
export type KartlaggningDefinition = z.infer<typeof KartlaggningDefinition>;

/** A count, or the reason that there is none. As it was published: never computed by us. */
export type Kartlaggningsvarde = {
  readonly ar: number;
  /** Code of riket, a län, a kommun or a stadsdel: the kartläggning's own place or a part of it. */
  readonly plats: string;
  /** A shared word, or one of the kartläggning's own. */
  readonly matt: string;
  readonly situation: Situation;
  readonly kon: Kon;
  /** The class in each division; null for all together. */
  readonly klass: Readonly<Record<Indelning, string | null>>;
  readonly enhet: 'antal' | 'procent';
  readonly varde: number | null;
  readonly saknas: Absence | null;
  /** Rounded by the source, or said in words. */
  readonly ungefar: boolean;
  /** The comparable segment whose method it was recomputed with; null when it is as first published. */
  readonly omraknad: string | null;
  readonly kalla: string;
  readonly not: string | null;
  readonly ursprung: Origin;
};

/** A series of counts with its values, sorted as in the file. */
export type Kartlaggning = KartlaggningDefinition & {
  readonly varden: readonly Kartlaggningsvarde[];
  readonly fil: string;
};

/** What stands for all classes of a division together, where a class has a word: what `klass` says with null. */
export const ALL_TOGETHER = '';

/** The series that a count belongs to: the segment it was recomputed with, or that of its round. */
export const comparableSeries = (
  { omgangar }: Pick<KartlaggningDefinition, 'omgangar'>,
  { omraknad, ar }: Pick<Kartlaggningsvarde, 'omraknad' | 'ar'>,
): string => omraknad ?? must(omgangar.find((o) => o.ar === ar)?.jamforbar, `round of ${ar}`);

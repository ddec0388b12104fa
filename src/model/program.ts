import { z } from 'zod';
import type { Origin } from './observation.ts';
import { Personskydd, UtanPersonskydd } from './personskydd.ts';

/** `program.json`: what the programme is, whose, and how it counts people. */
export const ProgramDefinition = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  titel: z.string().min(5),
  /** The kommun; `0000` for a made-up one. */
  kod: z.string().regex(/^\d{4}$/, 'en kommunkod'),
  franAr: z.int().min(2000).max(2100),
  tillAr: z.int().min(2000).max(2100),
  utgivare: z.string().min(2),
  /** Reference number of the document; null when it has none. */
  diarienummer: z.string().min(3).nullable(),
  ingress: z.string().min(20),
  /** True for a made-up programme: said wherever it shows. */
  exempel: z.boolean().default(false),
  /** Who counts as being in hemlöshet. */
  raknas: z.array(z.string().min(5)).min(1),
  raknasInte: z.array(z.string().min(5)),
  /** How that differs from Socialstyrelsen's definition. */
  skillnad: z.string().min(20),
  kalla: z.string().min(5),
  /** How those counted are protected; null when all figures are already published by somebody else. */
  personskydd: Personskydd.nullable().default(null),
  utanPersonskydd: UtanPersonskydd,
});
export type ProgramDefinition = z.infer<typeof ProgramDefinition>;

/** A goal. The overall goal is the one that the others are parts of. */
export type Mal = { readonly id: string; readonly titel: string; readonly overgripande: boolean };

export const RIKTNINGAR = ['minska', 'oka'] as const;
export type Riktning = (typeof RIKTNINGAR)[number];

/** What a goal is followed by: its value in the base year, and the way it should go. */
export type Programindikator = {
  readonly id: string;
  readonly mal: string;
  readonly titel: string;
  readonly enhet: string;
  readonly riktning: Riktning;
  readonly basar: number;
  /** Null only when it is protected. */
  readonly varde: number | null;
  readonly kvinnor: number | null;
  readonly man: number | null;
  /** Which of the three there is a number for that must not be shown. */
  readonly skyddade: readonly ('varde' | 'kvinnor' | 'man')[];
  /** Where in the source: `Tabell 12b`; null when it does not say. */
  readonly tabell: string | null;
  readonly kalla: string;
  readonly ursprung: Origin;
};

export const JAMFORBARHETER = ['ja', 'nej', 'oklart'] as const;
export type Jamforbarhet = (typeof JAMFORBARHETER)[number];

/** A later outcome, and whether it may be compared with the base year. */
export type Utfall = {
  readonly indikator: string;
  readonly ar: number;
  /** Null when it is protected. */
  readonly varde: number | null;
  readonly jamforbar: Jamforbarhet;
  /** Why, or why not. */
  readonly skal: string;
  readonly kalla: string;
  readonly ursprung: Origin;
};

export type Strategi = { readonly id: string; readonly titel: string };

/** Something that shall be done, by whom. */
export type Atgard = {
  readonly strategi: string;
  readonly arbetssatt: string;
  readonly atgard: string;
  readonly ansvariga: readonly string[];
};

/** A kommun's programme against hemlöshet, in the order of its files. */
export type Program = ProgramDefinition & {
  readonly mal: readonly Mal[];
  readonly indikatorer: readonly Programindikator[];
  readonly utfall: readonly Utfall[];
  readonly strategier: readonly Strategi[];
  readonly atgarder: readonly Atgard[];
  readonly fil: string;
};

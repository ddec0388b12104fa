import { z } from 'zod';
import type { Bidrag } from './bidrag.ts';
import { Rattelse } from './edition.ts';
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
  /** Whom the programme is not about at all, whether they count or not. */
  omfattasInte: z.array(z.string().min(5)).default([]),
  /** How that differs from Socialstyrelsen's definition. */
  skillnad: z.string().min(20),
  kalla: z.string().min(5),
  /** How those counted are protected: hidden, since nothing of a programme is written as rounded. null when all figures are already published by somebody else. */
  personskydd: Personskydd.extend({ metod: z.literal('dolj').default('dolj') })
    .nullable()
    .default(null),
  utanPersonskydd: UtanPersonskydd,
  rattelser: z.array(Rattelse).default([]),
});
export type ProgramDefinition = z.infer<typeof ProgramDefinition>;

/** A goal. An overall goal is one that others are parts of; a sub-goal names the goal that it is part of. */
export type Mal = {
  readonly id: string;
  readonly titel: string;
  readonly overgripande: boolean;
  readonly delAv: string | null;
};

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
  /** What to know about the figure; null when there is nothing. */
  readonly not: string | null;
  /** Id of the indicator of an area whose later values are outcomes of it; null when there is none. */
  readonly foljsAv: string | null;
  /**
   * For kronor, days and other magnitudes: the series that counts the people whose they are. Another indicator of the
   * programme, one of an area, or a figure of the inventory (`inventering/hotell`).
   */
  readonly vilkas: string | null;
  /** Who stands behind the magnitude of the base year; never in what is published. */
  readonly bidrag?: Bidrag;
  readonly ursprung: Origin;
};

/** Units of what is no number of people, but can be somebody's. */
const MAGNITUDES = /(^|\s)(kronor|kr|tkr|mkr|mnkr|dygn|dagar|nätter|veckor|månader|år|timmar)(\s|$)/i;

/** Whether a unit is kronor or days, whose people should be named (`vilkas`). */
export const isMagnitude = ({ enhet }: Pick<Programindikator, 'enhet'>): boolean => MAGNITUDES.test(enhet);

/** Whether a unit is a share of something. */
export const isPercentage = ({ enhet }: Pick<Programindikator, 'enhet'>): boolean => /procent|%/i.test(enhet);

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
  /** Who stands behind a magnitude; never in what is published. */
  readonly bidrag?: Bidrag;
  readonly ursprung: Origin;
};

export type Strategi = { readonly id: string; readonly titel: string };

/** A way of working within a strategy, also one without any measure of its own. */
export type Arbetssatt = {
  readonly id: string;
  readonly strategi: string;
  readonly titel: string;
  /** What it is, in a few sentences; null when nothing is said. */
  readonly text: string | null;
};

export const STATUSAR = ['planerad', 'pagar', 'lopande', 'forsenad', 'pausad', 'klar', 'avbruten'] as const;
export type Atgardsstatus = (typeof STATUSAR)[number];

/** Something that shall be done: who leads it and who takes part, when, and for how much. */
export type Atgard = {
  readonly id: string;
  readonly strategi: string;
  readonly arbetssatt: string;
  readonly atgard: string;
  /** Never empty. */
  readonly leder: readonly string[];
  readonly medverkar: readonly string[];
  /** Years; null when the programme does not say. */
  readonly start: number | null;
  readonly slut: number | null;
  /** Kronor for the whole measure; null when the programme does not say. */
  readonly budget: number | null;
};

/** What was known of a measure on a day. Together they are its history; a measure without any has no known status. */
export type Atgardslage = {
  readonly atgard: string;
  readonly datum: string;
  readonly status: Atgardsstatus;
  /** What has come of it; null when the source says only the status. */
  readonly text: string | null;
  readonly kalla: string;
  readonly ursprung: Origin;
};

/** A heading and what stands under it. */
export type Programtext = { readonly rubrik: string; readonly text: string };

/** Who handles the case of whom, and by which rule. */
export type Arendeansvar = { readonly vem: string; readonly hanterasAv: string; readonly regel: string };

/** A fact about a way of working: `Längsta boendetid`, `Fem år`. */
export type Programfaktum = { readonly arbetssatt: string; readonly namn: string; readonly varde: string };

/** A document that governs the programme; the address is null when it has none that is known. */
export type Styrdokument = { readonly titel: string; readonly lank: string | null };

/** When something is followed up, and by whom. */
export type Programuppfoljning = { readonly nar: string; readonly vad: string; readonly vem: string };

/** A kommun's programme against hemlöshet, in the order of its files. */
export type Program = ProgramDefinition & {
  readonly mal: readonly Mal[];
  readonly indikatorer: readonly Programindikator[];
  readonly utfall: readonly Utfall[];
  readonly strategier: readonly Strategi[];
  readonly arbetssatt: readonly Arbetssatt[];
  readonly atgarder: readonly Atgard[];
  readonly lagen: readonly Atgardslage[];
  readonly utgangspunkter: readonly Programtext[];
  readonly principer: readonly { readonly grupp: string; readonly princip: string }[];
  readonly ansvar: readonly Arendeansvar[];
  readonly fakta: readonly Programfaktum[];
  readonly dokument: readonly Styrdokument[];
  readonly kunskapsbehov: readonly Programtext[];
  readonly uppfoljning: readonly Programuppfoljning[];
  readonly fil: string;
};

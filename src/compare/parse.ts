import * as z from 'zod/mini';
import { ABSENCES } from '../model/absence.ts';
import { SVARSTYPER } from '../model/answer.ts';
import type { Release } from '../model/release.ts';
import {
  ABSENT,
  type CompareAnswers,
  type CompareData,
  type CompareIndicator,
  type CompareKommun,
  type CompareYear,
} from './data.ts';

const count = z.int().check(z.nonnegative());
const text = z.string();
const year = z.nullable(z.int());
const pair = z.tuple([z.int(), z.int()]);

const answers: z.ZodMiniType<CompareAnswers> = z.object({ antal: z.array(count), tillfragade: count });

const kommun: z.ZodMiniType<CompareKommun> = z.object({
  kod: text,
  namn: text,
  slug: text,
  lan: text,
  grupp: text,
  folkmangd: count,
  ruta: pair,
});

const REASONS: ReadonlySet<string> = new Set(ABSENCES.map((reason) => ABSENT + reason));

/** A number, an answer's word, or one of the typed reasons for its absence. */
const value = z
  .union([z.number(), text])
  .check(z.refine((v) => typeof v === 'number' || !v.startsWith(ABSENT) || REASONS.has(v)));

const compareYear: z.ZodMiniType<CompareYear> = z.object({
  ar: year,
  exempel: z.boolean(),
  varden: z.array(value),
  anmarkningar: z.record(text, text),
  riket: z.nullable(z.number()),
  riketSvar: z.nullable(answers),
  stadsdelar: z.record(text, answers),
});

const indicator: z.ZodMiniType<CompareIndicator> = z.object({
  id: text,
  slug: text,
  kortnamn: text,
  omrade: text,
  typ: z.enum(['svar', 'tal']),
  svarstyp: z.enum(SVARSTYPER),
  enhet: text,
  decimaler: count,
  svar: z.array(z.object({ ord: text, text, lage: z.enum(['gor', 'delvis', 'inte-an', 'saknas']) })),
  kalla: text,
  brott: z.array(z.object({ franAr: z.int(), orsak: text })),
  utgavor: z.tuple([compareYear], compareYear),
});

const release: z.ZodMiniType<Release> = z.object({
  webbplats: text,
  titel: text,
  version: text,
  datum: text,
  organisation: z.object({
    namn: text,
    orgnr: z.nullable(text),
    uri: text,
    typ: z.enum([
      'NationalAuthority',
      'RegionalAuthority',
      'LocalAuthority',
      'NonProfitOrganisation',
      'Company',
    ]),
    epost: text,
    webb: text,
  }),
  licens: z.object({ namn: text, url: text }),
});

const compareData: z.ZodMiniType<CompareData> = z.object({
  release,
  kommuner: z.array(kommun),
  vatten: z.array(pair),
  lan: z.array(z.object({ kod: text, namn: text, slug: text })),
  grupper: z.array(z.object({ kod: text, namn: text })),
  omraden: z.array(z.object({ slug: text, titel: text })),
  indikatorer: z.array(indicator),
  liknande: z.record(text, z.array(text)),
  grannar: z.record(text, z.array(text)),
});

/** What `api/v1/jamfor.json` holds, checked. @throws ZodError when it is not what this version of the site wrote */
export const parseCompareData = (json: unknown): CompareData => compareData.parse(json);

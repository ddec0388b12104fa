import { z } from 'zod';
import { ALDRAR } from './inventering.ts';
import { Kon } from './observation.ts';

/** What a figure counts. Which of them are people, or their homes (`isHolding`), decides what is protected. */
export const ENHETER = [
  'personer',
  'hushåll',
  'kontrakt',
  'ärenden',
  'platser',
  'dygn',
  'kronor',
  'text',
] as const;
type InventeringEnhet = (typeof ENHETER)[number];

/** What is counted one by one and is somebody, or somebody's home: a household is one holding. */
const HOLDINGS: ReadonlySet<InventeringEnhet> = new Set(['personer', 'hushåll', 'kontrakt', 'ärenden']);
/** Whether a unit counts people or their homes. */
export const isHolding = ({ enhet }: { readonly enhet: InventeringEnhet }): boolean => HOLDINGS.has(enhet);

const Kod = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** A code that stands elsewhere in the form. */
const Ref = z.string().min(1);
const Mening = z.string().min(5);

const Del = z.strictObject({ kod: Kod, namn: z.string().min(3) });

/** One thing that is asked for. */
export const Uppgift = z.strictObject({
  kod: Kod,
  /** The part of the form that it stands in. */
  del: Ref,
  namn: z.string().min(3),
  enhet: z.enum(ENHETER),
  /** What to count, and what not to. */
  anvisning: z.string(),
  /** The `uppgift` that this is a part of: it cannot be more. */
  ingarI: Ref.nullable().default(null),
  /** For days and money: the `uppgift` that counts the people whose they are. It is shown only where they are. */
  vilkas: Ref.nullable().default(null),
  /** The template has rows by age, and not only by sex. */
  efterAlder: z.boolean().default(false),
  /** What Boverket's housing-market survey asks about the same thing: words that its column is found by. */
  bme: z.string().min(3).nullable().default(null),
});
export type Uppgift = z.infer<typeof Uppgift>;

const vem = { uppgift: Ref, kon: Kon.default('T'), alder: z.enum(ALDRAR).default('alla') };

/** A sentence that answers a question, with places in it for what the figures say. It is left out when they say nothing. */
const Svar = z.discriminatedUnion('slag', [
  /** `{svar}`: the figure, its unit (or `ord`, or none) and how it differs from the year before. */
  z.strictObject({ slag: z.literal('antal'), ...vem, ord: z.string().optional(), mening: Mening }),
  /** `{svar}`: the figure as a percentage of the figure `av`, all sexes and ages of it. */
  z.strictObject({ slag: z.literal('andel'), ...vem, av: Ref, mening: Mening }),
  /** `{svar}`: the figure divided by the figure `per`. */
  z.strictObject({ slag: z.literal('kvot'), uppgift: Ref, per: Ref, mening: Mening }),
  /** `{svar}`: days as places that are taken all year round; `{tal}`: the days. */
  z.strictObject({ slag: z.literal('helarsplatser'), uppgift: Ref, mening: Mening }),
  /** `{svar}`: days as a percentage of what the places `platser` could have taken in a year. */
  z.strictObject({ slag: z.literal('belaggning'), uppgift: Ref, platser: Ref, mening: Mening }),
  /** `{storst}` and `{tal}`: the largest of the figures; `{nast}` and `{nasttal}`: the next. `lika` when they tie. */
  z.strictObject({
    slag: z.literal('storst'),
    bland: z.array(z.strictObject({ uppgift: Ref, namn: z.string() })).min(2),
    mening: Mening,
    lika: Mening,
  }),
  /** `{svar}`: the figure, where it differs from the figure `mot` (`{mot}`). */
  z.strictObject({ slag: z.literal('skillnad'), uppgift: Ref, mot: Ref, mening: Mening }),
]);
export type Svar = z.infer<typeof Svar>;

/** What can answer a question when the inventory does not: the next one, or something larger. */
const Nasta = z.strictObject({ kod: Kod, namn: z.string().min(3), text: z.string().min(5) });

/** A question that the compiled inventory answers, and from what. */
const Fraga = z.strictObject({
  id: Kod,
  fraga: z.string().min(5),
  /** What its figures are about. */
  rubrik: z.string().min(3),
  /** The figures and texts that answer it, in order. */
  uppgifter: z.array(Ref).min(1),
  /** Those that are drawn beside each other; none when there is nothing to compare. */
  staplar: z.array(z.strictObject({ ...vem, namn: z.string().optional() })).default([]),
  svar: z.array(Svar).default([]),
  /** What is always said, whatever the figures. */
  anmarkningar: z.array(z.string()).default([]),
  /** Which of `nasta` answers it when figures are missing. */
  annars: Ref,
});
export type Fraga = z.infer<typeof Fraga>;

/** The questionnaire of the yearly inventory, `referens/inventering.json`: everything that it asks and says is the publisher's. */
export const Formular = z.strictObject({
  $schema: z.string().optional(),
  titel: z.string().min(3),
  /** Whose guidance it follows. */
  kalla: z.string().min(3),
  /** How to fill in the template. */
  anvisningar: z.array(z.string()),
  /** In the order of the template and the report. */
  delar: z.array(Del).min(1),
  uppgifter: z.array(Uppgift).min(1),
  /** Cases that are divided although none is a part of another by definition: what has come in is averted or carried out. */
  uppdelningar: z.array(z.strictObject({ helhet: Ref, delar: z.array(Ref).min(1) })).default([]),
  /** Figures that are held against each other when a file is read; a difference is a warning with the advice `rad`. */
  kontroller: z
    .array(
      z.strictObject({ uppgift: Ref, mot: Ref, krav: z.enum(['lika', 'hogst']), rad: z.string().min(5) }),
    )
    .default([]),
  fragor: z.array(Fraga).min(1),
  /** In order, the smallest first. */
  nasta: z.array(Nasta).min(1),
});
export type Formular = z.infer<typeof Formular>;

/** A form that asks nothing: what stands in for one that cannot be read, until it is mended. */
export const NO_FORMULAR: Formular = {
  titel: '',
  kalla: '',
  anvisningar: [],
  delar: [],
  uppgifter: [],
  uppdelningar: [],
  kontroller: [],
  fragor: [],
  nasta: [],
};

/** The codes that a sentence takes its figures from. */
export function codesOf(svar: Svar): readonly string[] {
  switch (svar.slag) {
    case 'antal':
    case 'helarsplatser':
      return [svar.uppgift];
    case 'andel':
      return [svar.uppgift, svar.av];
    case 'kvot':
      return [svar.uppgift, svar.per];
    case 'belaggning':
      return [svar.uppgift, svar.platser];
    case 'skillnad':
      return [svar.uppgift, svar.mot];
    case 'storst':
      return svar.bland.map((b) => b.uppgift);
  }
}

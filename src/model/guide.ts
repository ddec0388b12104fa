import { z } from 'zod';

/** The two bookshelves of prose: how to read the results, and where to find support. Also their addresses. */
export const GUIDE_PARTS = ['anvandarguide', 'stod'] as const;
export type GuidePart = (typeof GUIDE_PARTS)[number];

/**
 * Figures that a text may quote as `{{minsta-bas}}`. They stand in the code that uses them; a text that copied them
 * would one day be wrong.
 */
export const TEXT_VALUES = [
  'minsta-bas',
  'rangordning-minst-enheter',
  'rangordning-minsta-bas',
  'antal-kommuner',
  'antal-lan',
  'antal-indikatorer',
  'liknande-antal',
  'version',
  'utgivare',
  'epost',
] as const;
export type TextValue = (typeof TEXT_VALUES)[number];

/** What stands between the two `---` lines of a text. */
export const GuideHead = z.strictObject({
  titel: z.string().min(3),
  /** For lists of contents. */
  kortnamn: z.string().min(3),
  /** One or two sentences: what the reader gets. */
  ingress: z.string().min(20),
});

/** A page of prose, `texter/<del>/<ordning>-<slug>.md`. */
export type GuidePage = z.infer<typeof GuideHead> & {
  readonly del: GuidePart;
  readonly slug: string;
  readonly ordning: number;
  /** Markdown: headings from `##`, paragraphs, lists, tables, links, emphasis. No HTML. */
  readonly markdown: string;
  readonly fil: string;
};

/** A word that readers may not know, `texter/ordlista.csv`. */
export type Term = {
  readonly term: string;
  readonly slug: string;
  readonly forklaring: string;
  /** Another term that belongs with it, or null. */
  readonly seAven: string | null;
};

/** Something that others have published, `texter/publikationer.csv`. */
export type Publikation = {
  readonly titel: string;
  readonly utgivare: string;
  /** The publisher's article number, or null when it has none or we do not know it. */
  readonly artikelnummer: string | null;
  /** ISO date or year as far as it is known: `2022-06-01`, `2011`; null when it is not. */
  readonly publicerad: string | null;
  readonly slag: string;
  /** What a reader finds there, our words. */
  readonly om: string;
  /** Address, or null when we have none that we have verified. */
  readonly url: string | null;
  /** Why there is no address; null where there is one, or nobody has said. */
  readonly utanLank: string | null;
};

/** A word that readers search for, and the words that the pages use, `texter/synonymer.csv`. */
export type Synonym = { readonly ord: string; readonly menar: string };

/** All prose and lists of `texter/`. Empty when the folder is absent. */
export type Texter = {
  /** By part, then in their order. */
  readonly sidor: readonly GuidePage[];
  /** A–Ö. */
  readonly ordlista: readonly Term[];
  /** Newest first. */
  readonly publikationer: readonly Publikation[];
  /** In the order of the file. */
  readonly synonymer: readonly Synonym[];
};

export const NO_TEXTS: Texter = { sidor: [], ordlista: [], publikationer: [], synonymer: [] };

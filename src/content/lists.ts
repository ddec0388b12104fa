import { indikatorPath, kommunPath } from '../markup/paths.ts';
import type { Amne } from '../model/amne.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Edition, Omrade, Rattelse } from '../model/edition.ts';
import type { Severity } from '../model/finding.ts';
import type { Term } from '../model/guide.ts';
import type { Handelse } from '../model/kalender.ts';
import type { Kommun } from '../model/kommun.ts';
import type { Rule } from '../model/rulebook.ts';
import { byInitial } from '../text/collate.ts';

/** Lists of all that the site has of a kind, as its pages show them. */

/** An edition with its area. */
type AreaEdition = { readonly omrade: Omrade; readonly edition: Edition };

/** Every edition, area by area. */
export const everyEdition = ({ catalogue: { omraden } }: CatalogueIndex): readonly AreaEdition[] =>
  omraden.flatMap((omrade) => omrade.utgavor.map((edition) => ({ omrade, edition })));

/** True when some kommun's answers are made up. */
export const hasExamples = (index: CatalogueIndex): boolean =>
  everyEdition(index).some(({ edition }) => edition.exempel);

/** True when some published value is made up. */
export const hasExampleValues = ({ catalogue: { observationer } }: CatalogueIndex): boolean =>
  observationer.some((o) => o.exempel);

/** What has been corrected in the editions, in their order. */
export const editionCorrections = (
  index: CatalogueIndex,
): readonly (AreaEdition & { readonly rattelse: Rattelse })[] =>
  everyEdition(index).flatMap((of) => of.edition.rattelser.map((rattelse) => ({ ...of, rattelse })));

/** Days to come, each with the area that it is about; null where it is about all of the site. */
export const calendarDays = (
  index: CatalogueIndex,
): readonly { readonly day: Handelse; readonly omrade: Omrade | null }[] =>
  index.catalogue.kalender.map((day) => ({
    day,
    omrade: (day.omrade === null ? undefined : index.omrade(day.omrade)) ?? null,
  }));

/** Subjects of a kind under its name; a kind without subjects is left out. */
export const subjectLists = (
  index: CatalogueIndex,
): readonly { readonly slag: Amne['slag']; readonly titel: string; readonly amnen: readonly Amne[] }[] =>
  (
    [
      { slag: 'fraga', titel: 'Frågor' },
      { slag: 'malgrupp', titel: 'Målgrupper' },
    ] as const
  )
    .map((list) => ({ ...list, amnen: subjectsOf(index, list.slag) }))
    .filter((list) => list.amnen.length > 0);

/** The subjects of a kind. */
export const subjectsOf = ({ catalogue: { amnen } }: CatalogueIndex, slag: Amne['slag']): readonly Amne[] =>
  amnen.filter((a) => a.slag === slag);

/** The kommuner of a kommungrupp. */
export const kommunerOfGroup = ({ catalogue }: CatalogueIndex, kod: string): readonly Kommun[] =>
  catalogue.referens.kommuner.filter((k) => k.kommungrupp === kod);

/** The words of the glossary, each with the place of the word that it leads on to. */
export function glossary({
  catalogue: { texter },
}: CatalogueIndex): readonly { readonly term: Term; readonly seAvenSlug: string | undefined }[] {
  const slugOf = new Map(texter.ordlista.map((t) => [t.term, t.slug]));
  return texter.ordlista.map((term) => ({
    term,
    seAvenSlug: term.seAven === null ? undefined : slugOf.get(term.seAven),
  }));
}

const ASCII: Readonly<Record<string, string>> = { Å: 'aa', Ä: 'ae', Ö: 'oe' };

/** A letter of a list, where it stands on its page, and the names under it. */
export type Initial = {
  readonly letter: string;
  readonly id: string;
  readonly things: readonly { readonly namn: string; readonly path: string }[];
};

/** Kommuner and indicators A–Ö. */
export function namesByLetter({ catalogue: { referens, indikatorer } }: CatalogueIndex): readonly {
  readonly id: string;
  readonly title: string;
  readonly letters: readonly Initial[];
}[] {
  const under = (id: string, title: string, things: Initial['things']) => ({
    id,
    title,
    letters: byInitial(things).map(([letter, own]) => ({
      letter,
      id: `${id}-${ASCII[letter] ?? letter.toLowerCase()}`,
      things: own,
    })),
  });
  return [
    under(
      'kommuner',
      'Kommuner A–Ö',
      referens.kommuner.map((k) => ({ namn: k.namn, path: kommunPath(k) })),
    ),
    under(
      'indikatorer',
      'Indikatorer A–Ö',
      indikatorer.map((i) => ({ namn: i.titel, path: indikatorPath(i) })),
    ),
  ];
}

/** The files of a publisher that can be checked by themselves: surveys, then registers. */
export const checkedFiles = (
  index: CatalogueIndex,
): readonly { readonly path: string; readonly label: string }[] => [
  ...everyEdition(index).map(({ omrade: o, edition: e }) => ({
    path: `omraden/${o.slug}/enkat/${e.ar}.csv`,
    label: `Enkät: ${o.kortnamn} ${e.ar}`,
  })),
  ...index.catalogue.indikatorer
    .filter((i) => i.typ !== 'enkat')
    .map((i) => ({
      path: `omraden/${i.omrade}/register/${i.id}.csv`,
      label: `Register: ${i.kortnamn} (${i.id})`,
    })),
];

/** The rules of a severity, by their codes. */
export const rulesOf = (
  rules: Readonly<Record<string, Rule>>,
  severity: Severity,
): readonly (readonly [code: string, rule: Rule])[] =>
  Object.entries(rules)
    .filter(([, rule]) => rule.severity === severity)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

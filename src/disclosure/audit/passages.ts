import { cellAt } from '../../model/pieces.ts';

/**
 * Something that a document says: a cell of a table, a point of a chart, or a sentence. A document is read by people: what
 * a number is of stands in words around it, and not in columns of ids.
 */
export type Passage = {
  /** Where in the document, in Swedish: `bild 5`, `sida 2`. */
  readonly place: string;
  /** What stands over it: titles, the header of its table. */
  readonly around: readonly string[];
  /** The rest of its row. */
  readonly row: readonly string[];
  readonly value: string;
};

/** A text as it is compared: small letters, one space between words, nothing that only divides lines. */
export const comparedText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase('sv');

/** The same with no spaces or hyphens, as a line that breaks in a name may have any. */
const dense = (text: string) => comparedText(text).replace(/[\s\u2010-\u2015-]/g, '');

/** What is looked for in a document: something that is counted, and the place; null where its name says the place. */
export type Subject = { readonly om: string; readonly plats: string | null };

/** True when a text has a name in it, however its lines break. */
export const hasName = (text: string, name: string): boolean => dense(text).includes(dense(name));

/** Of each list of subjects, their names as they are compared: they are looked for in hundreds of documents. */
const densely = new WeakMap<readonly Subject[], readonly Subject[]>();
function denseNames(subjects: readonly Subject[]): readonly Subject[] {
  const names =
    densely.get(subjects) ??
    subjects.map(({ om, plats }) => ({ om: dense(om), plats: plats === null ? null : dense(plats) }));
  densely.set(subjects, names);
  return names;
}

/** True when a text names one of some subjects, and its place. */
export function namesOne(text: string, subjects: readonly Subject[]): boolean {
  const within = dense(text);
  return denseNames(subjects).some(
    ({ om, plats }) => within.includes(om) && (plats === null || within.includes(plats)),
  );
}

/** A text as its sentences, which each stand for themselves. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.;!?])\s+/).filter((s) => s.trim() !== '');

/** Each cell of a table, with the rest of its row and the header over it. */
export function gridPassages(
  [header = [], ...rows]: readonly (readonly string[])[],
  { place, around }: Pick<Passage, 'place' | 'around'>,
): readonly Passage[] {
  return rows.flatMap((row) =>
    row.flatMap((value, i): readonly Passage[] =>
      value.trim() === ''
        ? []
        : [{ place, around, row: [cellAt(header, i), ...row.filter((_, k) => k !== i)], value }],
    ),
  );
}

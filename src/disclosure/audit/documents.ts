import type { HiddenWords, Vocabulary } from '../vocabulary.ts';
import type { Leak } from './index.ts';
import { comparedText, hasName, type Passage, type Subject } from './passages.ts';
import { passagesInPdf } from './pdf.ts';
import { passagesInPptx } from './pptx.ts';
import { type AuditedFile, formatOf, readWith } from './readers.ts';

type DocumentReader = (
  content: Uint8Array,
  subjects: readonly Subject[],
) => readonly Passage[] | Promise<readonly Passage[]>;

const DOCUMENTS: Readonly<Record<string, DocumentReader>> = { pdf: passagesInPdf, pptx: passagesInPptx };

/** True for a file whose text is read back. */
export const isDocument = (path: string): boolean => Object.hasOwn(DOCUMENTS, formatOf(path));

/** Everything of which something is hidden, each once and in one order. */
export function hiddenSubjects({ dolda }: Vocabulary): readonly Subject[] {
  const all = dolda.flatMap(({ om, plats }) =>
    om.map((name) => [`${name}\n${plats}`, { om: name, plats }] as const),
  );
  return [...new Map(all)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, subject]) => subject);
}

/**
 * What a document says; nothing where it names nothing of which something is hidden.
 * @throws as `readWith`
 */
export async function passagesIn(
  file: AuditedFile,
  subjects: readonly Subject[],
): Promise<readonly Passage[]> {
  const reader = DOCUMENTS[formatOf(file.path)];
  if (subjects.length === 0 || reader === undefined) return [];
  return readWith(file, (content) => reader(content, subjects));
}

/**
 * Hidden counts that a document says: a number that is the count, where what is counted, the place, the year, the sex and
 * the class are named in its row, or over it and nothing else in the row.
 */
export async function documentLeaks(
  vocabulary: Vocabulary,
  files: readonly AuditedFile[],
  passagesOf: (file: AuditedFile) => Promise<readonly Passage[]>,
): Promise<readonly Leak[]> {
  const byCount = Map.groupBy(vocabulary.dolda, (w) => w.varde);
  const leaks: Leak[] = [];
  for (const file of files)
    for (const passage of await passagesOf(file))
      for (const varde of numbersIn(passage.value))
        for (const hidden of byCount.get(varde) ?? [])
          if (says(passage, hidden, vocabulary.platser))
            leaks.push({ cell: hidden.cell, varde, path: `${file.path}, ${passage.place}` });
  return [...new Map(leaks.map((l) => [`${l.cell} ${l.path}`, l])).values()];
}

/** The whole numbers of a text; no part of a percentage, a decimal, a range or a longer number. */
function numbersIn(text: string): ReadonlySet<number> {
  const figures = text.matchAll(
    /(?<![\d.,–-])(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]0+)?(?![.,]?\d|\s?%|\sprocent|–\d)/g,
  );
  return new Set([...figures].map(([, n = '']) => Number(n.replaceAll(/\D/g, ''))));
}

const SEX = { K: /kvinn/, M: /\bmän|män\b/ } as const;
const years = (text: string) => text.match(/\b(?:19|20)\d\d\b/g) ?? [];
/** A name as a word of its own, in the genitive too. */
const word = (name: string) =>
  new RegExp(
    `(?<![\\p{L}\\d])${comparedText(name).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}s?(?![\\p{L}\\d])`,
    'u',
  );

function says(
  { around, row, value }: Passage,
  { om, plats, ar, kon, klass, varde }: HiddenWords,
  platser: readonly string[],
): boolean {
  const near = comparedText([...row, value].join(' | '));
  const over = comparedText(around.join(' | '));
  if (!om.some((name) => hasName(near, name) || hasName(over, name))) return false;
  if (!klass.every((k) => word(k).test(near) || word(k).test(over))) return false;
  // The number must be left when all names are taken out: that of a class or a year is no count.
  const bare = [...om, ...(plats === null ? [] : [plats]), ...klass].reduce(
    (text, name) => text.replaceAll(comparedText(name), '·'),
    comparedText(value),
  );
  if (!numbersIn(bare).has(varde)) return false;
  const said: readonly string[] = [years(near), years(over)].find((list) => list.length > 0) ?? [];
  if (ar !== null && said.length > 0 && !said.includes(ar)) return false;
  const sexes = (text: string) => (['K', 'M'] as const).filter((s) => SEX[s].test(text));
  const named = [sexes(near), sexes(over)].find((list) => list.length > 0) ?? [];
  if (kon === 'T' ? sexes(near).length > 0 : !named.includes(kon)) return false;
  if (plats === null || word(plats).test(near)) return true;
  return word(plats).test(over) && !platser.some((other) => word(other).test(near));
}

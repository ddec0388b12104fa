import type { CatalogueIndex } from '../model/catalogue.ts';
import { BETWEEN_SOURCES } from '../model/kalla.ts';
import { perIndex } from '../model/per-index.ts';
import { SOURCES_PATH } from './paths.ts';
import type { TableCell, TextPart } from './table.ts';

/** Ids by what a source is called beside a figure, marked or not. */
const idByName = perIndex(
  (index): ReadonlyMap<string, string> =>
    new Map(index.catalogue.kallor.flatMap((k) => [[k.namn, k.id] as const, [k.visas, k.id] as const])),
);

/** What a figure says of its source, each source that stands in the register as a link to its row there. */
export function sourceParts(index: CatalogueIndex, kalla: string): readonly TextPart[] {
  return kalla.split(BETWEEN_SOURCES).flatMap((text, i): TextPart[] => {
    const id = idByName(index).get(text);
    const part = id === undefined ? { text } : { text, href: `${SOURCES_PATH}#${id}` };
    return i === 0 ? [part] : [{ text: BETWEEN_SOURCES }, part];
  });
}

/** The cell of a table that says where a figure is from, and what is to be known of it. */
export function sourceCell(index: CatalogueIndex, kalla: string, note = ''): TableCell {
  const parts = sourceParts(index, kalla);
  if (note === '') return { text: kalla, parts };
  return { text: `${kalla}. ${note}`, parts: [...parts, { text: `. ${note}` }] };
}

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

/** Every name of a source, the longest first: one may stand in another. Null without a register. */
const anyName = perIndex((index): RegExp | null => {
  const names = [...idByName(index).keys()].toSorted((a, b) => b.length - a.length);
  return names.length === 0
    ? null
    : new RegExp(`(${names.map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'u');
});

/** A line that names sources, such as `Källa: Socialstyrelsen via Kolada.`: each that stands in the register is a link. */
export function linkedSources(index: CatalogueIndex, line: string): readonly TextPart[] {
  const name = anyName(index);
  if (name === null) return [{ text: line }];
  return line.split(name).flatMap((text): readonly TextPart[] => {
    const id = idByName(index).get(text);
    return text === '' ? [] : [id === undefined ? { text } : { text, href: `${SOURCES_PATH}#${id}` }];
  });
}

/** The cell of a table that says where a figure is from, and what is to be known of it. */
export function sourceCell(index: CatalogueIndex, kalla: string, note = ''): TableCell {
  const parts = sourceParts(index, kalla);
  if (note === '') return { text: kalla, parts };
  return { text: `${kalla}. ${note}`, parts: [...parts, { text: `. ${note}` }] };
}

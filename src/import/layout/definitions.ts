import { applyEdits, findNodeAtLocation, parseTree } from 'jsonc-parser';
import { z } from 'zod';
import type { Edition } from '../../model/edition.ts';
import { textOf } from '../folder.ts';

const Ids = z.array(z.object({ id: z.string().optional() }));

/** `indikatorer.json` with more years for some indicators; everything else stands as the publisher wrote it. */
export function withYears(json: Uint8Array, years: ReadonlyMap<string, ReadonlySet<number>>): string {
  const text = textOf(json);
  const tree = parseTree(text);
  if (!tree) return text;
  const edits = Ids.parse(JSON.parse(text)).flatMap(({ id }, at) => {
    const more = id === undefined ? undefined : years.get(id);
    const node = findNodeAtLocation(tree, [at, 'ar']);
    if (!more || !node) return [];
    const known = z.array(z.int()).parse(JSON.parse(text.slice(node.offset, node.offset + node.length)));
    const all = [...new Set([...known, ...more])].sort((a, b) => a - b);
    if (all.length === known.length) return [];
    return [{ offset: node.offset, length: node.length, content: `[${all.join(', ')}]` }];
  });
  return applyEdits(text, edits);
}

const Area = z.looseObject({ utgavor: z.array(z.looseObject({ ar: z.int() })) });

/** `omrade.json` with an edition put in place of the one of the same year, or added; newest first. */
export function withEditions(json: Uint8Array, editions: readonly Edition[]): string {
  const area = Area.parse(JSON.parse(textOf(json)));
  const years = new Set(editions.map((e) => e.ar));
  const utgavor = [...area.utgavor.filter((e) => !years.has(e.ar)), ...editions].sort((a, b) => b.ar - a.ar);
  return `${JSON.stringify({ ...area, utgavor }, null, 2)}\n`;
}

import { findNodeAtLocation, type JSONPath, type Node, parseTree } from 'jsonc-parser';
import type { JsonPath } from '../audit/json.ts';
import type { PlacedCount } from '../audit/shown.ts';

/** The protected values of a JSON file become null, all else stands as it was written. */
export function withoutInJson(content: Uint8Array, counts: readonly PlacedCount<JsonPath>[]): Uint8Array {
  const text = new TextDecoder().decode(content);
  const tree = parseTree(text);
  const at = (path: JSONPath) => (tree ? findNodeAtLocation(tree, path) : undefined);
  const changes = counts.flatMap(({ place }): readonly (readonly [Node | undefined, string])[] => [
    [at([...place]), 'null'],
    // An object that has a reason beside its value gets one; a list of values has none.
    [place.at(-1) === 'varde' ? at([...place.slice(0, -1), 'saknas']) : undefined, '"skyddad"'],
  ]);
  const parts = changes
    .flatMap(([node, to]) => (node ? [{ from: node.offset, to: node.offset + node.length, text: to }] : []))
    .toSorted((a, b) => b.from - a.from);
  const cleaned = parts.reduce(
    (whole, part) => `${whole.slice(0, part.from)}${part.text}${whole.slice(part.to)}`,
    text,
  );
  return new TextEncoder().encode(cleaned);
}

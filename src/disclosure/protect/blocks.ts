import type { LinkedTables } from '../table.ts';

/** Splits tables into those that have nothing to do with each other, in the order of their first cells. */
export function blocksOf({ cells, relations }: LinkedTables): readonly LinkedTables[] {
  const parent = new Map(cells.map((c) => [c.id, c.id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const next = parent.get(at) ?? root;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { terms } of relations)
    for (const { cell } of terms) parent.set(rootOf(cell), rootOf(terms[0]?.cell ?? cell));
  const relationsOf = Map.groupBy(relations, ({ terms }) => rootOf(terms[0]?.cell ?? ''));
  return [...Map.groupBy(cells, (c) => rootOf(c.id))].map(([root, inside]) => ({
    cells: inside,
    relations: relationsOf.get(root) ?? [],
  }));
}

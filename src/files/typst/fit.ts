/** Where something stands in a document: page from 1, points from the top of the page. */
type Place = { readonly page: number; readonly y: number };

/** What a laid out document says of its own pages. */
export type Measured = {
  readonly end: Place;
  readonly tables: readonly Place[];
  /** First cells of the tables' rows, headers too, in their order. */
  readonly rows: readonly Place[];
};

/** Read by `compiler.ts` after the layout; it is no part of what is printed. Comes last in every template. */
export const MEASURE = `
#context {
  let at(x) = { let p = x.location().position(); (page: p.page, y: p.y.pt()) }
  [#metadata((end: (page: here().page(), y: here().position().y.pt()), tables: query(table).map(at), rows: query(<rad>).map(at)))<matt>]
}
`;

/** A4 between its margins, in points: see `look.ts`. */
const TOP = 54;
const BODY = 734;
/** A last page with less than this on it is nearly empty. */
const LEAST = 0.14 * BODY;

const isBefore = (a: Place, b: Place) => a.page < b.page || (a.page === b.page && a.y <= b.y);

/** Tables of which a page has a single row: its header stands on every page and is no row. */
function strayRows({ tables, rows }: Measured): number {
  return tables.filter((table, n) => {
    const next = tables[n + 1];
    const own = rows.filter((row) => isBefore(table, row) && (next === undefined || !isBefore(next, row)));
    const perPage = [...Map.groupBy(own.slice(1), (row) => row.page).values()];
    return perPage.length > 1 && [perPage[0], perPage.at(-1)].some((on) => on?.length === 1);
  }).length;
}

/** How badly a document's pages break: nearly empty last pages, and rows torn from their table. */
export function badBreaks(measured: Measured): number {
  const { end } = measured;
  const empty = end.page > 1 && end.y - TOP < LEAST ? 1 : 0;
  return empty * 2 + strayRows(measured);
}

/**
 * How airy a document is set, in the order that is tried: as designed, then a little less or more. A step is 4 points
 * before a first heading and 2.5 before a second (`look.ts`), and costs half a layout: all but the places is remembered.
 */
export const AIR = [0, -1, 1, -2, 2] as const;

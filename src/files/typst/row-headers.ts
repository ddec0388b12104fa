// Typst 0.14 writes row headers only behind its feature `a11y-extras`, which its Node binding cannot be asked for. It writes
// its structure as plain objects and a plain cross-reference table, so that the cells are marked afterwards.

const OBJECT = /^(\d+) 0 obj$/;
const XREF = 'xref\n';

/** Where the objects lie, by number, from the cross-reference table at the end. */
function offsetsOf(pdf: string): { readonly at: number; readonly offsets: ReadonlyMap<number, number> } {
  const at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf)?.[1]);
  if (!pdf.startsWith(XREF, at)) throw new Error('a PDF without a plain cross-reference table');
  const rows = [...pdf.slice(at).matchAll(/^(\d{10}) \d{5} ([nf])/gm)];
  const used = rows.flatMap(([, offset, kind], n): [number, number][] =>
    kind === 'n' ? [[n, Number(offset)]] : [],
  );
  return { at, offsets: new Map(used) };
}

/** The first cell of each row that is no header already: `/S /TR` with its children in order. */
function firstCells(objects: ReadonlyMap<number, string>): ReadonlySet<number> {
  const cells = new Set<number>();
  for (const text of objects.values()) {
    if (!text.includes('/S /TR\n')) continue;
    const first = Number(/\/K \[(\d+) 0 R/.exec(text)?.[1]);
    if (objects.get(first)?.includes('/S /TD\n')) cells.add(first);
  }
  return cells;
}

/** The cell as a header of its row; what it is a cell of stays. */
const asHeader = (cell: string): string =>
  cell.replace('/S /TD\n', '/S /TH\n').replace('/O /Table\n', '/O /Table\n    /Scope /Row\n');

/**
 * The same PDF in which the first cell of every row is a header with scope Row (ISO 32000-1, 14.8.5.7), as a screen
 * reader needs to say whose number it is in. All our tables name their rows in the first column.
 * @param bytes as Typst wrote it
 * @throws when the PDF has another form than that
 */
export function withRowHeaders(bytes: Uint8Array): Uint8Array {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const { at, offsets } = offsetsOf(pdf);
  const ordered = [...offsets].toSorted(([, a], [, b]) => a - b);
  const objects = new Map(
    ordered.map(([number, start], i) => [number, pdf.slice(start, ordered[i + 1]?.[1] ?? at)]),
  );
  const cells = firstCells(objects);
  const moved = new Map<number, number>();
  const parts = [pdf.slice(0, ordered[0]?.[1] ?? at)];
  let length = parts[0]?.length ?? 0;
  for (const [number, text] of objects) {
    const written = cells.has(number) ? asHeader(text) : text;
    if (!OBJECT.test(written.slice(0, written.indexOf('\n'))))
      throw new Error(`object ${number} begins otherwise`);
    moved.set(number, length);
    parts.push(written);
    length += written.length;
  }
  let n = -1;
  const tail = pdf
    .slice(at)
    .replace(/^(\d{10})( \d{5} [nf])/gm, (_, offset: string, rest: string) => {
      n += 1;
      return `${String(moved.get(n) ?? Number(offset)).padStart(10, '0')}${rest}`;
    })
    .replace(/startxref\s+\d+/, `startxref\n${length}`);
  return Buffer.from([...parts, tail].join(''), 'latin1');
}

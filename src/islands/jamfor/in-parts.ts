/** So many cells are laid out at once: some twenty milliseconds. */
const CELLS = 800;

/** A row of a table that has not come into the page yet, and the body that it belongs to. */
type Later = { readonly body: Element; readonly row: Element };

/** What is left of the drawing that is going on; the next drawing takes its place. */
let later: readonly Later[] = [];

function append(rows: readonly Later[]): void {
  for (const { body, row } of rows) body.append(row);
}

/** The next rows, when what the reader does meanwhile has been answered. */
function goOn(rows: readonly Later[], count: number): void {
  later = rows;
  if (rows.length === 0) return;
  setTimeout(() => {
    // Another choice was made, or all was needed at once.
    if (later !== rows) return;
    append(rows.slice(0, count));
    goOn(rows.slice(count), count);
  });
}

/**
 * Puts markup in a part of the page. A browser lays a table out whole, so those rows of a large one that the first
 * screen does not hold come right after, some at a time: a choice is answered at once however many kommuner there are.
 */
export function showInParts(place: HTMLElement, html: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  const columns = template.content.querySelectorAll('table.jamfor > thead th').length;
  const count = Math.ceil(CELLS / Math.max(columns, 1));
  const rest = [...template.content.querySelectorAll('table.jamfor > tbody > tr')]
    .slice(count)
    .flatMap((row): readonly Later[] => {
      const body = row.parentElement;
      row.remove();
      return body ? [{ body, row }] : [];
    });
  place.replaceChildren(template.content);
  goOn(rest, count);
}

/** The rest at once, where the whole is needed: on paper. */
export function finishParts(): void {
  append(later);
  later = [];
}

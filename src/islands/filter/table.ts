/**
 * Tables of kommuner that can be narrowed: by län, group, answer, whatever columns say that they can. The choice stands
 * in the address beside what else is there. Without this the whole table just stands.
 */
import { must } from '../../model/must.ts';
import { askedIn } from '../../model/pieces.ts';
import { collator } from '../../text/collate.ts';
import { KOMMUN } from '../../text/numbers.ts';
import { type Choice, type FilterRow, rowMatches, setChoice, shownSentence } from './filter.ts';

/** A column with a choice: its name in the address, its words, and where it stands. */
type Column = { readonly name: string; readonly label: string; readonly at: number };

const cellText = (row: HTMLTableRowElement, at: number) =>
  must(row.cells[at], `cell ${at}`).textContent.trim();

function columnsOf(table: HTMLTableElement): readonly Column[] {
  return [...(table.tHead?.rows[0]?.cells ?? [])].flatMap((cell, at) => {
    const name = cell.dataset['filter'];
    return name === undefined ? [] : [{ name, label: must(cell.dataset['filterLabel'], name), at }];
  });
}

/** The list of a column: everything that stands in it, in Swedish order. */
function selectOf({ name, label }: Column, texts: readonly string[]): HTMLLabelElement {
  const field = document.createElement('label');
  const select = document.createElement('select');
  select.name = name;
  select.append(
    new Option('Alla', ''),
    ...[...new Set(texts)]
      .filter((t) => t !== '')
      .toSorted(collator.compare)
      .map((t) => new Option(t, t)),
  );
  field.append(label, select);
  return field;
}

function wireTable(table: HTMLTableElement): void {
  const columns = columnsOf(table);
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  if (columns.length === 0 || rows.length < 2) return;
  const filtered = rows.map((row): { readonly row: HTMLTableRowElement; readonly of: FilterRow } => ({
    row,
    of: { values: Object.fromEntries(columns.map((c) => [c.name, [cellText(row, c.at)]])), words: '' },
  }));
  const form = document.createElement('div');
  form.className = 'filter no-print';
  form.setAttribute('role', 'group');
  form.setAttribute('aria-label', 'Välj vilka kommuner som visas');
  const fields = columns.map((c) =>
    selectOf(
      c,
      rows.map((row) => cellText(row, c.at)),
    ),
  );
  const selects = fields.flatMap((f) => [...f.querySelectorAll('select')]);
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  status.className = 'meta';
  form.append(...fields);
  (table.closest('.scroll') ?? table).before(form, status);

  /** @param wrong what the address asked for that is not there, in words */
  const show = (choice: Choice, wrong: readonly string[] = []) => {
    let shown = 0;
    for (const { row, of } of filtered) {
      row.hidden = !rowMatches(of, choice);
      if (!row.hidden) shown += 1;
    }
    status.textContent = [...wrong, shownSentence(shown, rows.length, KOMMUN)].join(' ');
  };
  const chosen = (): Choice => Object.fromEntries(selects.map((s) => [s.name, s.value]));
  const fromAddress = () => {
    const query = new URLSearchParams(location.search);
    const wrong = selects.flatMap((select) => {
      const label = columns.find((c) => c.name === select.name)?.label ?? select.name;
      return setChoice(select, label, askedIn(query, select.name)) || [];
    });
    const details = table.closest('details');
    if (details && (wrong.length > 0 || selects.some((s) => s.value !== ''))) details.open = true;
    show(chosen(), wrong);
  };
  form.addEventListener('change', () => {
    const query = new URLSearchParams(location.search);
    for (const select of selects)
      if (select.value === '') query.delete(select.name);
      else query.set(select.name, select.value);
    history.pushState(null, '', `${location.pathname}${query.size === 0 ? '' : `?${query}`}${location.hash}`);
    show(chosen());
  });
  addEventListener('popstate', fromAddress);
  fromAddress();
}

for (const table of document.querySelectorAll<HTMLTableElement>('table:has(th[data-filter])'))
  wireTable(table);

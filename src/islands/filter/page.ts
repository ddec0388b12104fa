import { type Choice, type FilterRow, rowMatches, shownSentence } from './filter.ts';

// The list stands whole without this. With it, a form above chooses among the rows; the choice stays in the address.

const ATGARD = { one: 'åtgärd', many: 'åtgärder' };

const form = document.querySelector<HTMLElement>('[data-filter]');
const table = document.querySelector<HTMLTableElement>('#atgarder table');
const status = document.querySelector<HTMLElement>('[data-filter-status]');

function rowOf(row: HTMLTableRowElement): FilterRow {
  const { strategi = '', leder = '', medverkar = '' } = row.dataset;
  const values = { strategi: [strategi], leder: leder.split('|'), medverkar: medverkar.split('|') };
  return { values, words: row.textContent ?? '' };
}

if (form && table && status) {
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((row) => ({ row, of: rowOf(row) }));
  const fields = [...form.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input')];

  const show = (choice: Choice) => {
    let shown = 0;
    for (const { row, of } of rows) {
      row.hidden = !rowMatches(of, choice);
      if (!row.hidden) shown++;
    }
    status.textContent = shownSentence(shown, rows.length, ATGARD);
  };
  const chosen = (): Choice => Object.fromEntries(fields.map((f) => [f.name, f.value]));
  const fromAddress = () => {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = query.get(field.name) ?? '';
      // A value that is not among the choices leaves a list empty: everything is shown then.
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
    }
    show(chosen());
  };
  const toAddress = (replace: boolean) => {
    const query = new URLSearchParams(Object.entries(chosen()).filter(([, value]) => value !== ''));
    const address = query.size === 0 ? location.pathname : `?${query}`;
    if (replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    show(chosen());
  };
  form.hidden = false;
  // Every choice is a step back; letters of a word are not.
  form.addEventListener('change', (event) => toAddress(event.target instanceof HTMLInputElement));
  form.addEventListener('input', (event) => {
    if (event.target instanceof HTMLInputElement) toAddress(true);
  });
  addEventListener('popstate', fromAddress);
  fromAddress();
}

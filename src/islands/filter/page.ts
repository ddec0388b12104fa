import { askedIn } from '../../model/pieces.ts';
import { type Choice, type FilterRow, rowMatches, setChoice, shownSentence } from './filter.ts';

// The list stands whole without this. With it, a form above chooses among the rows; the choice stays in the address.

const ATGARD = { one: 'åtgärd', many: 'åtgärder' };

const form = document.querySelector<HTMLElement>('[data-filter]');
const table = document.querySelector<HTMLTableElement>('#atgarder table');
const status = document.querySelector<HTMLElement>('[data-filter-status]');

function rowOf(row: HTMLTableRowElement): FilterRow {
  const { strategi = '', leder = '', medverkar = '' } = row.dataset;
  const values = { strategi: [strategi], leder: leder.split('|'), medverkar: medverkar.split('|') };
  return { values, words: row.textContent };
}

if (form && table && status) {
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((row) => ({ row, of: rowOf(row) }));
  const fields = [...form.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input')];

  /** @param wrong what the address asked for that is not there, in words */
  const show = (choice: Choice, wrong: readonly string[] = []) => {
    let shown = 0;
    for (const { row, of } of rows) {
      row.hidden = !rowMatches(of, choice);
      if (!row.hidden) shown++;
    }
    status.textContent = [...wrong, shownSentence(shown, rows.length, ATGARD)].join(' ');
  };
  const chosen = (): Choice => Object.fromEntries(fields.map((f) => [f.name, f.value]));
  const fromAddress = () => {
    const query = new URLSearchParams(location.search);
    const wrong = fields.flatMap((field) => {
      const asked = askedIn(query, field.name);
      if (field instanceof HTMLSelectElement)
        return setChoice(field, field.labels[0]?.firstChild?.textContent?.trim() ?? field.name, asked) || [];
      field.value = asked;
      return [];
    });
    show(chosen(), wrong);
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

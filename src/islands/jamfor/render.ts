import type { CompareData } from '../../compare/data.ts';
import { mappedColumn } from '../../compare/map.ts';
import type { Matrix } from '../../compare/matrix.ts';
import { resultOf } from '../../compare/result.ts';
import type { Selection } from '../../compare/selection.ts';
import { cappedList } from '../../text/lists.ts';
import { wireMaps } from '../map/map.ts';
import { showInParts } from './in-parts.ts';
import type { Parts } from './parts.ts';

/** Sets a list to what is chosen; to its first choice, whose value is empty, where nothing is. */
export const choose = (select: HTMLSelectElement, chosen: string | number | null): void => {
  select.value = chosen === null ? '' : String(chosen);
};

/** The indicators that the map can show, with the one that it shows. */
function renderMapChoice(select: HTMLSelectElement, matrix: Matrix, karta: string | null): void {
  const shown = matrix.indikatorer[mappedColumn(matrix, karta)]?.id;
  select.replaceChildren(
    new Option('Vilka kommuner som är valda', '', true, shown === undefined),
    ...matrix.indikatorer.map((i) => new Option(i.kortnamn, i.id, false, i.id === shown)),
  );
}

function chip(kod: string, name: string): HTMLElement {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'no-print';
  button.dataset['remove'] = kod;
  button.setAttribute('aria-label', `Ta bort ${name}`);
  button.textContent = '×';
  item.append(name, button);
  return item;
}

/** What the group is set against; a group of the reader's own has no choice in the list, and gets one. */
function renderAgainst(
  select: HTMLSelectElement,
  mot: string | null,
  names: ReadonlyMap<string, string>,
): void {
  select.querySelector('[data-egen]')?.remove();
  if (mot !== null && /^\d/.test(mot)) {
    const own = new Option(
      `Egen: ${cappedList(
        mot.split(',').map((kod) => names.get(kod) ?? kod),
        3,
      )}`,
      mot,
    );
    own.dataset['egen'] = '';
    select.append(own);
  }
  choose(select, mot);
}

/** The controls, as the selection says. */
function renderChoice(parts: Parts, selection: Selection, names: ReadonlyMap<string, string>): void {
  parts.chips.replaceChildren(...selection.kommuner.map((kod) => chip(kod, names.get(kod) ?? kod)));
  parts.count.textContent = `(${selection.kommuner.length})`;
  for (const box of parts.boxes) box.checked = selection.indikatorer.includes(box.value);
  parts.indicatorCount.textContent =
    selection.indikatorer.length === 0
      ? `(alla ${parts.boxes.length} visas)`
      : `(${selection.indikatorer.length} valda)`;
  renderAgainst(parts.against, selection.mot, names);
  choose(parts.year, selection.ar);
  choose(parts.beside, selection.med);
  parts.besideField.hidden = selection.vy !== 'tabell';
  for (const button of parts.views)
    button.setAttribute('aria-pressed', String(button.dataset['vy'] === selection.vy));
}

/** Draws the page anew: everything that a reader sees of it follows from the selection. */
export function render(parts: Parts, data: CompareData, selection: Selection): void {
  const { matrix, shown, notes } = resultOf(data, selection);
  const any = matrix.rows.length > 0;
  renderChoice(parts, selection, new Map(data.kommuner.map((k) => [k.kod, k.namn])));
  renderMapChoice(parts.mapped, matrix, selection.karta);
  parts.list.hidden = !any;
  parts.tools.hidden = !any;
  parts.mappedField.hidden = !any || selection.vy !== 'karta';
  parts.legend.hidden = !any || selection.vy !== 'tabell';
  parts.notes.textContent = notes;
  if ('html' in shown) {
    showInParts(parts.result, shown.html);
    wireMaps(parts.result);
  } else {
    showInParts(parts.result, '');
    parts.result.textContent = shown.words;
  }
}

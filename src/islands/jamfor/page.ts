/** The page /jamfor/: reads the address, draws the comparison, and writes every choice back to the address. */
import type { CompareData } from '../../files/compare/model.ts';
import { collator } from '../../text/collate.ts';
import { combobox, matches, type Option as Offered } from '../combobox.ts';
import { FILE_TYPES } from '../download.ts';
import { KEY } from '../group/chosen.ts';
import { besideOf, matricesOf } from './beside.ts';
import { compareData } from './compare-data.ts';
import { dotsHtml } from './dots.ts';
import { groupDotsHtml } from './group-dots.ts';
import { mapHtml, mappedColumn } from './map.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { yearNotes } from './notes.ts';
import {
  addKommuner,
  MAX_KOMMUNER,
  NOTHING,
  parseSelection,
  type Selection,
  toSearch,
  VIEWS,
} from './selection.ts';
import { tableHtml } from './table.ts';
import { takeMatrix } from './take.ts';

/** An element of the page's own markup. @throws when the page and this script do not belong together */
function part<T extends Element>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** The kommuner of a choice in the list of groups; words when it cannot be made. */
function groupOf(data: CompareData, choice: string, selection: Selection): readonly string[] | string {
  const [kind, kod] = choice.split(':');
  if (kind === 'lan') return data.kommuner.filter((k) => k.lan === kod).map((k) => k.kod);
  if (kind === 'grupp') return data.kommuner.filter((k) => k.grupp === kod).map((k) => k.kod);
  const first = selection.kommuner[0];
  if (kind === '') return 'Välj först en grupp i listan.';
  if (first === undefined) return 'Välj först en kommun att utgå från.';
  return (kind === 'liknande' ? data.liknande : data.grannar)[first] ?? [];
}

/** So many chosen kommuner stand open; a longer list would push the comparison out of sight. */
const MAX_OPEN = 12;

/** The indicators that the map can show, with the one that it shows. */
function drawMapChoice(select: HTMLSelectElement, matrix: Matrix, karta: string | null): void {
  const shown = matrix.indikatorer[mappedColumn(matrix, karta)]?.id ?? '';
  select.replaceChildren(
    new Option('Vilka kommuner som är valda', '', true, shown === ''),
    ...matrix.indikatorer.map((i) => new Option(i.kortnamn, i.id, false, i.id === shown)),
  );
}

function start(root: HTMLElement, data: CompareData): void {
  const finder = part<HTMLFormElement>(root, 'form.finder');
  const input = part<HTMLInputElement>(finder, 'input');
  const message = part<HTMLElement>(root, '.jamfor-besked');
  const chips = part<HTMLElement>(root, '.chips');
  const list = part<HTMLDetailsElement>(root, '.valda');
  const result = part<HTMLElement>(root, '#jamfor-resultat');
  const tools = part<HTMLElement>(root, '.jamfor-verktyg');
  const legend = part<HTMLElement>(root, '[data-legend]');
  const indicators = part<HTMLElement>(root, '.jamfor-indikatorer');
  const group = part<HTMLSelectElement>(root, '#jamfor-grupp');
  const mapped = part<HTMLSelectElement>(root, '#jamfor-karta');
  const year = part<HTMLSelectElement>(root, '#jamfor-ar');
  const other = part<HTMLSelectElement>(root, '#jamfor-med');
  const boxes = [...indicators.querySelectorAll<HTMLInputElement>('input')];
  const names = new Map(data.kommuner.map((k) => [k.kod, k.namn]));
  const lan = new Map(data.lan.map((l) => [l.kod, l.namn]));
  const options: readonly (Offered & { kod: string })[] = data.kommuner.map((k) => ({
    text: k.namn,
    note: lan.get(k.lan) ?? '',
    kod: k.kod,
  }));
  let selection: Selection = NOTHING;

  /** The part of the address that is drawn. */
  let drawn: string | null = null;

  const draw = (words: string) => {
    const matrix = matrixOf(data, selection);
    const any = matrix.rows.length > 0;
    message.textContent = words;
    chips.replaceChildren(...selection.kommuner.map(chip));
    list.hidden = !any;
    part(list, '[data-valda]').textContent = `(${selection.kommuner.length})`;
    for (const box of boxes) box.checked = selection.indikatorer.includes(box.value);
    year.value = String(selection.ar ?? '');
    other.value = String(selection.med ?? '');
    part<HTMLElement>(root, '[data-med]').hidden = selection.vy !== 'tabell';
    part(root, '[data-antal]').textContent =
      selection.indikatorer.length === 0
        ? `(alla ${boxes.length} visas)`
        : `(${selection.indikatorer.length} valda)`;
    for (const button of root.querySelectorAll<HTMLElement>('[data-vy]'))
      button.setAttribute('aria-pressed', String(button.dataset['vy'] === selection.vy));
    drawMapChoice(mapped, matrix, selection.karta);
    part<HTMLElement>(root, '[data-karta]').hidden = !any || selection.vy !== 'karta';
    tools.hidden = !any;
    legend.hidden = !any || selection.vy !== 'tabell';
    const beside = selection.vy === 'tabell' ? besideOf(data, selection, matrix) : null;
    part(root, '[data-utan-ar]').textContent = any ? yearNotes(matrix, selection, beside) : '';
    const caption = `${selection.kommuner.length} kommuner sida vid sida${selection.ar === null ? '' : `, ${selection.ar}`}`;
    if (!any)
      result.textContent =
        'Inga kommuner är valda ännu. Skriv ett namn ovan, eller börja med en färdig jämförelse.';
    else if (matrix.indikatorer.length === 0)
      result.textContent = 'Välj ett annat år eller andra indikatorer.';
    else
      result.innerHTML = {
        tabell: () => tableHtml(matrix, data.omraden, caption, beside),
        punkter: () => groupDotsHtml(matrix, data.omraden) + dotsHtml(matrix, collator),
        karta: () => mapHtml(data, matrix, selection.karta),
      }[selection.vy]();
  };
  const change = (next: Selection, words: string) => {
    selection = next;
    history.pushState(null, '', `${location.pathname}${toSearch(next)}`);
    drawn = location.search;
    draw(words);
  };
  const add = (koder: readonly string[], said: string) => {
    const { selection: next, left } = addKommuner(selection, koder);
    list.open = next.kommuner.length <= MAX_OPEN;
    change(
      next,
      left > 0 ? `Du kan jämföra högst ${MAX_KOMMUNER} kommuner åt gången. ${left} fick inte plats.` : said,
    );
  };
  const remove = (kod: string) => {
    const at = selection.kommuner.indexOf(kod);
    change(
      { ...selection, kommuner: selection.kommuner.filter((k) => k !== kod) },
      `${names.get(kod) ?? kod} är borttagen.`,
    );
    // Focus stays where the reader was: the next in the list, or the field when the list is empty.
    const buttons = chips.querySelectorAll('button');
    (buttons[Math.min(at, buttons.length - 1)] ?? input).focus();
  };
  const chip = (kod: string) => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    const name = names.get(kod) ?? kod;
    button.type = 'button';
    button.className = 'no-print';
    button.setAttribute('aria-label', `Ta bort ${name}`);
    button.textContent = '×';
    button.addEventListener('click', () => remove(kod));
    item.append(name, button);
    return item;
  };
  const read = () => {
    // A link within the page is a step in the history too, and draws nothing.
    if (location.search === drawn) return;
    drawn = location.search;
    const parsed = parseSelection(location.search, data);
    selection = parsed.selection;
    list.open = selection.kommuner.length <= MAX_OPEN;
    draw(parsed.messages.join(' '));
  };

  combobox(
    { input, list: part(finder, 'ul'), status: part(finder, '[role=status]') },
    {
      find: (typed) => matches(options, typed),
      choose: ({ kod, text }) => {
        input.value = '';
        add([kod], `${text} är tillagd.`);
      },
      none: 'Ingen kommun heter så.',
    },
  );
  // What no kommun matched goes nowhere, and says so.
  finder.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    message.textContent =
      input.value.trim() === ''
        ? 'Skriv ett kommunnamn.'
        : `Ingen kommun heter ”${input.value.trim()}”. Välj ett av förslagen.`;
  });
  part(root, '[data-add]').addEventListener('click', () => {
    const koder = groupOf(data, group.value, selection);
    if (typeof koder === 'string') message.textContent = koder;
    else add(koder, `${koder.length} kommuner är valda i gruppen.`);
  });
  year.addEventListener('change', () => {
    const ar = year.value === '' ? null : Number(year.value);
    change({ ...selection, ar }, ar === null ? 'Varje indikator visar sitt senaste år.' : `År ${ar} visas.`);
  });
  other.addEventListener('change', () => {
    const med = other.value === '' ? null : Number(other.value);
    change({ ...selection, med }, med === null ? '' : `${med} står bredvid, där åren går att jämföra.`);
  });
  mapped.addEventListener('change', () =>
    change({ ...selection, karta: mapped.value === '' ? null : mapped.value }, ''),
  );
  indicators.addEventListener('change', () => {
    const chosen = boxes.filter((b) => b.checked).map((b) => b.value);
    change({ ...selection, indikatorer: chosen }, '');
  });
  part(indicators, 'button').addEventListener('click', () =>
    change({ ...selection, indikatorer: [] }, 'Alla indikatorer visas.'),
  );
  root.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const vy = VIEWS.find((v) => v === target.dataset['vy']);
    if (vy) change({ ...selection, vy }, '');
    if ('clear' in target.dataset) {
      change({ ...selection, kommuner: [] }, 'Alla kommuner är borttagna.');
      input.focus();
    }
    if ('keep' in target.dataset) message.textContent = keep(selection.kommuner);
    if ('print' in target.dataset) print();
    const type = FILE_TYPES.find((t) => t === target.dataset['fil']);
    if (type)
      takeMatrix('jamforelse', type, matricesOf(data, selection), data).catch(() => {
        message.textContent = 'Filen kunde inte göras just nu.';
      });
  });
  addEventListener('popstate', read);
  root.hidden = false;
  read();
}

/** Keeps the group on the reader's own machine, because they asked; the words to tell it with. */
function keep(koder: readonly string[]): string {
  try {
    localStorage.setItem(KEY, koder.join(','));
    return 'Gruppen är sparad i din webbläsare och markeras på indikatorernas och kommunernas sidor tills du tar bort den.';
  } catch {
    return 'Webbläsaren tillåter inte att gruppen sparas. Spara adressen i stället.';
  }
}

const root = document.querySelector<HTMLElement>('[data-jamfor]');
if (root) {
  try {
    start(root, await compareData());
  } catch {
    root.hidden = false;
    root.textContent = 'Uppgifterna kunde inte läsas in just nu. De färdiga jämförelserna fungerar ändå.';
  }
}

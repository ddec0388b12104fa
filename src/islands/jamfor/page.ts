/** The page /jamfor/: reads the address, draws the comparison, and writes every choice back to the address. */
import { comparedIn } from '../../compare/beside.ts';
import type { CompareData } from '../../compare/data.ts';
import { fileNameOf, nameOfChoice } from '../../compare/naming.ts';
import { againstOf, kommunerIn } from '../../compare/presets.ts';
import {
  addKommuner,
  MAX_KOMMUNER,
  NOTHING,
  parseSelection,
  type Selection,
  toSearch,
  VIEWS,
} from '../../compare/selection.ts';
import { combobox, type Option as Offered } from '../combobox.ts';
import { FILE_TYPES } from '../download.ts';
import { KEPT_GROUP } from '../group/chosen.ts';
import { fetchSearchNames } from '../search/fetch-names.ts';
import { MAX_OFFERED, matchNames } from '../search/match.ts';
import { fetchCompareData, takeMatrix } from './comparison.ts';
import { finishParts } from './in-parts.ts';
import { type Parts, partsOf } from './parts.ts';
import { choose, render } from './render.ts';

/** The page at work: its elements, what there is to compare, and the one state, which the address holds too. */
type Page = {
  readonly parts: Parts;
  readonly data: CompareData;
  readonly selection: () => Selection;
  /** A step in the history; the words are said to the reader. */
  readonly change: (next: Selection, words?: string) => void;
};

/** So many chosen kommuner stand open; a longer list would push the comparison out of sight. */
const MAX_OPEN = 12;

function pageOf(parts: Parts, data: CompareData): Page & { readonly read: () => void } {
  let selection: Selection = NOTHING;
  /** The part of the address that is drawn. */
  let drawn: string | null = null;
  const show = (next: Selection, words: string) => {
    selection = next;
    drawn = location.search;
    parts.message.textContent = words;
    render(parts, data, selection);
  };
  return {
    parts,
    data,
    selection: () => selection,
    change: (next, words = '') => {
      history.pushState(null, '', `${location.pathname}${toSearch(next)}`);
      show(next, words);
    },
    read: () => {
      // A link within the page is a step in the history too, and draws nothing.
      if (location.search === drawn) return;
      const parsed = parseSelection(location.search, data);
      parts.list.open = parsed.selection.kommuner.length <= MAX_OPEN;
      show(parsed.selection, parsed.messages.join(' '));
    },
  };
}

function add({ parts, selection, change }: Page, koder: readonly string[], said: string): void {
  const { selection: next, left } = addKommuner(selection(), koder);
  parts.list.open = next.kommuner.length <= MAX_OPEN;
  change(
    next,
    left > 0 ? `Du kan jämföra högst ${MAX_KOMMUNER} kommuner åt gången. ${left} fick inte plats.` : said,
  );
}

function remove({ parts, data, selection, change }: Page, kod: string): void {
  const { kommuner } = selection();
  const at = kommuner.indexOf(kod);
  const name = data.kommuner.find((k) => k.kod === kod)?.namn ?? kod;
  change({ ...selection(), kommuner: kommuner.filter((k) => k !== kod) }, `${name} är borttagen.`);
  // Focus stays where the reader was: the next in the list, or the field when the list is empty.
  const buttons = parts.chips.querySelectorAll('button');
  (buttons[Math.min(at, buttons.length - 1)] ?? parts.input).focus();
}

/** The field for a name, and the list of whole groups. */
function wireKommuner(page: Page): void {
  const { finder, input, options: list, finderStatus: status, message, group, addGroup } = page.parts;
  // The same search as in the head of the page, of kommuner only; fetched when somebody comes to the field.
  let names: ReturnType<typeof fetchSearchNames> | undefined;
  const kommuner = async () => {
    names ??= fetchSearchNames().catch(() => ({ namn: [], synonymer: {} }));
    const { namn, synonymer } = await names;
    return { namn: namn.filter((n) => n.kod !== undefined), synonymer };
  };
  input.addEventListener('focus', () => void kommuner(), { once: true });
  const none = (typed: string) =>
    `Ingen kommun passar ”${typed}”. Kontrollera stavningen, eller välj en grupp i listan.`;
  combobox<Offered & { readonly kod: string }>(
    { input, list, status },
    {
      find: async (typed) =>
        matchNames(await kommuner(), typed)
          .slice(0, MAX_OFFERED)
          .flatMap(({ namn, i, kod }) => (kod === undefined ? [] : [{ text: namn, note: i, kod }])),
      choose: ({ kod, text }) => {
        input.value = '';
        add(page, [kod], `${text} är tillagd.`);
      },
      none,
    },
  );
  // What no kommun matched goes nowhere, and says so.
  finder.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const typed = input.value.trim();
    message.textContent =
      typed === '' ? 'Skriv ett kommunnamn.' : `Ingen kommun heter ”${typed}”. Välj ett av förslagen.`;
  });
  addGroup.addEventListener('click', () => {
    const koder = kommunerIn(page.data, group.value, page.selection().kommuner[0]);
    if (typeof koder === 'string') message.textContent = koder;
    else add(page, koder, `${koder.length} kommuner är valda i gruppen.`);
  });
}

const yearIn = (select: HTMLSelectElement): number | null =>
  select.value === '' ? null : Number(select.value);

/** The second group: one of the list, or those that are chosen now. */
function wireAgainst({ parts, data, selection, change }: Page): void {
  const { against, message, input } = parts;
  against.addEventListener('change', () => {
    const { kommuner } = selection();
    if (against.value === 'urval' && kommuner.length === 0) {
      choose(against, selection().mot);
      message.textContent = 'Välj först kommunerna i den ena gruppen.';
    } else if (against.value === 'urval') {
      change(
        { ...selection(), mot: kommuner.join(','), kommuner: [] },
        'De valda kommunerna är nu den andra gruppen. Välj kommunerna som ska ställas mot dem.',
      );
      input.focus();
    } else {
      const mot = against.value === '' ? null : against.value;
      const group = mot === null ? null : againstOf(data, mot);
      change({ ...selection(), mot }, group === null ? '' : `Gruppen ställs mot ${group.namn}.`);
    }
  });
}

/** Which years and indicators are shown, and which of them on the map. */
function wireShown({ parts, selection, change }: Page): void {
  const { year, beside, mapped, indicators, boxes, allIndicators } = parts;
  year.addEventListener('change', () => {
    const ar = yearIn(year);
    change(
      { ...selection(), ar },
      ar === null ? 'Varje indikator visar sitt senaste år.' : `År ${ar} visas.`,
    );
  });
  beside.addEventListener('change', () => {
    const med = yearIn(beside);
    change({ ...selection(), med }, med === null ? '' : `${med} står bredvid, där åren går att jämföra.`);
  });
  mapped.addEventListener('change', () =>
    change({ ...selection(), karta: mapped.value === '' ? null : mapped.value }),
  );
  indicators.addEventListener('change', () =>
    change({ ...selection(), indikatorer: boxes.filter((b) => b.checked).map((b) => b.value) }),
  );
  allIndicators.addEventListener('click', () =>
    change({ ...selection(), indikatorer: [] }, 'Alla indikatorer visas.'),
  );
}

function takeFile({ parts, data, selection }: Page, type: (typeof FILE_TYPES)[number]): void {
  const matrices = comparedIn(data, selection());
  const { ar } = selection();
  // Slides are sent on by themselves: their file is named after what is in it.
  const fil = type === 'pptx' ? fileNameOf(matrices[0], ar) : 'jamforelse';
  takeMatrix({ fil, type, namn: nameOfChoice(matrices[0], ar) }, matrices, data).catch(() => {
    parts.message.textContent = 'Filen kunde inte göras just nu.';
  });
}

/** Every button that says in its markup what it does. */
function wireButtons(page: Page): void {
  const { parts, selection, change } = page;
  parts.root.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const { dataset } = target;
    const vy = VIEWS.find((v) => v === dataset['vy']);
    if (vy) change({ ...selection(), vy });
    if (dataset['remove'] !== undefined) remove(page, dataset['remove']);
    if ('clear' in dataset) {
      change({ ...selection(), kommuner: [] }, 'Alla kommuner är borttagna.');
      parts.input.focus();
    }
    if ('keep' in dataset) parts.message.textContent = keep(selection().kommuner);
    if ('print' in dataset) print();
    const type = FILE_TYPES.find((t) => t === dataset['fil']);
    if (type) takeFile(page, type);
  });
}

/** Keeps the group on the reader's own machine, because they asked; the words to tell it with. */
function keep(koder: readonly string[]): string {
  try {
    localStorage.setItem(KEPT_GROUP, koder.join(','));
    return 'Gruppen är sparad i din webbläsare och markeras på indikatorernas och kommunernas sidor tills du tar bort den.';
  } catch {
    return 'Webbläsaren tillåter inte att gruppen sparas. Spara adressen i stället.';
  }
}

function start(root: HTMLElement, data: CompareData): void {
  const page = pageOf(partsOf(root), data);
  wireKommuner(page);
  wireAgainst(page);
  wireShown(page);
  wireButtons(page);
  addEventListener('popstate', page.read);
  addEventListener('beforeprint', finishParts);
  root.hidden = false;
  page.read();
}

const root = document.querySelector<HTMLElement>('[data-jamfor]');
if (root) {
  try {
    start(root, await fetchCompareData());
  } catch {
    root.hidden = false;
    root.textContent = 'Uppgifterna kunde inte läsas in just nu. De färdiga jämförelserna fungerar ändå.';
  }
}

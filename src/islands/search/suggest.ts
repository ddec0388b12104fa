import type { SearchName } from '../../files/search/model.ts';
import { combobox, type Option } from '../combobox.ts';
import { followed } from '../group/chosen.ts';
import { fetchSearchNames } from './fetch-names.ts';
import { MAX_OFFERED, matchNames } from './match.ts';
import { OFFERED, type OfferedPath } from './offered.ts';

type Offered = Option & { readonly path: string };

const offered = ({ namn, slag, i, path }: SearchName): Offered => ({
  text: namn,
  note: i === '' ? slag : `${slag} · ${i}`,
  path,
});

/** The list and the line of a field: the page's own, else made here. */
function partsOf(input: HTMLInputElement) {
  const found = <T extends HTMLElement>(selector: string) => input.form?.querySelector<T>(selector);
  const list = found('[role=listbox]') ?? document.createElement('ul');
  const status = found('[role=status]') ?? document.createElement('p');
  if (!list.isConnected) {
    list.id = `${input.id}-forslag`;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Förslag');
    list.hidden = true;
    status.className = 'vh';
    status.setAttribute('role', 'status');
    input.form?.append(list, status);
  }
  return { input, list, status };
}

/**
 * Offers kommuner, län, stadsdelar, areas, indicators and a kommun's answers as they are typed. In a field for places
 * Enter goes to the only one; elsewhere the form stays what it was, and Enter without a choice searches the texts.
 */
export function suggest(input: HTMLInputElement): void {
  const names = fetchSearchNames().catch(() => ({ namn: [], synonymer: {} }));
  combobox<Offered>(partsOf(input), {
    find: async (typed) =>
      matchNames(await names, typed)
        .slice(0, MAX_OFFERED)
        .map(offered),
    choose: ({ path }) => {
      const { pathname, search, hash } = new URL(path, location.href);
      location.assign(`${pathname}${followed({ pathname, search }, location.search)}${hash}`);
    },
    offer: (option) =>
      input.dispatchEvent(
        new CustomEvent<OfferedPath>(OFFERED, { bubbles: true, detail: { path: option?.path ?? null } }),
      ),
    none: (typed) =>
      `Inget namn passar ”${typed}”. Kontrollera stavningen, eller tryck Enter för att söka i texterna.`,
    form: input.dataset['suggest'] !== 'place',
  });
  // Whoever types fast has begun before this was here.
  if (input.value !== '') input.dispatchEvent(new Event('input'));
}

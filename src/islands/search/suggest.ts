import type { SearchName } from '../../files/search/model.ts';
import { combobox, type Option } from '../combobox.ts';
import { followed } from '../group/chosen.ts';
import { fetchSearchNames } from './fetch-names.ts';
import { matchNames } from './match.ts';

type Offered = Option & { readonly path: string };

const offered = ({ namn, slag, i, path }: SearchName): Offered => ({
  text: namn,
  note: i === '' ? slag : `${slag} · ${i}`,
  path,
});

/**
 * Offers kommuner, län, stadsdelar, areas and indicators by name as they are typed. The form stays what it was: Enter
 * without a choice searches the texts.
 */
export function suggest(input: HTMLInputElement): void {
  const list = document.createElement('ul');
  list.id = 'sok-forslag';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Förslag');
  list.hidden = true;
  const status = document.createElement('span');
  status.className = 'vh';
  status.setAttribute('role', 'status');
  input.form?.append(list, status);
  const names = fetchSearchNames().catch(() => ({ namn: [], synonymer: {} }));
  combobox<Offered>(
    { input, list, status },
    {
      find: async (typed) => matchNames(await names, typed).map(offered),
      choose: ({ path }) =>
        location.assign(`${path}${followed({ pathname: path, search: '' }, location.search)}`),
      none: 'Inget namn passar. Tryck Enter för att söka i texterna.',
      form: true,
    },
  );
  // Whoever types fast has begun before this was here.
  if (input.value !== '') input.dispatchEvent(new Event('input'));
}

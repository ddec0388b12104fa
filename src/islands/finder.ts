/**
 * Completes a kommun's name as it is typed. The form works without it.
 * The list is fetched from our own API at the first key, not before.
 */
import { combobox, matches, type Option } from './combobox.ts';
import { followed } from './group/chosen.ts';

type Place = Option & { readonly slug: string };

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(`/api/v1/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

type Kommuner = {
  readonly kommuner: readonly { readonly namn: string; readonly slug: string; readonly lanskod: string }[];
};
type Lan = { readonly lan: readonly { readonly kod: string; readonly namn: string }[] };

async function fetchPlaces(): Promise<readonly Place[]> {
  const [{ kommuner }, { lan }] = await Promise.all([
    fetchJson<Kommuner>('kommuner.json'),
    fetchJson<Lan>('lan.json'),
  ]);
  const names = new Map(lan.map((l) => [l.kod, l.namn]));
  return kommuner.map((k) => ({ text: k.namn, slug: k.slug, note: names.get(k.lanskod) ?? '' }));
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-finder]')) {
  const input = form.querySelector('input');
  const list = form.querySelector('ul');
  const status = form.querySelector<HTMLElement>('[role=status]');
  if (!input || !list || !status) continue;
  let places: Promise<readonly Place[]> | undefined;
  combobox<Place>(
    { input, list, status },
    {
      find: async (typed) => {
        places ??= fetchPlaces().catch(() => []);
        return matches(await places, typed);
      },
      choose: ({ slug }) => {
        const pathname = `/kommuner/${slug}/`;
        location.assign(`${pathname}${followed({ pathname, search: '' }, location.search)}`);
      },
      none: 'Ingen kommun heter så.',
    },
  );
}

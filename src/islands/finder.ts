/**
 * Completes a kommun's name as it is typed. The form works without it.
 * The list is fetched from our own API at the first key, not before.
 */
import { combobox, matchingOptions, type Option } from './combobox.ts';
import { followed } from './group/chosen.ts';

type Place = Option & { readonly slug: string };

async function fetchOptions(): Promise<readonly Place[]> {
  const { fetchKommuner, fetchLan } = await import('./fetch-places.ts');
  const [kommuner, lan] = await Promise.all([fetchKommuner(), fetchLan()]);
  return kommuner.map((k) => ({ text: k.namn, slug: k.slug, note: lan.get(k.lanskod) ?? '' }));
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
        places ??= fetchOptions().catch(() => []);
        return matchingOptions(await places, typed);
      },
      choose: ({ slug }) => {
        const pathname = `/kommuner/${slug}/`;
        location.assign(`${pathname}${followed({ pathname, search: '' }, location.search)}`);
      },
      none: 'Ingen kommun heter så.',
    },
  );
}

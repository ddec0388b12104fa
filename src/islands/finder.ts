/**
 * Completes a kommun's name as it is typed (ARIA combobox with a listbox). The form works without it.
 * The list is fetched from our own API at the first key, not before.
 */

type Place = { readonly namn: string; readonly slug: string; readonly lan: string };

const MAX = 8;

/** Letters only, lower case, with å ä ö kept apart and accents on others dropped: `Malmö` → `malmö`. */
const plain = (text: string) => text.toLocaleLowerCase('sv').replaceAll('é', 'e').trim();

/** Names that start with the text first, then names that hold it; `o` also finds `ö` for those without the key. */
function matches(places: readonly Place[], typed: string): readonly Place[] {
  const text = plain(typed);
  if (text === '') return [];
  const loose = (s: string) => plain(s).replace(/[åä]/g, 'a').replace(/ö/g, 'o');
  const rank = (p: Place) => {
    const name = plain(p.namn);
    if (name.startsWith(text)) return 0;
    if (loose(name).startsWith(loose(text))) return 1;
    return loose(name).includes(loose(text)) ? 2 : 3;
  };
  return places
    .map((place) => ({ place, rank: rank(place) }))
    .filter((m) => m.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MAX)
    .map((m) => m.place);
}

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
  return kommuner.map((k) => ({ namn: k.namn, slug: k.slug, lan: names.get(k.lanskod) ?? '' }));
}

function start(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  const list = form.querySelector('ul');
  const status = form.querySelector('[role=status]');
  if (!input || !list || !status) return;
  let places: Promise<readonly Place[]> | undefined;
  let shown: readonly Place[] = [];
  let active = -1;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const go = (place: Place) => location.assign(`/kommuner/${place.slug}/`);
  const mark = (next: number) => {
    active = next;
    [...list.children].forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === active));
    });
    const id = list.children[active]?.id;
    if (id) input.setAttribute('aria-activedescendant', id);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = (found: readonly Place[]) => {
    shown = found;
    list.replaceChildren(
      ...found.map((place, i) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${i}`;
        option.setAttribute('role', 'option');
        const lan = document.createElement('small');
        lan.textContent = place.lan;
        option.append(place.namn, lan);
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          go(place);
        });
        return option;
      }),
    );
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    mark(-1);
  };

  input.addEventListener('input', async () => {
    places ??= fetchPlaces().catch(() => []);
    const all = await places;
    show(matches(all, input.value));
    if (input.value.trim() !== '' && all.length > 0)
      status.textContent = shown.length === 0 ? 'Ingen kommun heter så.' : `${shown.length} förslag.`;
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show([]);
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || shown.length === 0) return;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    mark((active + step + shown.length + (active < 0 && step < 0 ? 1 : 0)) % shown.length);
  });
  input.addEventListener('blur', () => show([]));
  form.addEventListener('submit', (event) => {
    const chosen =
      shown[active] ??
      (shown.length === 1 ? shown[0] : shown.find((p) => plain(p.namn) === plain(input.value)));
    if (!chosen) return;
    event.preventDefault();
    go(chosen);
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-finder]')) start(form);

export {};

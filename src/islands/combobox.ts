/** An ARIA combobox with a listbox over a plain text field: the keys, the marking, what is announced. */

export type Option = { readonly text: string; readonly note?: string };

type Parts = {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly status: HTMLElement;
};

type Behaviour<T extends Option> = {
  /** What a typed text offers, best first; empty for an empty text. */
  readonly find: (typed: string) => readonly T[] | Promise<readonly T[]>;
  readonly choose: (option: T) => void;
  /** ComparisonParts and announced when nothing is found: what to try instead. */
  readonly none: (typed: string) => string;
  /** Told what is marked, else what is offered first; null when nothing is. */
  readonly offer?: (option: T | null) => void;
  /** True where the form has a meaning of its own: then Enter never takes an option for being the only one. */
  readonly form?: boolean;
};

const plain = (text: string) => text.toLocaleLowerCase('sv').trim();

/**
 * Makes a field a combobox: arrows mark, Enter (the form's submit) chooses what is marked, the only one, or the one
 * that is spelt out; Escape closes. What cannot be chosen is left to the form.
 */
export function combobox<T extends Option>(
  parts: Parts,
  { find, choose, none, offer, form = false }: Behaviour<T>,
): void {
  const { input, list, status } = parts;
  let shown: readonly T[] = [];
  let active = -1;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const mark = (next: number) => {
    active = next;
    [...list.children].forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === active));
    });
    list.children[active]?.scrollIntoView({ block: 'nearest' });
    const id = list.children[active]?.id;
    if (id) input.setAttribute('aria-activedescendant', id);
    else input.removeAttribute('aria-activedescendant');
    offer?.(shown[active] ?? shown[0] ?? null);
  };
  const show = (found: readonly T[]) => {
    shown = found;
    list.replaceChildren(
      ...found.map((offered, i) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${i}`;
        option.setAttribute('role', 'option');
        option.append(offered.text);
        if (offered.note) {
          const note = document.createElement('small');
          note.textContent = offered.note;
          option.append(note);
        }
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          show([]);
          choose(offered);
        });
        return option;
      }),
    );
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    mark(-1);
  };

  input.addEventListener('input', async () => {
    const typed = input.value;
    const found = await find(typed);
    if (typed !== input.value) return;
    show(found);
    // One letter is no name yet: that nothing is found says nothing.
    const missed = found.length === 0 && typed.trim().length > 1;
    status.textContent = missed ? none(typed.trim()) : found.length === 0 ? '' : `${found.length} förslag.`;
    status.classList.toggle('vh', !missed);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && shown.length > 0) {
      // A search field would empty itself as well.
      event.preventDefault();
      show([]);
    }
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || shown.length === 0) return;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    mark((active + step + shown.length + (active < 0 && step < 0 ? 1 : 0)) % shown.length);
  });
  input.addEventListener('blur', () => show([]));
  input.form?.addEventListener('submit', (event) => {
    const chosen =
      shown[active] ??
      (shown.length === 1 && !form ? shown[0] : shown.find((o) => plain(o.text) === plain(input.value)));
    if (!chosen) return;
    event.preventDefault();
    show([]);
    choose(chosen);
  });
}

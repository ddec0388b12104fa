/** What every page wakes, and fetches only where it is met: fields that find a page by its name, maps, ways to copy. */
function wakeFields(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]'))
    input.addEventListener(
      'focus',
      async () => {
        const { suggest } = await import('./search/suggest.ts');
        suggest(input);
      },
      { once: true },
    );
}

async function wakeMaps(): Promise<void> {
  if (document.querySelector('svg.hexmap') === null) return;
  const { wireMaps } = await import('./map/map.ts');
  wireMaps(document);
}

/** A link to a figure copies its whole address; a button copies the code beside it. Without this they are a link and a text. */
function wakeCopies(): void {
  const copied = async (said: Element, text: string, words: string) => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = words;
    } catch {
      said.textContent = 'Det gick inte att kopiera.';
    }
  };
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-kopiera]')) {
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    link.firstChild?.replaceWith('Kopiera länk');
    link.after(status);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void copied(status, link.href, 'Länken är kopierad.');
    });
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-kopiera-kod]'))
    button.addEventListener('click', () => {
      const code = button.closest('details')?.querySelector('textarea')?.value;
      const status = button.parentElement?.querySelector('[role=status]');
      if (status && code !== undefined) void copied(status, code, 'Koden är kopierad.');
    });
}

wakeFields();
wakeCopies();
// Without it the hexagons are still links.
wakeMaps().catch(() => {});

export {};

/** What every page wakes, and fetches only where it is met: the fields that find a page by its name, and maps. */
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

wakeFields();
// Without it the hexagons are still links.
wakeMaps().catch(() => {});

export {};

/** The fields that find a page by its name: in the head of every page, and on the start page. */
for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]'))
  input.addEventListener(
    'focus',
    async () => {
      // What is offered is fetched when the reader comes to a field, not before.
      const { suggest } = await import('./suggest.ts');
      suggest(input);
    },
    { once: true },
  );

export {};

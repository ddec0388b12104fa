/** The search field in the head of every page. What it offers is fetched when the reader comes to it, not before. */
const input = document.querySelector<HTMLInputElement>('#sok-sidhuvud');
input?.addEventListener(
  'focus',
  async () => {
    const { suggest } = await import('./suggest.ts');
    suggest(input);
  },
  { once: true },
);

export {};

/** The search page. What searches is fetched when there is something to search for: the lists wait for nothing else. */
import { askedIn } from '../../model/pieces.ts';
import type { SearchParts } from './results.ts';

const input = document.querySelector<HTMLInputElement>('form[data-search] input');
const status = document.querySelector<HTMLElement>('#sok-status');
const namn = document.querySelector<HTMLElement>('#sok-namn');
const svar = document.querySelector<HTMLElement>('#sok-svar');
const mer = document.querySelector<HTMLElement>('#sok-mer');
const lists = document.querySelector<HTMLElement>('.a-o');
const text = askedIn(new URLSearchParams(location.search), 'q').trim();
/** The lists stand below what is found, so they are shown when that is there and moves nothing any more. */
const showLists = () => lists?.classList.add('klar');

async function search(parts: SearchParts): Promise<void> {
  const { searchPage } = await import('./results.ts');
  await searchPage(text, parts);
}

if (input && status && namn && svar && mer && text !== '') {
  input.value = text;
  search({ status, namn, svar, mer })
    .catch(() => {
      status.textContent = 'Sökningen fungerar inte just nu. Leta i listorna i stället.';
    })
    .finally(showLists);
} else showLists();

import type { SearchNames } from '../../files/search/model.ts';

/** Every name that has a page, and the words that mean others. @throws when they cannot be read */
export async function searchNames(): Promise<SearchNames> {
  const response = await fetch('/sok/namn.json');
  if (!response.ok) throw new Error(`namn.json: ${response.status}`);
  return response.json();
}

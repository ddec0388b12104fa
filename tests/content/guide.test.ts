import { expect, it } from 'vitest';
import { besideOnShelf, shelfOf, textsOf } from '../../src/content/guide/shelf.ts';
import { loaded } from '../pipeline/loaded.ts';

const { index } = await loaded();

it('leads through a shelf from its first text to its last page and back', () => {
  for (const del of ['anvandarguide', 'stod'] as const) {
    const shelf = shelfOf(index, del);
    expect(shelf.slice(0, textsOf(index, del).length).map((p) => p.titel)).toEqual(
      textsOf(index, del).map((t) => t.titel),
    );
    const there: string[] = [];
    for (let page = shelf[0]; page; page = besideOnShelf(shelf, page.href).next) {
      expect(besideOnShelf(shelf, page.href).before?.href).toBe(there.at(-1));
      there.push(page.href);
    }
    expect(there).toEqual(shelf.map((p) => p.href));
  }
});

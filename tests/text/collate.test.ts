import { expect, it } from 'vitest';
import { byInitial } from '../../src/text/collate.ts';

it('puts names under their first letters, å ä ö last', () => {
  const names = ['Örebro', 'Åre', 'Älvdalen', 'arvika', 'Ale', 'Östersund'].map((namn) => ({ namn }));
  expect(byInitial(names).map(([letter, own]) => [letter, own.map((n) => n.namn)])).toEqual([
    ['A', ['Ale', 'arvika']],
    ['Å', ['Åre']],
    ['Ä', ['Älvdalen']],
    ['Ö', ['Örebro', 'Östersund']],
  ]);
});

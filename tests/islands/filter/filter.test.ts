import { expect, it } from 'vitest';
import { type FilterRow, rowMatches, shownSentence } from '../../../src/islands/filter/filter.ts';

const row: FilterRow = {
  values: { strategi: ['akut'], ansvarig: ['Socialförvaltningen', 'Stadsdelsnämnderna'] },
  words: 'Se över jourlägenheter, så att stödet blir likvärdigt',
};

it.each([
  [{}, true],
  [{ strategi: 'akut', ansvarig: 'Stadsdelsnämnderna', q: '' }, true],
  [{ strategi: 'vidare' }, false],
  [{ ansvarig: 'Socialförvaltningen', q: 'STÖDET jour' }, true],
  [{ q: 'stödet hotell' }, false],
  [{ okand: 'x' }, false],
])('%o: %s', (choice, shown) => {
  expect(rowMatches(row, choice)).toBe(shown);
});

it('says how many are shown', () => {
  expect(
    [27, 9, 0].map((n) =>
      shownSentence(n, 27, { one: 'åtgärd', many: 'åtgärder' }).replaceAll('\u00a0', ' '),
    ),
  ).toEqual(['Visar alla 27 åtgärder.', 'Visar 9 av 27 åtgärder.', 'Ingen åtgärd passar valet.']);
});

import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { ownRow, ownSentence } from '../../../src/islands/group/own-answer.ts';

const page = parseHTML(`<main><table><thead><tr><th>Kommun</th><th>2020</th><th>Län</th></tr></thead><tbody>
  <tr><th><a href="/kommuner/habo/">Habo</a></th><td> Nej </td><td>Jönköpings län</td></tr>
  <tr><th><a href="/kommuner/habo-0305/">Håbo</a></th><td>1,9 %</td><td>Uppsala län</td></tr>
</tbody></table></main>`).document;

it.each([
  ['habo', 'Habo', 'Din kommun: Habo, nej 2020'],
  ['habo-0305', 'Håbo', 'Din kommun: Håbo, 1,9 % 2020'],
  ['umea', 'Umeå', 'Din kommun: Umeå'],
])('%s', (slug, namn, said) => {
  expect(ownSentence(namn, ownRow(page, slug))).toBe(said);
});

it('says no year where the column has none', () => {
  expect(ownSentence('Habo', { value: 'Ja', heading: 'Värde' })).toBe('Din kommun: Habo, ja');
});

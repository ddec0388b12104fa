import { expect, it } from 'vitest';
import { scopeOf } from '../../../src/islands/group/scope.ts';
import { compareFixture } from '../../compare/fixture.ts';

const data = compareFixture();
const at = (path: string) => scopeOf(path, data);

it("takes an indicator page's indicator, in its year", () => {
  expect(at('/indikatorer/plan/')).toEqual({ indikatorer: ['U1'], ar: null, name: 'grupp-plan' });
  expect(at('/indikatorer/plan/2016/')).toEqual({
    indikatorer: ['U1'],
    ar: 2016,
    name: 'grupp-plan-2016',
  });
});

it('takes all there is on the page of a place, and the area where the page has one', () => {
  const all = { indikatorer: ['U1', 'N1'], ar: null, name: 'grupp' };
  for (const path of ['/kommuner/umea/', '/lan/uppsala-lan/', '/riket/']) expect(at(path)).toEqual(all);
  expect(at('/kommuner/umea/hemloshet/')?.indikatorer).toEqual(['U1', 'N1']);
  expect(at('/omraden/hemloshet/2016/')).toEqual({
    indikatorer: ['U1'],
    ar: 2016,
    name: 'grupp-hemloshet-2016',
  });
});

it('takes nothing where kommuner have no values', () => {
  for (const path of ['/', '/om/', '/indikatorer/', '/indikatorer/annat/', '/indikatorer/plan/1999/'])
    expect(at(path)).toBeNull();
});

import { expect, it } from 'vitest';
import { chosenGroup, codesIn, followed, leftOut, MAX_GROUP } from '../../../src/islands/group/chosen.ts';

it('reads codes and nothing else, each once, up to the limit', () => {
  expect(codesIn('2480, 2580,2480,<b>,12345,99')).toEqual(['2480', '2580']);
  expect(codesIn(null)).toEqual([]);
  expect(codesIn(Array.from({ length: 60 }, (_, i) => 1000 + i).join(','))).toHaveLength(MAX_GROUP);
});

it('the address goes before what is kept', () => {
  expect(chosenGroup('?k=2480', '0180')).toEqual(['2480']);
  expect(chosenGroup('?k=', '0180')).toEqual(['0180']);
  expect(chosenGroup('', null)).toEqual([]);
});

it('a group in the address follows to pages about results, and never overrides a link of its own', () => {
  const to = (pathname: string, search = '') => followed({ pathname, search }, '?k=2480,2580&vy=punkter');
  expect(to('/indikatorer/plan/')).toBe('?k=2480,2580');
  expect(to('/indikatorer/plan/', '?k=0180')).toBe('?k=0180');
  expect(to('/jamfor/')).toBe('?k=2480,2580');
  expect(to('/jamfor/lan/skane-lan/')).toBe('');
  expect(to('/data/')).toBe('');
  expect(followed({ pathname: '/kommuner/umea/', search: '' }, '')).toBe('');
});

it('says what of an address is not there, and that a group is too large', () => {
  const known = new Set(Array.from({ length: 200 }, (_, i) => String(1000 + i)));
  const said = (k: readonly string[]) => leftOut(`?k=${k.join(',')}`, known);
  expect(said(['1000', '1001'])).toBe('');
  expect(leftOut('?ar=2016', known)).toBe('');
  expect(said(['1000', '9999'])).toBe('Det finns ingen kommun med koden ”9999”.');
  expect(said(['a', 'b', 'c', 'd', 'e'])).toBe(
    'Det finns ingen kommun med koderna ”a”, ”b”, ”c” och 2 till.',
  );
  expect(said([...known])).toBe('Högst 50 av 200 kommuner är med.');
});

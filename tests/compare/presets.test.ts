import { expect, it } from 'vitest';
import { againstOf, kommunerIn } from '../../src/compare/presets.ts';
import { compareFixture } from './fixture.ts';

const data = { ...compareFixture(4), liknande: { '0001': ['0003'] }, grannar: { '0001': ['0002'] } };

it('gives the kommuner of a län and of a kommungrupp', () => {
  expect(kommunerIn(data, 'lan:03', undefined)).toEqual(['0002', '0004']);
  expect(kommunerIn(data, 'grupp:B3', undefined)).toHaveLength(4);
  expect(kommunerIn(data, 'lan:99', undefined)).toEqual([]);
});
it('gives those around the first chosen kommun', () => {
  expect(kommunerIn(data, 'liknande', '0001')).toEqual(['0003']);
  expect(kommunerIn(data, 'grannar', '0001')).toEqual(['0002']);
  expect(kommunerIn(data, 'grannar', '0002')).toEqual([]);
});
it('says what is missing before a group can be added', () => {
  expect(kommunerIn(data, 'liknande', undefined)).toBe('Välj först en kommun att utgå från.');
  expect(kommunerIn(data, '', '0001')).toBe('Välj först en grupp i listan.');
  expect(kommunerIn(data, 'constructor', '0001')).toBe('Välj först en grupp i listan.');
});

it('names the second group, and knows when there is none', () => {
  expect(againstOf(data, 'lan:03')).toEqual({ namn: 'Uppsala län', koder: ['0002', '0004'] });
  expect(againstOf(data, 'grupp:B3')?.namn).toBe('Större stad');
  expect(againstOf(data, '0001,0003')?.koder).toEqual(['0001', '0003']);
  expect(againstOf(data, 'lan:99')).toBeNull();
  expect(againstOf(data, '0001,9999')).toBeNull();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ABSENCES } from '../../src/model/absence.ts';
import { ABSENCE_KEY, absenceLabel, absenceSentence } from '../../src/text/absence.ts';
import { answerInText, answerLabel, answerTone } from '../../src/text/answers.ts';
import { compareSwedish, sortedByName } from '../../src/text/collate.ts';
import { formatDate } from '../../src/text/dates.ts';
import { cappedList, listOf } from '../../src/text/lists.ts';
import { genitive, inPlace, unitsOf } from '../../src/text/names.ts';

test('every reason has its own words and a sentence that names the place', () => {
  expect(new Set(ABSENCES.map(absenceLabel)).size).toBe(ABSENCES.length);
  expect(ABSENCE_KEY.map((k) => k.reason)).toEqual(ABSENCES);
  for (const reason of ABSENCES) expect(absenceSentence(reason, 'Umeå')).toMatch(/Umeå.*\.$/);
  expect(absenceSentence('bortfall', 'Umeå')).toBe('Umeå svarade inte på frågan.');
});

test('an answer has the words of its indicator and a tone', () => {
  const agreement = {
    svarstyp: 'ja-delvis-nej',
    kategorier: [],
    svarstexter: { delvis: 'Ja, med vissa' },
  } as const;
  expect(answerLabel(agreement, 'delvis')).toBe('Ja, med vissa');
  expect(answerLabel(agreement, 'ja')).toBe('Ja');
  expect(answerInText(agreement, 'ja')).toBe('ja');
  expect(answerInText(agreement, 'delvis')).toBe('”Ja, med vissa”');
  expect(answerTone(agreement, 'delvis')).toBe('delvis');
  const market = {
    svarstyp: 'kategori',
    kategorier: ['överskott', 'balans', 'underskott'],
    svarstexter: {},
  } as const;
  expect(answerLabel(market, 'balans')).toBe('balans');
  expect(answerTone(market, 'underskott')).toBe('kategori-2');
});

test('å ä ö come last, in that order', () => {
  expect(['Örebro', 'Ängelholm', 'Zinkgruvan', 'Åre', 'Arboga'].toSorted(compareSwedish)).toEqual([
    'Arboga',
    'Zinkgruvan',
    'Åre',
    'Ängelholm',
    'Örebro',
  ]);
  expect(sortedByName([{ namn: 'Håbo' }, { namn: 'Habo' }]).map((k) => k.namn)).toEqual(['Habo', 'Håbo']);
});

test('lists end with och and name what they can', () => {
  expect(listOf([])).toBe('');
  expect(listOf(['a'])).toBe('a');
  expect(listOf(['a', 'b', 'c'])).toBe('a, b och c');
  expect(listOf(['a', 'b'], 'eller')).toBe('a eller b');
  expect(listOf(['a, x', 'b', 'c'])).toBe('a, x; b och c');
  expect(listOf(['”a, x”', 'b', 'c'])).toBe('”a, x”, b och c');
  expect(cappedList(['a', 'b', 'c'], 2)).toBe('a, b och c');
  expect(cappedList(['a', 'b', 'c', 'd'], 2)).toBe('a, b och 2 till');
});

test('a capped list accounts for every item', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('x', 'y')), fc.integer({ min: 1, max: 9 }), (items, max) => {
      const text = cappedList(items, max);
      const named = text.match(/[xy]/g)?.length ?? 0;
      expect(named + Number(/(\d+) till$/.exec(text)?.[1] ?? 0)).toBe(items.length);
    }),
  );
});

test('dates are written out', () => {
  expect(formatDate('2026-11-23')).toBe('23 november 2026');
  expect(formatDate('2026-01-02')).toBe('2 januari 2026');
  for (const wrong of ['2026-13-01', '23 november', '2026-11-00', ''])
    expect(() => formatDate(wrong)).toThrow(RangeError);
});

test('names bend as they should', () => {
  expect(['Umeå', 'Borås', 'Malmö', 'Stockholms län', 'riket', 'Bjuv'].map(genitive)).toEqual([
    'Umeås',
    'Borås',
    'Malmös',
    'Stockholms läns',
    'rikets',
    'Bjuvs',
  ]);
  expect(['Umeå', 'Gotland', 'Gotlands län', 'riket'].map(inPlace)).toEqual([
    'i Umeå',
    'på Gotland',
    'i Gotlands län',
    'i riket',
  ]);
  expect(unitsOf('kommuner-och-stadsdelar').definite).toBe('kommunerna och stadsdelarna');
});

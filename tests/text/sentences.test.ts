import { expect, test } from 'vitest';
import type { Absence } from '../../src/model/absence.ts';
import { unitsOf } from '../../src/text/names.ts';
import { answerSpread, numberSpread } from '../../src/text/sentences/distribution.ts';
import { groupSpread } from '../../src/text/sentences/groups.ts';
import { kommunAnswer, kommunNumber, stadsdelAnswers } from '../../src/text/sentences/kommun.ts';
import { lanSpread } from '../../src/text/sentences/lan.ts';
import { missingSentence } from '../../src/text/sentences/missing.ts';
import { numberResult, questionResult } from '../../src/text/sentences/national.ts';
import { seriesSentence } from '../../src/text/sentences/series.ts';

/** Tests write ordinary spaces; readers get no-break ones before units. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const PLAN = {
  svarstyp: 'ja-nej',
  kategorier: [],
  svarstexter: {},
  pastaende: 'har en aktuell övergripande plan mot hemlöshet',
  nekat: 'har inte någon aktuell övergripande plan mot hemlöshet',
} as const;
const AGREEMENT = { ...PLAN, svarstyp: 'ja-delvis-nej', svarstexter: { delvis: 'Ja, med vissa' } } as const;
const SUPPORT = {
  svarstyp: 'andel',
  enhet: 'procent',
  decimaler: 1,
  pastaende: 'av befolkningen har fått ekonomiskt bistånd',
} as const;
const KOMMUNER = unitsOf('kommuner');
const share = { count: 47, of: 278, small: false };

test('the result of a question', () => {
  expect(plain(questionResult(PLAN, { ar: 2016, share, units: KOMMUNER }))).toBe(
    'År 2016 svarade 17 % av kommunerna att de har en aktuell övergripande plan mot hemlöshet.',
  );
  const small = { count: 2, of: 4, small: true };
  expect(
    plain(questionResult(PLAN, { ar: 2016, share: small, units: KOMMUNER, place: 'Hallands län' })),
  ).toBe(
    'I Hallands län svarade 2 av 4 kommuner år 2016 att de har en aktuell övergripande plan mot hemlöshet.',
  );
});

test('the result of a number, with and without a year', () => {
  expect(plain(numberResult(SUPPORT, { ar: 2022, value: 2.853, place: 'riket' }))).toBe(
    'Riket 2022: 2,9 % av befolkningen har fått ekonomiskt bistånd.',
  );
  expect(plain(numberResult(SUPPORT, { ar: null, value: 1.2, place: 'Gotland' }))).toBe(
    'Gotland: 1,2 % av befolkningen har fått ekonomiskt bistånd.',
  );
});

test('a kommun beside riket: each answer, and none', () => {
  const base = { place: 'Umeå', ar: 2016, saknas: null, riket: { share, units: KOMMUNER } };
  expect(plain(kommunAnswer(PLAN, { ...base, answer: 'nej' }))).toBe(
    'Umeå svarade nej 2016: kommunen har inte någon aktuell övergripande plan mot hemlöshet. I riket svarade 17 % av kommunerna ja.',
  );
  expect(plain(kommunAnswer(PLAN, { ...base, answer: 'ja', riket: null }))).toBe(
    'Umeå svarade ja 2016: kommunen har en aktuell övergripande plan mot hemlöshet.',
  );
  expect(plain(kommunAnswer(AGREEMENT, { ...base, answer: 'delvis' }))).toBe(
    'Umeå svarade ”Ja, med vissa” 2016. I riket svarade 17 % av kommunerna ja.',
  );
  expect(plain(kommunAnswer(PLAN, { ...base, answer: null, saknas: 'bortfall' }))).toBe(
    'Umeå svarade inte på frågan. I riket svarade 17 % av kommunerna ja.',
  );
});

test('a number beside riket is compared as it is shown', () => {
  const at = (value: number | null, riket = 2.853) =>
    plain(kommunNumber(SUPPORT, { place: 'Umeå', ar: 2022, value, saknas: 'uppgift-saknas', riket }));
  expect(at(1.94)).toMatch(/^Umeå 2022: 1,9 % .* Det är lägre än i riket \(2,9 %\)\.$/);
  expect(at(2.9)).toMatch(/Det är lika mycket som i riket\.$/);
  expect(at(null)).toBe('Uppgift saknas för Umeå.');
  const count = { ...SUPPORT, svarstyp: 'antal', enhet: 'avhysningar', decimaler: 0 } as const;
  expect(kommunNumber(count, { place: 'Umeå', ar: 2022, value: 4, saknas: null, riket: 300 })).not.toMatch(
    /riket/,
  );
});

test('spread of numbers', () => {
  const spread = {
    low: { value: 0.5, names: ['Solna'] },
    high: { value: 9.2, names: ['Filipstad'] },
    q1: 1.7,
    q3: 3.8,
    missing: new Map<Absence, number>([['uppgift-saknas', 4]]),
  };
  expect(plain(numberSpread(SUPPORT, spread))).toBe(
    'Lägst är 0,5 % (Solna) och högst 9,2 % (Filipstad). Hälften av kommunerna ligger mellan 1,7 % och 3,8 %. Fyra kommuner saknar uppgift.',
  );
  const none = { ...spread, low: spread.high, missing: new Map() };
  expect(plain(numberSpread(SUPPORT, none))).toBe('Alla kommuner har samma värde: 9,2 %.');
});

test('spread of answers', () => {
  const answers = [
    { answer: 'ja', count: 47 },
    { answer: 'delvis', count: 30 },
    { answer: 'nej', count: 201 },
  ];
  expect(plain(answerSpread(AGREEMENT, answers, new Map([['bortfall', 12]])))).toBe(
    '47 kommuner svarade ja, 30 ”Ja, med vissa” och 201 nej. Tolv kommuner svarade inte.',
  );
  expect(answerSpread(PLAN, [{ answer: 'ja', count: 1 }], new Map())).toBe('En kommun svarade ja.');
  expect(answerSpread(PLAN, [], new Map([['bortfall', 1]]))).toBe(
    'Ingen kommun har svarat. En kommun svarade inte.',
  );
  expect(missingSentence(new Map())).toBeNull();
});

test('a series says its ends inside one segment, and that the rest stands apart', () => {
  const at = (ar: number, shown: string) => ({ ar, shown });
  expect(seriesSentence('ja-nej', [at(2016, '17 %'), at(2018, '19 %'), at(2020, '20 %')], 2016)).toBe(
    'Andelen var 17 % år 2016 och 20 % år 2020. Resultat före 2016 går inte att jämföra.',
  );
  expect(seriesSentence('antal', [at(2016, '10')], null)).toBe('Antalet var 10 år 2016.');
  expect(seriesSentence('kronor', [at(2016, '5 kr'), at(2018, '5 kr')], null)).toBe(
    'Beloppet var 5 kr både år 2016 och år 2018.',
  );
  expect(seriesSentence('andel', [], 2016)).toMatch(/^Det finns inget värde/);
});

test('län and groups: ends by name, many by number, equal as equal', () => {
  const low = { names: ['Uppsala län', 'Kalmar län'], shown: '8 %' };
  expect(lanSpread({ names: ['Hallands län'], shown: '33 %' }, low)).toBe(
    'Högst är värdet i Hallands län (33 %) och lägst i Uppsala och Kalmar län (8 %).',
  );
  const many = { names: ['a', 'b', 'c', 'd', 'e'], shown: '0 %' };
  expect(lanSpread(low, many)).toBe(
    'Högst är värdet i Uppsala och Kalmar län (8 %). I fem län är det lägst: 0 %.',
  );
  expect(lanSpread(low, low)).toBe('Värdet är detsamma i alla län (8 %).');
  expect(groupSpread({ name: 'Storstäder', shown: '75 %' }, { name: 'Större stad', shown: '8 %' })).toBe(
    'Högst ligger gruppen ”Storstäder” (75 %) och lägst ”Större stad” (8 %).',
  );
  expect(groupSpread({ name: 'A', shown: '8 %' }, { name: 'B', shown: '8 %' })).toBe(
    'Grupperna ligger lika (8 %).',
  );
});

test('a city is described by its stadsdelar', () => {
  const at = (count: number, of: number) =>
    plain(stadsdelAnswers(PLAN, { place: 'Stockholm', share: { count, of } }));
  expect(at(9, 13)).toBe('I Stockholm svarar stadsdelarna var för sig: 9 av 13 svarade ja.');
  expect(at(0, 0)).toBe('I Stockholm svarar stadsdelarna var för sig: ingen har svarat.');
});

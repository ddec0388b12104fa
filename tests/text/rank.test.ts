import { expect, it } from 'vitest';
import {
  answerPolaritySentence,
  intervalSentence,
  intervalText,
  noRankSentence,
  placeRange,
  polaritySentence,
  rankSentence,
  SMALL_KOMMUN,
} from '../../src/text/sentences/rank.ts';

const plain = (text: string | null) => (text ?? 'null').replaceAll('\u00a0', ' ');
const SHARE = { svarstyp: 'andel', enhet: 'procent', decimaler: 1 } as const;

it('a place is an interval, and says whom it cannot be set apart from', () => {
  expect(plain(rankSentence('Umeå', { from: 40, to: 136, of: 271, indistinguishable: 96 }))).toBe(
    'Umeå ligger på plats 40–136 av 271, räknat från det högsta värdet, och går inte att skilja från 96 andra.',
  );
  expect(plain(rankSentence('Umeå', { from: 2, to: 3, of: 20, indistinguishable: 1 }))).toMatch(
    /skilja från en annan\.$/,
  );
  expect(plain(rankSentence('Umeå', { from: 1, to: 1, of: 20, indistinguishable: 0 }))).toBe(
    'Umeå ligger på plats 1 av 20, räknat från det högsta värdet, skild från alla andra.',
  );
  expect(placeRange({ from: 7, to: 7 })).toBe('7');
});

it('an interval is rounded as the value is, and said in words only on a small base', () => {
  expect(plain(intervalText(SHARE, { low: 1.44, high: 2.36 }))).toBe('1,4–2,4 %');
  expect(plain(intervalText(SHARE, { low: 1.41, high: 1.44 }))).toBe('1,4 %');
  expect(plain(intervalSentence(SHARE, { low: 3.1, high: 4.7 }, 2400))).toBe(
    'Underlaget är litet, 2 400 invånare: slumpen ensam kan flytta värdet mellan 3,1 % och 4,7 %.',
  );
  expect(intervalSentence(SHARE, { low: 3.1, high: 4.7 }, SMALL_KOMMUN)).toBeNull();
});

it('a neutral indicator is neither good nor bad, and silence has a reason', () => {
  expect(polaritySentence('lagt-onskvart')).toBe('Ett lågt värde är önskvärt.');
  expect(polaritySentence('neutral')).toContain('varken bra eller dåligt');
  expect(answerPolaritySentence('hogt-onskvart', ['Ja', 'Nej'])).toBe('”Ja” är det önskvärda svaret.');
  expect(answerPolaritySentence('neutral', ['Ja', 'Nej'])).toContain('Inget av svaren');
  const limits = { units: 10, floor: 100 };
  expect(noRankSentence('for-fa', limits)).toContain('färre än tio kommuner');
  expect(noRankSentence('liten-bas', limits)).toContain('färre än 100 personer');
  expect(noRankSentence('svar', limits)).toContain('rangordnas inte');
});

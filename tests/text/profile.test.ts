import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Absence } from '../../src/model/absence.ts';
import {
  changesResult,
  differenceResult,
  peersResult,
  peersTookPart,
  profileResult,
  stadsdelResult,
} from '../../src/text/sentences/profile.ts';

/** Tests write ordinary spaces; readers get no-break ones before units. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const counts = (entries: readonly (readonly [Absence, number])[] = []) => new Map<Absence, number>(entries);
const result = (yes: number, missing = counts(), tookPart = true) =>
  plain(
    profileResult({
      place: 'Umeå',
      ar: 2016,
      om: 'arbetet mot hemlöshet',
      asked: 23,
      yes,
      missing,
      tookPart,
    }),
  );

describe('how much a place does', () => {
  it.each([
    [0, 'Umeå svarade inte ja på någon av de 23 frågorna om arbetet mot hemlöshet 2016.'],
    [1, 'Umeå svarade ja på en av 23 frågor om arbetet mot hemlöshet 2016.'],
    [14, 'Umeå svarade ja på 14 av 23 frågor om arbetet mot hemlöshet 2016.'],
    [23, 'Umeå svarade ja på alla 23 frågor om arbetet mot hemlöshet 2016.'],
  ])('%i yes', (yes, said) => {
    expect(result(yes)).toBe(said);
  });

  it('tells what has no answer by its reason', () => {
    expect(result(4, counts([['bortfall', 2]]))).toMatch(/2016 och lämnade två frågor utan svar\.$/);
    expect(result(4, counts([['skyddad', 1]]))).toMatch(/2016\. En fråga har en skyddad uppgift\.$/);
    expect(result(0, counts([['bortfall', 23]]), false)).toBe(
      'Umeå svarade inte på enkäten om arbetet mot hemlöshet 2016. Att svaren saknas betyder inte nej.',
    );
  });
});

describe('beside those like it', () => {
  it.each([
    [7, 7, 0, 'Ingen av de sju kommuner som är mest lika Umeå svarade ja på fler frågor.'],
    [7, 7, 4, 'Av de sju kommuner som är mest lika Umeå svarade fyra ja på fler frågor.'],
    [7, 7, 7, 'Alla sju kommuner som är mest lika Umeå svarade ja på fler frågor.'],
    [
      7,
      5,
      0,
      'Av de sju kommuner som är mest lika Umeå deltog fem, och ingen av dem svarade ja på fler frågor.',
    ],
    [7, 5, 5, 'Av de sju kommuner som är mest lika Umeå deltog fem, och alla de svarade ja på fler frågor.'],
    [7, 2, 1, null],
  ])('%i peers, %i answered, %i do more', (asked, answered, more, said) => {
    expect(peersResult('Umeå', { asked, answered, more })).toBe(said);
  });

  it('of a place without answers says only who took part', () => {
    expect(peersTookPart('Säffle', { asked: 7, answered: 6, more: 6 })).toBe(
      'Av de sju kommuner som är mest lika Säffle svarade sex.',
    );
    expect(peersTookPart('Säffle', { asked: 7, answered: 0, more: 0 })).toMatch(/svarade heller\.$/);
  });
});

it('what differs most keeps the word order of a main clause', () => {
  const plan = { pastaende: 'har en plan', nekat: 'har inte någon plan', kortnamn: 'Plan', riket: '81 %' };
  expect(differenceResult('Malå', { kind: 'vanlig-brist', ...plan })).toBe(
    'Malå har inte någon plan, men 81 % i riket svarade ja på den frågan.',
  );
  expect(differenceResult('Malå', { kind: 'ovanlig-styrka', ...plan, riket: '8 %' })).toBe(
    'Ovanligt är att Malå har en plan: bara 8 % i riket svarade ja.',
  );
});

describe('a city of stadsdelar', () => {
  const city = { ar: 2016, om: 'arbetet mot hemlöshet', asked: 23, stadsdelar: 10, answered: 10 };
  it.each([
    [
      'Malmö',
      3,
      2,
      /^Malmös stadsdelar .* På tre av 23 frågor svarade alla ja, och på två svarade ingen ja\.$/,
    ],
    ['Borås', 0, 1, /^Borås stadsdelar .* Ingen fråga fick ja av alla, och på en svarade ingen ja\.$/],
    ['Malmö', 4, 0, /På fyra av 23 frågor svarade alla ja, och varje fråga fick ja av minst en\.$/],
  ])('%s', (place, allYes, noneYes, said) => {
    expect(stadsdelResult({ ...city, place, allYes, noneYes })).toMatch(said);
  });
});

describe('changes', () => {
  it.each([
    [0, 0, 0, 'Ingen fråga har två svar som går att jämföra. Därför räknas ingen förändring.'],
    [1, 0, 0, 'En fråga går att jämföra med en tidigare utgåva: svaret är detsamma.'],
    [4, 0, 0, 'Fyra frågor går att jämföra med en tidigare utgåva: svaren är desamma.'],
    [
      7,
      1,
      0,
      'Sju frågor går att jämföra med en tidigare utgåva: ett svar har gått mot ja och sex är oförändrade.',
    ],
    [
      3,
      1,
      1,
      'Tre frågor går att jämföra med en tidigare utgåva: ett svar har gått mot ja, ett från ja och ett är oförändrat.',
    ],
    [2, 0, 2, 'Två frågor går att jämföra med en tidigare utgåva: två svar har gått från ja.'],
  ])('%i compared, %i towards, %i away', (compared, towards, away, said) => {
    expect(plain(changesResult({ compared, towards, away }))).toBe(said);
  });
});

it('no count up to twelve is written with digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), (asked, part) => {
      const n = Math.min(asked, part);
      const said = [
        peersResult('Umeå', { asked, answered: asked, more: n }) ?? '',
        changesResult({ compared: asked, towards: n, away: 0 }),
      ].join(' ');
      expect(said).not.toMatch(/\d|undefined/);
    }),
  );
});

import { describe, expect, it } from 'vitest';
import {
  answeredResult,
  changedResult,
  changesResult,
  gapResult,
  openResult,
  peersTookPart,
  rareResult,
  silentResult,
  stadsdelResult,
} from '../../src/text/sentences/profile.ts';

/** Tests write ordinary spaces; readers get no-break ones before units. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const om = 'arbetet mot hemlöshet';

describe('which years the answers are from', () => {
  it.each([
    [
      { first: 2016, last: 2023, newest: true },
      'Umeå svarade senast 2023 på frågor om arbetet mot hemlöshet. Här står det nyaste svaret på varje fråga, från 2016–2023.',
    ],
    [
      { first: 2018, last: 2018, newest: true },
      'Umeå svarade senast 2018 på frågor om arbetet mot hemlöshet.',
    ],
    [{ first: 2018, last: 2018, newest: false }, 'Umeå svarade på enkäten om arbetet mot hemlöshet 2018.'],
  ])('%j', (years, said) => {
    expect(answeredResult({ place: 'Umeå', om, fragor: 12, ...years })).toBe(said);
  });

  it('of an area with one question says that it is the only one', () => {
    const years = { first: 2025, last: 2025, newest: true };
    expect(answeredResult({ place: 'Umeå', om, fragor: 1, ...years })).toBe(
      'Umeå svarade senast 2025 på den enda frågan om arbetet mot hemlöshet.',
    );
  });

  it('of a place without an answer says so, and that it is not a no', () => {
    expect(silentResult({ place: 'Säffle', om, asked: [2016, 2023, 2016] })).toBe(
      'Säffle svarade inte på någon av enkäterna om arbetet mot hemlöshet 2016–2023. Att svaren saknas betyder inte nej.',
    );
    expect(silentResult({ place: 'Säffle', om, asked: [2018] })).toBe(
      'Säffle svarade inte på enkäten om arbetet mot hemlöshet 2018. Att svaren saknas betyder inte nej.',
    );
  });
});

describe('patterns', () => {
  const change = { kortnamn: 'Plan', from: 'nej', to: 'ja', before: 2018, now: 2020 };
  it.each([
    [[], 0, null],
    [[], 3, 'Inget svar har ändrats sedan den förra jämförbara utgåvan.'],
    [
      [change],
      3,
      'Ett svar har ändrats sedan den förra jämförbara utgåvan: ”Plan”, från nej 2018 till ja 2020.',
    ],
    [
      [change, change],
      0,
      'Två svar har ändrats sedan den förra jämförbara utgåvan, bland annat ”Plan”, från nej 2018 till ja 2020.',
    ],
  ])('%j', (changed, same, said) => {
    expect(changedResult(changed, same)).toBe(said);
  });

  it.each([
    [0, null],
    [1, 'Svar saknas på en fråga.'],
    [13, 'Svar saknas på 13 frågor.'],
  ])('%i without an answer', (open, said) => {
    const text = openResult(open);
    expect(text && plain(text)).toBe(said);
  });

  it('one thing that few do, with its year and base', () => {
    expect(rareResult({ place: 'Umeå', pastaende: 'erbjuder Bostad först', ar: 2016, riket: '8 %' })).toBe(
      'Få svarade som Umeå, att de erbjuder Bostad först: 8 % i riket 2016.',
    );
  });

  it.each([
    [5, 7, 'Av 7 liknande kommuner svarade 5 att de har en plan (2020), men inte Malå.'],
    [6, 6, 'Alla sex liknande kommuner svarade att de har en plan (2020), men inte Malå.'],
  ])('%i of %i alike', (count, of, said) => {
    const peers = { count, of, small: true };
    expect(gapResult({ place: 'Malå', pastaende: 'har en plan', ar: 2020, peers })).toBe(said);
  });

  it('those like a place without answers', () => {
    expect(peersTookPart('Säffle', { asked: 7, answered: 6 })).toBe(
      'Av de 7 kommuner som är mest lika Säffle svarade 6.',
    );
    expect(peersTookPart('Säffle', { asked: 7, answered: 0 })).toMatch(/svarade heller\.$/);
  });
});

describe('a city of stadsdelar', () => {
  const city = { ar: 2023, om, fragor: 12, stadsdelar: 10, answered: 10, allYes: null, noneYes: null };
  it.each([
    [
      'Malmö',
      {},
      'Malmös stadsdelar svarar var för sig, i stället för staden. Alla tio svarade på frågor om arbetet mot hemlöshet 2023.',
    ],
    [
      'Borås',
      { answered: 8, noneYes: { kortnamn: 'Plan', ar: 2016 } },
      'Borås stadsdelar svarar var för sig, i stället för staden. 8 av 10 svarade på frågor om arbetet mot hemlöshet 2023. Ingen som besvarade ”Plan” svarade ja (2016).',
    ],
  ])('%s %j', (place, more, said) => {
    expect(plain(stadsdelResult({ ...city, ...more, place }))).toBe(said);
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

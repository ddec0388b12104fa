import { expect, it } from 'vitest';
import { partsSentence, roundSentence, roundsTable, roundTable } from '../../src/content/kartlaggning.ts';
import { loaded } from '../pipeline/loaded.ts';

const { index } = await loaded();
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;

function riket() {
  const k = index?.catalogue.kartlaggningar.find((o) => o.slug === 'riket');
  const round = (ar: number) => {
    const found = k?.omgangar.find((o) => o.ar === ar);
    if (!found) throw new Error(`no round ${ar}`);
    return found;
  };
  if (!index || !k) throw new Error('no kartläggning');
  return { index, k, round };
}

it('says what a round came to, and compares it only with rounds that counted alike', () => {
  const { k, round } = riket();
  expect([2005, 2017, 2023].map((ar) => plain(roundSentence(k, round(ar))))).toEqual([
    'För 2005 finns ingen siffra för personer.',
    '2017 räknades ca 33 250 personer i hemlöshet, 32,9 per 10 000 invånare. Det är ca 750 färre än 2011, räknat med samma definition.',
    '2023 räknades 27 383 personer i hemlöshet, 26,0 per 10 000 invånare. Omgången före räknade på ett annat sätt, så antalen går inte att jämföra.',
  ]);
});

it('explains the parts that do not come to the total', () => {
  const { k } = riket();
  expect(plain(partsSentence(k, 2023))).toMatch(/Resten, 147, är personer vars situation källan inte anger/);
  expect(partsSentence(k, 1993)).toBeNull();
});

it('shows rounds newest first, with a gap where there is no figure', () => {
  const { k } = riket();
  const rows = roundsTable(k).rows.map((row) => row.slice(0, 4).map((c) => plain(c.text)));
  expect(rows.slice(0, 4)).toEqual([
    ['2023', '27 383', '26,0', 'Går inte att jämföra'],
    ['2017', 'ca 33 250', '32,9', 'ca 750 färre'],
    ['2011', 'ca 34 000', '35,9', 'Går inte att jämföra'],
    ['2005', 'Uppgift saknas', '–', 'Går inte att jämföra'],
  ]);
});

it('gives parts their share of all, about when the total is about', () => {
  const { index: site, k, round } = riket();
  const rows = roundTable(site, k, round(2017)).rows.map((row) => row.slice(0, 3).map((c) => plain(c.text)));
  expect(rows).toContainEqual(['Personer, situation 3, långsiktiga boendelösningar', '15 838', 'ca 48 %']);
  expect(rows).toContainEqual(['Personer, räknat med 2023 års metod', '30 090', '']);
});

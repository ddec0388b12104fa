import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

// A wrong number on a page for somebody in need is worse than none: each has a source, on the page for all of them.

const FOLDER = 'data/texter/stod';
const NUMBER = /\b(?:112|1177|116 111|0\d{1,3}-\d[\d ]+\d)\b/g;
const texts = readdirSync(FOLDER).map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));
const sources = readFileSync(`${FOLDER}/40-vart-vander-jag-mig.md`, 'utf8')
  .split('## Varifrån numren kommer')[1]
  ?.split('\n')
  .filter((line) => line.startsWith('- ') && line.includes('](http'));

it('every telephone number on the support pages has a source with a link', () => {
  const numbers = new Set(texts.flatMap((text) => text.split('## Varifrån')[0]?.match(NUMBER) ?? []));
  expect(numbers.size).toBeGreaterThan(3);
  for (const number of numbers)
    expect([number, sources?.some((line) => (line.split(':')[0] ?? '').includes(number))]).toEqual([
      number,
      true,
    ]);
});

import { describe, expect, it } from 'vitest';
import { parseCompareData } from '../../src/compare/parse.ts';
import { compareFixture } from './fixture.ts';

const data = compareFixture(8);
const [question] = data.indikatorer;
const withValue = (value: unknown) => ({
  ...data,
  indikatorer: [{ ...question, utgavor: [{ ...question?.utgavor[0], varden: [value] }] }],
});

describe('parseCompareData', () => {
  it('gives back what the site wrote', () => {
    expect(parseCompareData(JSON.parse(JSON.stringify(data)))).toEqual(data);
  });
  it.each([
    ['an unknown reason', withValue('!glömt')],
    ['a value that is neither number nor word', withValue({ html: '<b>' })],
    ['an indicator without years', { ...data, indikatorer: [{ ...question, utgavor: [] }] }],
    ['an error page', { error: 'not found' }],
    ['nothing', null],
  ])('refuses %s', (_, json) => {
    expect(() => parseCompareData(json)).toThrow();
  });
  it('takes every reason that the model knows, and words', () => {
    for (const value of ['!bortfall', '!skyddad', 'ja', 3.5])
      expect(parseCompareData(withValue(value)).indikatorer[0]?.utgavor[0].varden).toEqual([value]);
  });
});

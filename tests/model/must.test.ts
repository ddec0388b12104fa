import { describe, expect, it } from 'vitest';
import { answersOf, answerType, firstAnswer, hasAnswers, SVARSTYPER } from '../../src/model/answer.ts';
import { must } from '../../src/model/must.ts';

describe('what must be there', () => {
  it('is given back as it is, also when it counts for nothing', () => {
    for (const value of [0, '', false, 'x', []]) expect(must(value, 'value')).toBe(value);
  });

  it('ends the build by its name when it is not', () => {
    expect(() => must(undefined, 'län 99')).toThrow('There is no län 99');
    expect(() => must(null, 'län 99')).toThrow('There is no län 99');
  });
});

it('the first answer is one of the answers, and numbers have none', () => {
  const kategorier = ['Överskott', 'Balans'];
  for (const svarstyp of SVARSTYPER)
    if (hasAnswers({ svarstyp }))
      expect(answersOf(svarstyp, kategorier)[0]).toBe(firstAnswer({ svarstyp, kategorier }));
    else {
      expect(answerType(svarstyp).words).toBeNull();
      expect(() => firstAnswer({ svarstyp })).toThrow();
    }
});

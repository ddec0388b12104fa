import { describe, expect, it } from 'vitest';
import { figures, highs, holds, mapped, number, POSSIBLE, release, truthOf } from './held.ts';
import { range } from './outsider.ts';
import { inventering, kartlaggning, people, register } from './planted.ts';

describe('leak 3: a sum holds although not every class that could exist is there', () => {
  it('four situations by sex without ej-angiven', async () => {
    const lines = [
      ...['personer;alla;T;240', 'personer;alla;K;108', 'personer;alla;M;132'],
      ...['personer;1;T;35', 'personer;1;K;3', 'personer;1;M;32'],
      ...['personer;2;T;65', 'personer;2;K;32', 'personer;2;M;33'],
      ...['personer;3;T;80', 'personer;3;K;42', 'personer;3;M;38'],
      ...['personer;4;T;60', 'personer;4;K;31', 'personer;4;M;29'],
    ];
    const sums = ['T', 'K', 'M'].map(
      (kon) =>
        `personer_alla_${kon} = personer_1_${kon} + personer_2_${kon} + personer_3_${kon} + personer_4_${kon}`,
    );
    const sexes = ['alla', '1', '2', '3', '4'].map(
      (s) => `personer_${s}_T = personer_${s}_K + personer_${s}_M`,
    );
    holds(mapped(await release(kartlaggning(lines))), truthOf(lines), [...sums, ...sexes], 'personer_1_K');
  });
});

describe('leak 4: a cell without a row', () => {
  it('all and women without men', async () => {
    const lines = ['personer;alla;T;40', 'personer;alla;K;37'];
    holds(
      { ...mapped(await release(kartlaggning(lines))), personer_alla_M: null },
      { ...truthOf(lines), personer_alla_M: 3 },
      ['personer_alla_T = personer_alla_K + personer_alla_M'],
      'personer_alla_M',
    );
  });

  it('one class left out', async () => {
    const lines = ['personer;alla;T;100', 'personer;1;T;30', 'personer;2;T;40', 'personer;3;T;28'];
    holds(
      { ...mapped(await release(kartlaggning(lines))), rest: null },
      { ...truthOf(lines), rest: 2 },
      ['personer_alla_T = personer_1_T + personer_2_T + personer_3_T + rest'],
      'rest',
    );
  });

  it('one kommun left out of its län', async () => {
    const { index } = await release(
      people(),
      register('00;2022;T;190;', '01;2022;T;133;', '0180;2022;T;130;', '0305;2022;T;57;'),
    );
    const at = (kod: string) => index.observation('OJ-1', kod, 2022)?.varde;
    const shown = { lan: number(at('01')), stockholm: number(at('0180')), vasby: null };
    holds(shown, { lan: 133, stockholm: 130, vasby: 3 }, ['lan = stockholm + vasby'], 'vasby');
  });

  it('a kommun that the source itself has hidden', async () => {
    const { index } = await release(
      people(),
      register('00;2022;T;190;', '01;2022;T;150;', '0114;2022;T;;X', '0180;2022;T;130;', '0305;2022;T;40;'),
    );
    const at = (kod: string) => index.observation('OJ-1', kod, 2022)?.varde;
    const shown = { lan: number(at('01')), stockholm: number(at('0180')), vasby: number(at('0114')) };
    const [least = 0, most = 0] = range(highs, { shown, known: ['lan = stockholm + vasby'] }, 'vasby') ?? [];
    expect(most - least + 1).toBeGreaterThanOrEqual(POSSIBLE);
  });

  it('the rest of those that an inventory’s figure is a part of', async () => {
    const changed = inventering('akut-alla;T;alla;26;', 'hotell;T;alla;24;');
    holds(
      { ...figures(await release(changed)), rest: null },
      { akutalla_T: 26, hotell_T: 24, rest: 2 },
      ['akutalla_T = hotell_T + rest'],
      'rest',
    );
  });

  it('evictions carried out are those that came in less those averted', async () => {
    const changed = inventering(
      'avhysning-inkomna;T;alla;41;',
      'avhysning-avvarjda;T;alla;38;',
      'avhysning-genomforda;T;alla;3;',
    );
    holds(
      figures(await release(changed)),
      { avhysninginkomna_T: 41, avhysningavvarjda_T: 38, avhysninggenomforda_T: 3 },
      ['avhysninginkomna_T = avhysningavvarjda_T + avhysninggenomforda_T'],
      'avhysninggenomforda_T',
    );
  });
});

describe('leak 5: percentages', () => {
  it('without a row for the count', async () => {
    const lines = ['personer;alla;T;1000', 'personer;1;T;0.4;procent'];
    const published = mapped(await release(kartlaggning(lines)));
    const bounds =
      published.p_personer_1_T === null
        ? []
        : ['100 n >= 0.35 personer_alla_T', '100 n <= 0.45 personer_alla_T'];
    const [least = 0, most = 0] =
      range(highs, { shown: { ...published, n: null }, known: [...bounds, 'n <= personer_alla_T'] }, 'n') ??
      [];
    expect(most - least + 1).toBeGreaterThanOrEqual(POSSIBLE);
    // The percentage goes before the total does.
    expect(published.personer_alla_T).toBe(1000);
  });

  it('of another base: women in a situation of those in the situation', async () => {
    const lines = [
      'personer;alla;T;300',
      'personer;1;T;60',
      'personer;1;K;3',
      'personer;1;K;5;procent',
      'personer;2;T;240',
    ];
    const published = mapped(await release(kartlaggning(lines)));
    expect(published.personer_1_K).toBeNull();
    expect(published.p_personer_1_K).toBeNull();
    expect(published.personer_1_T).toBe(60);
  });
});

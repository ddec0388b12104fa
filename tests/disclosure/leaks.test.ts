import { describe, expect, it } from 'vitest';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { type LoadResult, loadFiles } from '../../src/pipeline/load.ts';
import { type Change, folder } from '../ingest/folder.ts';
import { type Puzzle, range } from './outsider.ts';
import { inventering, kartlaggning, people, program, REGISTER_LINES, register } from './planted.ts';

const highs = await loadHighs();
/** Counts that must remain possible for what is hidden. */
const POSSIBLE = 5;

async function release(
  ...changes: readonly Change[]
): Promise<LoadResult & { index: NonNullable<LoadResult['index']> }> {
  const result = await loadFiles(folder(...changes));
  const errors = result.report.findings.filter((f) => f.severity === 'error');
  expect(errors).toEqual([]);
  if (!result.index) throw new Error('no release');
  return { ...result, index: result.index };
}

/** What a kartläggning shows, by `matt_situation_kon`; percentages with `p` before. */
function mapped({ index }: Pick<Awaited<ReturnType<typeof release>>, 'index'>): Puzzle['shown'] {
  const [k] = index.catalogue.kartlaggningar;
  return Object.fromEntries(
    (k?.varden ?? []).map((v) => {
      const name = [v.matt, v.situation.replace('-', ''), v.kon].join('_');
      return [v.enhet === 'procent' ? `p_${name}` : name, v.varde];
    }),
  );
}

const figures = ({ index }: Pick<Awaited<ReturnType<typeof release>>, 'index'>): Puzzle['shown'] =>
  Object.fromEntries(
    (index.catalogue.inventeringar[0]?.rader ?? []).map((r) => [
      [r.uppgift.replaceAll('-', ''), r.kon].join('_'),
      r.varde,
    ]),
  );

/**
 * Holds that a planted secret can be told when only the small counts are hidden, and that it cannot from what is
 * published.
 */
function holds(
  published: Puzzle['shown'],
  truth: Puzzle['shown'],
  known: readonly string[],
  target: string,
): void {
  const small = (n: number | null) => (n !== null && n > 0 && n < POSSIBLE ? null : n);
  const careless = Object.fromEntries(Object.entries(truth).map(([name, n]) => [name, small(n)]));
  const width = (puzzle: Puzzle) => {
    const [least = 0, most = 0] = range(highs, puzzle, target) ?? [];
    return most - least + 1;
  };
  expect(['careless', target, width({ shown: careless, known }) < POSSIBLE]).toEqual([
    'careless',
    target,
    true,
  ]);
  expect(published[target] ?? null).toBeNull();
  expect(['published', target, width({ shown: published, known }) >= POSSIBLE]).toEqual([
    'published',
    target,
    true,
  ]);
}

/** `matt;situation;kon;varde` lines as the names and numbers of a puzzle. */
const truthOf = (lines: readonly string[]): Puzzle['shown'] =>
  Object.fromEntries(
    lines.map((line) => {
      const [matt, situation = '', kon, varde, enhet] = line.split(';');
      const name = [matt, situation.replace('-', ''), kon].join('_');
      return [enhet === 'procent' ? `p_${name}` : name, Number(varde)];
    }),
  );

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

describe('leak 6: linked tables', () => {
  it('measures that add up', async () => {
    const lines = ['personer;alla;T;70', 'vuxna;alla;T;67', 'barn;alla;T;3'];
    holds(
      mapped(await release(kartlaggning(lines))),
      truthOf(lines),
      ['personer_alla_T = vuxna_alla_T + barn_alla_T'],
      'barn_alla_T',
    );
  });

  it('a programme’s indicators', async () => {
    const { index } = await release(program(['hemlosa;40;3;37'], {}));
    const [i] = index.catalogue.program[0]?.indikatorer ?? [];
    holds(
      { T: i?.varde ?? null, K: i?.kvinnor ?? null, M: i?.man ?? null },
      { T: 40, K: 3, M: 37 },
      ['T = K + M'],
      'K',
    );
  });

  it('the same count in a register and a programme', async () => {
    // 60 women of Stockholm hide the 3 of Väsby, unless another source tells of them.
    const { index } = await release(
      people(),
      register(...REGISTER_LINES),
      program(['hemlosa;130;60;70'], null, '0180'),
    );
    const [i] = index.catalogue.program[0]?.indikatorer ?? [];
    expect(i?.kvinnor).toBe(60);
    const kod = (place: string, kon: 'T' | 'K' | 'M') => index.observation('OJ-1', place, 2022, kon)?.varde;
    expect(kod('0114', 'K')).toBeNull();
    const shown = { lan: number(kod('01', 'K')), stockholm: 60, vasby: null };
    const [least = 0, most = 0] = range(highs, { shown, known: ['lan = stockholm + vasby'] }, 'vasby') ?? [];
    expect(most - least + 1).toBeGreaterThanOrEqual(POSSIBLE);
  });
});

describe('leak 9: magnitudes', () => {
  it('what the support of few people cost, and how long it lasted', async () => {
    const { index } = await release(
      inventering(
        'akut-alla;T;alla;1;',
        'akut-dygn;T;alla;365;',
        'akut-kostnad;T;alla;438000;',
        'kontrakt-alla;T;alla;2;',
      ),
    );
    const rader = index.catalogue.inventeringar[0]?.rader ?? [];
    expect(rader.map((r) => [r.uppgift, r.varde, r.skyddad])).toEqual([
      ['akut-alla', null, true],
      ['akut-dygn', null, true],
      ['akut-kostnad', null, true],
      ['kontrakt-alla', null, true],
    ]);
  });
});

describe('totals are kept first', () => {
  it('of a hundred people with one 3, one 2 and one 1 the total and all women are shown', async () => {
    const enda = (klasser: readonly string[]) => ({ klasser, enda: true });
    const lines = [
      ...['personer;alla;T;100', 'personer;alla;K;40', 'personer;alla;M;60'],
      ...['personer;1;T;3', 'personer;2;T;27', 'personer;3;T;50', 'personer;4;T;20'],
      ...['18–24;2', '25–64;90', '65–;8'].map(
        (c) => `personer;alla;T;${c.split(';')[1]};antal;;${c.split(';')[0]}`,
      ),
      ...['utan barn;70', 'med barn;18', 'par utan barn;1', 'par med barn;11'].map(
        (c) => `personer;alla;T;${c.split(';')[1]};antal;;;${c.split(';')[0]}`,
      ),
    ];
    const indelningar = {
      alder: enda(['18–24', '25–64', '65–']),
      hushallstyp: enda(['utan barn', 'med barn', 'par utan barn', 'par med barn']),
    };
    const { index } = await release(kartlaggning(lines, { indelningar }));
    const plain = (index.catalogue.kartlaggningar[0]?.varden ?? []).filter(
      (v) => v.situation === 'alla' && v.klass.alder === null && v.klass.hushallstyp === null,
    );
    expect(plain.map((v) => v.varde)).toEqual([100, 40, 60]);
  });
});

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

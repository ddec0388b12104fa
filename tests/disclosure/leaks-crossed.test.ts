import { describe, expect, it } from 'vitest';
import { holds, release } from './held.ts';
import { kartlaggning } from './planted.ts';

const ALDER = { klasser: ['unga', 'äldre'], enda: true };
const HUSHALL = { klasser: ['ensam', 'par'], enda: true };

/** What a kartläggning shows of all persons, by the classes of its divisions. */
async function shownBy(lines: readonly string[], indelningar: object) {
  const { index } = await release(kartlaggning(lines, { indelningar }));
  const varden = index.catalogue.kartlaggningar[0]?.varden ?? [];
  return Object.fromEntries(
    varden.map((v) => {
      const { alder, hushallstyp, orsak } = v.klass;
      const name = [alder, hushallstyp, orsak, v.kon === 'T' ? null : v.kon].filter(Boolean).join('_');
      return [name.replaceAll('ä', 'a') || 'alla', v.varde] as const;
    }),
  );
}
const row = (n: number, ...classes: readonly string[]) => `personer;alla;T;${n};antal;;${classes.join(';')}`;

describe('leak 6: tables crossed by two divisions, without the totals of either', () => {
  const known = ['alla = unga_ensam + unga_par + aldre_ensam + aldre_par'];
  const indelningar = { alder: ALDER, hushallstyp: HUSHALL };

  it('of four classes, one is left out', async () => {
    const lines = [
      row(100, '', ''),
      row(37, 'unga', 'ensam'),
      row(30, 'unga', 'par'),
      row(30, 'äldre', 'ensam'),
    ];
    const truth = { alla: 100, unga_ensam: 37, unga_par: 30, aldre_ensam: 30, aldre_par: 3 };
    holds({ ...(await shownBy(lines, indelningar)), aldre_par: null }, truth, known, 'aldre_par');
  });

  it('of four classes, one is small', async () => {
    const lines = [
      row(100, '', ''),
      row(37, 'unga', 'ensam'),
      row(30, 'unga', 'par'),
      row(30, 'äldre', 'ensam'),
      row(3, 'äldre', 'par'),
    ];
    const truth = { alla: 100, unga_ensam: 37, unga_par: 30, aldre_ensam: 30, aldre_par: 3 };
    holds(await shownBy(lines, indelningar), truth, known, 'aldre_par');
  });

  it('situations by sex without the situations of all', async () => {
    const by = (situation: string, kon: string, n: number) => `personer;${situation};${kon};${n}`;
    const lines = [
      by('alla', 'T', 143),
      ...['1', '2', '3', '4'].flatMap((s) => [by(s, 'K', 20), ...(s === '4' ? [] : [by(s, 'M', 20)])]),
    ];
    const { index } = await release(kartlaggning(lines));
    const varden = index.catalogue.kartlaggningar[0]?.varden ?? [];
    const parts = ['1', '2', '3', '4'].flatMap((s) => ['K', 'M'].map((kon) => `${kon}${s}`));
    const shown = Object.fromEntries(
      varden.map((v) => [v.situation === 'alla' ? 'alla' : `${v.kon}${v.situation}`, v.varde] as const),
    );
    const truth = { ...Object.fromEntries(parts.map((p) => [p, p === 'M4' ? 3 : 20])), alla: 143 };
    // Those without a known situation are none: the numbers of the round add up.
    holds({ ...shown, M4: null }, truth, [`alla = ${parts.join(' + ')}`], 'M4');
  });
});

describe('leak 6: classes of which one person can be in several', () => {
  const ORSAK = { klasser: ['skulder', 'våld'], enda: false };
  const indelningar = { orsak: ORSAK };

  it('those who are not in a class are what is left of all', async () => {
    const lines = [row(40, ''), row(37, 'skulder'), row(20, 'våld')];
    const truth = { alla: 40, skulder: 37, vald: 20, ovriga: 3 };
    const { alla = null, skulder = null } = await shownBy(lines, indelningar);
    holds({ alla, skulder, ovriga: null }, truth, ['alla = skulder + ovriga'], 'ovriga');
  });

  it('classes that add up to all tell that nobody is in two', async () => {
    const lines = [row(40, ''), row(37, 'skulder'), row(3, 'våld')];
    const shown = await shownBy(lines, indelningar);
    holds(
      { alla: shown.alla ?? null, skulder: shown.skulder ?? null, vald: shown.våld ?? null },
      { alla: 40, skulder: 37, vald: 3 },
      ['alla = skulder + vald'],
      'vald',
    );
  });

  it('a class that is larger than all counts something else, and stops nothing', async () => {
    const shown = await shownBy([row(40, ''), row(43, 'skulder')], indelningar);
    expect(shown).toMatchObject({ alla: 40, skulder: 43 });
  });
});

it('what is left in two ways is one person, however many sums lie between', async () => {
  const lines = [
    ...['alla T 61', 'alla T 25 unga', 'alla T 36 äldre', 'alla K 12', 'alla K 7 unga', 'alla K 5 äldre'],
    ...['1 T 3 unga', '1 T 31 äldre', '1 K 3 unga', '1 K 3 äldre', '1 M 0 unga', '1 M 28 äldre'],
    ...['2 T 22', '2 T 19 unga', '2 K 2 unga', '2 K 2 äldre', '2 M 18', '2 M 1 äldre'],
    ...['3 T 5', '3 T 3 unga', '3 T 2 äldre', '3 K 0 äldre', '3 M 2 äldre'],
  ].map((line) => {
    const [situation, kon, n, klass = ''] = line.split(' ');
    return `personer;${situation};${kon};${n};antal;;${klass}`;
  });
  const { index } = await release(kartlaggning(lines, { indelningar: { alder: ALDER } }));
  const varden = index.catalogue.kartlaggningar[0]?.varden ?? [];
  expect(varden[0]?.varde).toBe(61);
  expect(varden.filter((v) => v.varde !== null && v.varde > 0 && v.varde < 5)).toEqual([]);
});

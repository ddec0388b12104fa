import { describe, expect, it } from 'vitest';
import { ANDEL, type Change, INDIKATORER, replace, write } from '../ingest/folder.ts';
import { highs, number, POSSIBLE, release } from './held.ts';
import { range } from './outsider.ts';
import { kartlaggning, people, program, register } from './planted.ts';

/** `OJ-2` as cases per 100 000 inhabitants: `kod;varde` lines of 2022. */
const rates =
  (...lines: readonly string[]): Change =>
  (files) => {
    replace(INDIKATORER, '"svarstyp": "andel"', '"svarstyp": "per-100000"')(files);
    const rows = lines.map((line) => line.replace(';', ';2022;T;'));
    write(ANDEL, `kod;ar;kon;varde;saknas\n${rows.map((row) => `${row};\n`).join('')}`)(files);
  };
/** How many counts are left for a hidden one, of a base that everybody knows and a share that may be shown. */
function left(share: number | null, half: number, base: number): number {
  const known =
    share === null
      ? ['x >= 1']
      : [`100000 x >= ${(share - half) * base} one`, `100000 x <= ${(share + half) * base} one`, 'one = 1'];
  const [least = 0, most = 0] = range(highs, { shown: {}, known }, 'x') ?? [];
  return most - least + 1;
}

describe('leak 5: rates over the population', () => {
  const at = async (...changes: readonly Change[]) => {
    const { index } = await release(...changes);
    const of = (id: string, kod: string) => number(index.observation(id, kod, 2022)?.varde);
    return { count: of('OJ-1', '0114'), rate: of('OJ-2', '0114'), other: of('OJ-2', '0305') };
  };

  it('of a single kommun, or of two', async () => {
    // 6 of 100 000 are 3 of 50 000.
    expect(left(6, 0.5, 50_000)).toBeLessThan(POSSIBLE);
    const alone = await at(people(), register('0114;2022;T;3;'), rates('0114;6'));
    expect([alone.count, left(alone.rate, 0.5, 50_000) >= POSSIBLE]).toEqual([null, true]);
    const two = await at(
      people(),
      register('0114;2022;T;3;', '0305;2022;T;20;'),
      rates('0114;6', '0305;100'),
    );
    expect([left(two.rate, 0.5, 50_000) >= POSSIBLE, two.other]).toEqual([true, 100]);
    // Where it is of something else in one of them, nobody takes it for a share of these.
    const else_ = await at(
      people(),
      register('0114;2022;T;3;', '0305;2022;T;20;'),
      rates('0114;6', '0305;10'),
    );
    expect([else_.rate, else_.other]).toEqual([6, 10]);
  });

  it('beside counts that are rounded', async () => {
    const lines = ['0114;2022;T;3;', '0180;2022;T;500;', '0305;2022;T;20;'];
    const shown = await at(
      people({ metod: 'avrunda-5' }),
      register(...lines),
      rates('0114;6', '0180;50', '0305;100'),
    );
    expect(shown).toEqual({ count: 5, rate: null, other: null });
  });
});

describe('leak 5: percentages', () => {
  const shown = async (lines: readonly string[]) => {
    const { index } = await release(kartlaggning(lines));
    return (index.catalogue.kartlaggningar[0]?.varden ?? []).map((v) => v.varde);
  };

  it('of all who are counted in another measure', async () => {
    expect(await shown(['personer;alla;T;40', 'langvarigt;alla;T;7.5;procent'])).toEqual([40, null]);
    expect(
      await shown(['personer;alla;T;40', 'langvarigt;alla;T;3', 'langvarigt;alla;T;7.5;procent']),
    ).toEqual([40, null, null]);
    expect(await shown(['personer;alla;T;4000', 'langvarigt;alla;T;7.5;procent'])).toEqual([4000, 7.5]);
  });

  it('of whom nobody says, when they are few of any', async () => {
    // 15 % of all are 6, of the women 3.
    const lines = ['personer;alla;T;40', 'personer;alla;K;20', 'langvarigt;alla;K;15;procent'];
    expect(await shown(lines)).toEqual([40, 20, null]);
  });

  it('of a programme, of its own counts', async () => {
    const percent = async (varde: number, lines: readonly string[], skydd: object | null = {}) => {
      const row = `andel;farre;Andel;procent;minska;2022;${varde};;;;Påhittad`;
      const added: Change = (files) => {
        const path = 'program/prov/indikatorer.csv';
        files.set(path, `${files.get(path)}${row}\n`);
      };
      const { index } = await release(program(lines, skydd), added);
      return index.catalogue.program[0]?.indikatorer.at(-1)?.varde;
    };
    expect(await percent(8, ['hemlosa;40;3;37'])).toBeNull();
    expect(await percent(8, ['hemlosa;40'])).toBeNull();
    expect(await percent(8, ['hemlosa;400'])).toBe(8);
    // It is no count: 3 percent are not three persons.
    expect(await percent(3, ['hemlosa;400'])).toBe(3);
    expect(await percent(8, ['hemlosa;40;3;37'], null)).toBe(8);
  });
});

import { describe, expect, it } from 'vitest';
import { loadFiles } from '../../src/pipeline/load.ts';
import { type Change, folder, write } from '../ingest/folder.ts';
import { figures, highs, holds, number, POSSIBLE, release } from './held.ts';
import { range } from './outsider.ts';
import { inventering, kartlaggning, people, program, REGISTER_LINES, register } from './planted.ts';

const samband = (summa: string, ...delar: readonly string[]): Change =>
  write('samband.json', JSON.stringify([{ titel: 'Ett samband i provet', summa, delar }]));

const codes = async (...changes: readonly Change[]) => {
  const { report, index } = await loadFiles(folder(...changes));
  const found = report.findings.filter((f) => f.code === 'motsager-varandra' || f.code === 'samband-funnet');
  return { found, published: index !== null };
};

describe('declared identities', () => {
  const inventory = inventering('kontrakt-alla;T;alla;43;', 'uppsokta;T;alla;40;', 'sover-ute;T;alla;3;');

  it('protect a count that is the difference of two others', async () => {
    const truth = { kontraktalla_T: 43, uppsokta_T: 40, soverute_T: 3 };
    const sum = samband('inventering/kontrakt-alla', 'inventering/uppsokta', 'inventering/sover-ute');
    const known = ['kontraktalla_T = uppsokta_T + soverute_T'];
    const published = figures(await release(inventory, sum));
    holds(published, truth, known, 'soverute_T');
    // Nothing else protects it: undeclared, it is disclosed by a subtraction.
    const naive = figures(await release(inventory));
    expect(range(highs, { shown: naive, known }, 'soverute_T')).toEqual([3, 3]);
  });

  it('protect a count that has no row at all', async () => {
    const known = ['whole = shown + left'];
    const lines = ['kontrakt-alla;T;alla;43;', 'uppsokta;T;alla;40;'];
    const sum = samband('inventering/kontrakt-alla', 'inventering/uppsokta', 'inventering/sover-ute');
    const shown = (of: Awaited<ReturnType<typeof release>>) => {
      const { kontraktalla_T: whole = null, uppsokta_T: part = null } = figures(of);
      return { whole, shown: part, left: null };
    };
    const naive = shown(await release(inventering(...lines)));
    expect(range(highs, { shown: naive, known }, 'left')).toEqual([3, 3]);
    const [least = 0, most = 0] =
      range(highs, { shown: shown(await release(inventering(...lines), sum)), known }, 'left') ?? [];
    expect(most - least + 1).toBeGreaterThanOrEqual(POSSIBLE);
  });

  it('reach across a kartläggning, a register, an inventory and a programme', async () => {
    const sources = [
      kartlaggning(['personer;alla;T;63']),
      people(),
      register(
        '0114;2022;T;20;',
        '00;2022;T;235;',
        '01;2022;T;144;',
        '0180;2022;T;124;',
        '0305;2022;T;21;',
        '0380;2022;T;60;',
      ),
      inventering('sover-ute;T;alla;3;'),
      program(['hemlosa;40;;'], {}),
    ];
    const sum = samband(
      'kartlaggning/vasby/personer',
      'OJ-1',
      'inventering/sover-ute',
      'program/prov/hemlosa',
    );
    const known = ['all = register + outside + programme'];
    const shown = ({ index }: Awaited<ReturnType<typeof release>>) => {
      const { kartlaggningar, inventeringar, program: programmes } = index.catalogue;
      return {
        all: number(kartlaggningar[0]?.varden[0]?.varde),
        register: number(index.observation('OJ-1', '0114', 2022)?.varde),
        outside: inventeringar[0]?.rader[0]?.varde ?? null,
        programme: programmes[0]?.indikatorer[0]?.varde ?? null,
      };
    };
    expect(range(highs, { shown: shown(await release(...sources)), known }, 'outside')).toEqual([3, 3]);
    holds(
      shown(await release(...sources, sum)),
      { all: 63, register: 20, outside: 3, programme: 40 },
      known,
      'outside',
    );
  });

  it('protect the rest of a register that shares people with another', async () => {
    const known = ['all = some + rest'];
    const lines = ['kontrakt-alla;T;alla;43;', 'uppsokta;T;alla;40;'];
    const part = write(
      'samband.json',
      JSON.stringify([
        {
          titel: 'De uppsökta har kontrakt',
          summa: 'inventering/kontrakt-alla',
          delar: ['inventering/uppsokta'],
          fullstandigt: false,
        },
      ]),
    );
    const { kontraktalla_T: all = null, uppsokta_T: some = null } = figures(
      await release(inventering(...lines), part),
    );
    const [least = 0, most = 0] = range(highs, { shown: { all, some, rest: null }, known }, 'rest') ?? [];
    expect(most - least + 1).toBeGreaterThanOrEqual(POSSIBLE);
  });

  it('stop the release, with the cells, when the numbers do not keep them', async () => {
    const wrong = samband('inventering/kontrakt-alla', 'inventering/uppsokta', 'inventering/fortur');
    const { found, published } = await codes(
      inventering('kontrakt-alla;T;alla;43;', 'uppsokta;T;alla;30;', 'fortur;T;alla;10;'),
      wrong,
    );
    expect(published).toBe(false);
    expect(found).toMatchObject([{ code: 'motsager-varandra', file: 'samband.json' }]);
    expect(found[0]?.message).toContain('tillsammans 40, men totalen är 43');
    expect(found[0]?.message).toContain('inventering/fortur/alla 2022, kod 0114');
  });

  it('are refused between rounded and hidden counts', async () => {
    const { report, index } = await loadFiles(
      folder(
        kartlaggning(['personer;alla;T;43'], { personskydd: { metod: 'avrunda-5' } }),
        inventering('uppsokta;T;alla;43;'),
        samband('kartlaggning/vasby/personer', 'inventering/uppsokta'),
      ),
    );
    expect(index).toBeNull();
    expect(report.findings.filter((f) => f.severity === 'error')).toMatchObject([
      { code: 'kan-inte-skyddas', file: 'samband.json' },
    ]);
  });

  it('hold among rounded counts', async () => {
    const lines = ['personer;alla;T;43', 'vuxna;alla;T;31', 'barn;alla;T;12'];
    const { index } = await release(
      kartlaggning(lines, { personskydd: { metod: 'avrunda-5' } }),
      samband('kartlaggning/vasby/personer', 'kartlaggning/vasby/vuxna', 'kartlaggning/vasby/barn'),
    );
    const [all = 0, adults = 0, children = 0] = (index.catalogue.kartlaggningar[0]?.varden ?? []).map(
      (v) => number(v.varde) ?? Number.NaN,
    );
    expect(all).toBe(adults + children);
  });
});

describe('identities that nobody has declared', () => {
  const of = (kod: string, kontrakt: number, uppsokta: number, ute: number) =>
    [`kontrakt-alla;T;alla;${kontrakt};`, `uppsokta;T;alla;${uppsokta};`, `sover-ute;T;alla;${ute};`].map(
      (line) => `${kod};2022;${line}`,
    );
  const inventories = (...lines: readonly string[]): Change =>
    write('inventering/prov.csv', `kommunkod;ar;uppgift;kon;alder;varde;text\n${lines.join('\n')}\n`);
  const three = [...of('0114', 43, 30, 13), ...of('0180', 90, 70, 20), ...of('0305', 51, 31, 20)];

  it('are reported when they hold wherever all is shown, and a count is hidden', async () => {
    const { found } = await codes(inventories(...three, ...of('0380', 43, 40, 3)));
    expect(found).toMatchObject([
      { code: 'samband-funnet', severity: 'warning', value: 'inventering/kontrakt-alla' },
    ]);
  });

  it.each([
    ['women only', (n: readonly number[]) => n.map((v) => `K;alla;${v}`)],
    ['an age only', (n: readonly number[]) => n.map((v) => `T;18-29;${v}`)],
  ])('are reported of %s too', async (_, lines) => {
    const at = (kod: string, ...n: readonly number[]) =>
      lines(n).map((line, i) => `${kod};2022;${['institution-alla', 'uppsokta', 'sover-ute'][i]};${line};`);
    const { found } = await codes(
      inventories(
        ...at('0114', 43, 30, 13),
        ...at('0180', 90, 70, 20),
        ...at('0305', 51, 31, 20),
        ...at('0643', 66, 41, 25),
        ...at('0380', 43, 40, 3),
      ),
    );
    expect(found).toMatchObject([{ code: 'samband-funnet', value: 'inventering/institution-alla' }]);
  });

  it('are one finding over the ages of two places, and none when women do not keep them', async () => {
    const ages = ['0-17', '18-29', '30-49', '65-'].map(
      (alder, i) => [alder, i === 3 ? 3 : 10 + 7 * i] as const,
    );
    const lines = (more: readonly string[] = []) =>
      inventories(
        ...['0114', '0180'].flatMap((kod) =>
          [
            ...ages.flatMap(([alder, n]) => [
              `institution-alla;T;${alder};${30 + n};`,
              `uppsokta;T;${alder};30;`,
              `sover-ute;T;${alder};${n};`,
            ]),
            ...more,
          ].map((line) => `${kod};2022;${line}`),
        ),
      );
    expect((await codes(lines())).found).toMatchObject([
      { code: 'samband-funnet', value: 'inventering/institution-alla' },
    ]);
    const women = ['institution-alla;K;0-17;30;', 'uppsokta;K;0-17;12;', 'sover-ute;K;0-17;10;'];
    expect((await codes(lines(women))).found).toEqual([]);
  });

  it('are not reported when declared, when they fail somewhere, or when nothing is hidden', async () => {
    const hidden = of('0380', 43, 40, 3);
    const declared = samband('inventering/kontrakt-alla', 'inventering/uppsokta', 'inventering/sover-ute');
    expect((await codes(inventories(...three, ...hidden), declared)).found).toEqual([]);
    expect((await codes(inventories(...three, ...hidden, ...of('0643', 43, 30, 10)))).found).toEqual([]);
    expect((await codes(inventories(...three))).found).toEqual([]);
  });
});

it('the register of the other tests keeps its own identities', async () => {
  const { found } = await codes(people(), register(...REGISTER_LINES));
  expect(found).toEqual([]);
});

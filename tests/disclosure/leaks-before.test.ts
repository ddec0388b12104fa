import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { attack } from '../../src/disclosure/attack/index.ts';
import { insiderExposures } from '../../src/disclosure/attack/insiders.ts';
import { cube } from '../../src/disclosure/cube.ts';
import { protectRelease } from '../../src/disclosure/release.ts';
import { DEFAULT_RULE, isSmall } from '../../src/disclosure/rule.ts';
import { protect } from '../../src/disclosure/suppress/index.ts';
import { allFiles } from '../../src/files/index.ts';
import { ingest } from '../../src/ingest/index.ts';
import { type Catalogue, indexCatalogue } from '../../src/model/catalogue.ts';
import { folkmangdOf } from '../../src/model/kommun.ts';
import { releaseCollector } from '../../src/pipeline/files/release.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { FORMULAR_FILE, FORMULAR_TEXT } from '../fixtures/formular.ts';
import { ANDEL, type Change, folder, INDIKATORER, replace, write } from '../ingest/folder.ts';
import { figures, highs, holds, mapped, number, POSSIBLE, release } from './held.ts';
import { type Puzzle, range } from './outsider.ts';
import { inventering, kartlaggning, people, program, REGISTER_LINES, register } from './planted.ts';
import { knowledgeOf, truthOf } from './tables.ts';

// Leaks whose other tests only show that they are closed: here each also wins when its protection is off.

/** What would be published with all protection off. */
function unprotected(...changes: readonly Change[]): Catalogue {
  const { catalogue } = ingest(folder(...changes));
  if (!catalogue) throw new Error('not read');
  return catalogue;
}

/** How many counts a reader must think possible. */
function width(puzzle: Puzzle, target: string): number {
  const [least = 0, most = 0] = range(highs, puzzle, target) ?? [];
  return most - least + 1;
}

describe('leak 1: hashes of secret sources', () => {
  const path = 'omraden/prov/register/OJ-1.csv';
  /** The counts of women that a reader can try: each makes a file, and a file a hash. */
  async function guessed(hidden: 'hemliga' | 'inga'): Promise<readonly number[]> {
    const files = new Map(folder(people(), register(...REGISTER_LINES)));
    const { index, hemligaKallor } = await loadFiles(files);
    if (!index) throw new Error('no release');
    const inputs = new Map([
      ...[...files].map(([name, bytes]) => [`data/${name}`, bytes] as const),
      ['package.json', new TextEncoder().encode('{"version":"1.0.0"}')] as const,
    ]);
    const secret = hidden === 'hemliga' ? hemligaKallor : new Set<string>();
    const collected = releaseCollector(inputs, secret).files(index, allFiles(index));
    const texts = await Promise.all(collected.map(async (f) => new TextDecoder().decode(await f.content())));
    return Array.from({ length: 15 }, (_, n) => n).filter((n) => {
      const lines = REGISTER_LINES.map((line) =>
        line
          .replace('0114;2022;K;3;', `0114;2022;K;${n};`)
          .replace('0114;2022;M;11;', `0114;2022;M;${14 - n};`)
          .replace('0180;2022;K;60;', `0180;2022;K;${63 - n};`)
          .replace('0180;2022;M;70;', `0180;2022;M;${67 + n};`),
      );
      const guess = new Map(folder(register(...lines))).get(path) ?? new Uint8Array();
      const hash = createHash('sha256').update(guess).digest('hex');
      return texts.some((text) => text.includes(hash));
    });
  }

  it('tell the count among fifteen guesses where they are published, and nothing where they are not', async () => {
    expect(await guessed('inga')).toEqual([3]);
    expect(await guessed('hemliga')).toEqual([]);
  });
});

it('leak 2: the information that is lost differs between tables that look the same', () => {
  const of = (women: number) =>
    cube([{ name: 'kön', children: { T: ['K', 'M'] } }], ([kon]) => (kon === 'K' ? women : 40 - women));
  const [a, b] = [of(3), of(4)].map((t) => protect(highs, t, DEFAULT_RULE));
  expect(a?.hidden).toEqual(b?.hidden);
  expect(a?.information.hidden).not.toBe(b?.information.hidden);
});

describe('leak 4: what the source itself hid', () => {
  it('of kommuner is what the others leave of their län, where only our small counts are hidden', async () => {
    const lines = [
      '00;2022;T;193;',
      '01;2022;T;133;',
      '0114;2022;T;;X',
      '0180;2022;T;130;',
      '0305;2022;T;60;',
    ];
    const known = ['lan = stockholm + vasby'];
    const shown = ({ observationer }: Pick<Catalogue, 'observationer'>) => {
      const at = (kod: string) => number(observationer.find((o) => o.kod === kod && o.ar === 2022)?.varde);
      return { lan: at('01'), stockholm: at('0180'), vasby: at('0114') };
    };
    // Nothing that we have is small, so a rule of small counts alone hides nothing.
    const naive = shown(unprotected(people(), register(...lines)));
    expect(naive).toEqual({ lan: 133, stockholm: 130, vasby: null });
    expect(range(highs, { shown: naive, known }, 'vasby')).toEqual([3, 3]);
    const { index } = await release(people(), register(...lines));
    expect(width({ shown: shown(index.catalogue), known }, 'vasby')).toBeGreaterThanOrEqual(POSSIBLE);
  });

  it('of classes is what the others leave of all', async () => {
    const withheld: Change = (files) => {
      kartlaggning(['personer;alla;T;100', 'personer;1;T;30', 'personer;2;T;68', 'personer;3;T;'])(files);
      replace('kartlaggningar/vasby/varden.csv', ';3;T;;;antal', ';3;T;;x;antal')(files);
    };
    const known = ['personer_alla_T = personer_1_T + personer_2_T + personer_3_T'];
    const naive = mapped({ index: indexCatalogue(unprotected(withheld)) });
    expect(range(highs, { shown: naive, known }, 'personer_3_T')).toEqual([2, 2]);
    const shown = mapped(await release(withheld));
    expect(width({ shown, known }, 'personer_3_T')).toBeGreaterThanOrEqual(POSSIBLE);
    expect(shown.personer_alla_T).toBe(100);
  });
});

describe('leak 5: percentages', () => {
  it('of a shown base tell a count that has no row', async () => {
    const bounds = ['100 n >= 0.35 personer_alla_T', '100 n <= 0.45 personer_alla_T'];
    const naive = { personer_alla_T: 1000, n: null };
    expect(range(highs, { shown: naive, known: bounds }, 'n')).toEqual([4, 4]);
    const lines = ['personer;alla;T;1000', 'personer;1;T;0.4;procent'];
    const shown = mapped(await release(kartlaggning(lines)));
    expect([shown.personer_alla_T, shown.p_personer_1_T]).toEqual([1000, null]);
  });

  it('of another base tell a count that is hidden', async () => {
    const lines = ['personer;alla;T;300', 'personer;1;T;60', 'personer;1;K;3', 'personer;1;K;5;procent'];
    const bounds = ['100 personer_1_K >= 4.5 personer_1_T', '100 personer_1_K <= 5.5 personer_1_T'];
    const shown = mapped(await release(kartlaggning([...lines, 'personer;2;T;240'])));
    const naive = { ...shown, personer_1_K: null, personer_1_T: 60 };
    expect(range(highs, { shown: naive, known: bounds }, 'personer_1_K')).toEqual([3, 3]);
    expect(shown.p_personer_1_K).toBeNull();
  });
});

it('leak 6: a programme that shows what a register hides behind tells the register', async () => {
  const womenOf = async (...more: readonly Change[]) => {
    const { index } = await release(people(), register(...REGISTER_LINES), ...more);
    const at = (kod: string) => {
      const varde = index.observation('OJ-1', kod, 2022, 'K')?.varde;
      return typeof varde === 'number' ? varde : null;
    };
    return { lan: at('01'), stockholm: at('0180'), vasby: at('0114') };
  };
  const known = ['lan = stockholm + vasby'];
  // Protected without a thought of the programme, which then is published beside it.
  const apart = { ...(await womenOf()), stockholm: 60 };
  expect(range(highs, { shown: apart, known }, 'vasby')).toEqual([3, 3]);
  const together = { ...(await womenOf(program(['hemlosa;130;60;70'], null, '0180'))), stockholm: 60 };
  const [least = 0, most = 0] = range(highs, { shown: together, known }, 'vasby') ?? [];
  expect(most - least + 1).toBeGreaterThanOrEqual(POSSIBLE);
});

it('leak 6: a rate per inhabitant tells the count that it is of', async () => {
  // 3 of 50 000 inhabitants are 6.0 of 100 000; and as much for two other places, which show that the rate fits.
  const counts = { '0114': 3, '0180': 130, '0305': 57, '0643': 31 };
  const rates = { '0114': '6.0', '0180': '13.0', '0305': '285.0', '0643': '310.0' };
  const rows = (of: Readonly<Record<string, number | string>>) =>
    Object.entries(of).map(([kod, n]) => `${kod};2022;T;${n};`);
  const changes = [
    people(),
    replace(
      INDIKATORER,
      '"svarstyp": "andel",\n    "enhet": "procent"',
      '"svarstyp": "per-100000",\n    "enhet": "per 100 000"',
    ),
    replace(INDIKATORER, '"max": 100', '"max": 100000'),
    register(...rows(counts)),
    write(ANDEL, `kod;ar;kon;varde;saknas\n${rows(rates).join('\n')}\n`),
  ];
  const ofVasby = ({ observationer, referens }: Pick<Catalogue, 'observationer' | 'referens'>) => {
    const rate = observationer.find((o) => o.indikator === 'OJ-2' && o.kod === '0114')?.varde ?? null;
    const inhabitants = folkmangdOf(referens, null).get('0114') ?? 0;
    const bounds =
      typeof rate === 'number'
        ? [
            `100000 n >= ${Math.ceil((rate - 0.05) * inhabitants)}`,
            `100000 n <= ${(rate + 0.05) * inhabitants}`,
          ]
        : [];
    return range(highs, { shown: { n: null }, known: bounds }, 'n');
  };
  expect(ofVasby(unprotected(...changes))).toEqual([3, 3]);
  const { index } = await release(...changes);
  expect(index.observation('OJ-1', '0114', 2022)?.varde).toBeNull();
  const [least = 0, most = 0] = ofVasby(index.catalogue) ?? [];
  expect(most - least + 1).toBeGreaterThanOrEqual(POSSIBLE);
});

describe('leak 9: kronor of an inventory', () => {
  const lines = ['akut-alla;T;alla;42;', 'harbarge;T;alla;40;', 'hotell;T;alla;2;'];
  const money = ['akut-kostnad;612400', 'harbarge-kostnad;600000', 'hotell-kostnad;12400'].map((line) =>
    line.replace(';', ';T;alla;').concat(';'),
  );
  /** A form that asks what two kinds cost, as parts of what all do. @param tied whether it says whose the kronor are */
  const form = (tied: boolean): Change => {
    const asked = JSON.parse(FORMULAR_TEXT);
    const costs = ['harbarge', 'hotell'].map((kod) => ({
      ...{ kod: `${kod}-kostnad`, del: 'akut', namn: `Kostnad ${kod}`, enhet: 'kronor', anvisning: '' },
      ...(tied ? { vilkas: kod, ingarI: 'akut-kostnad' } : {}),
    }));
    return write(FORMULAR_FILE, JSON.stringify({ ...asked, uppgifter: [...asked.uppgifter, ...costs] }));
  };
  const shownWith = async (tied: boolean) =>
    figures(await release(form(tied), inventering(...lines, ...money)));

  it('stand beside the hidden 2 whose they are, where the form ties them to nobody', async () => {
    const shown = await shownWith(false);
    expect([shown.hotell_T, shown.hotellkostnad_T]).toEqual([null, 12_400]);
  });

  it('come back by subtraction, where only those of the small count are hidden', async () => {
    const known = ['akutkostnad_T = harbargekostnad_T + hotellkostnad_T'];
    const naive = { akutkostnad_T: 612_400, harbargekostnad_T: 600_000, hotellkostnad_T: null };
    expect(range(highs, { shown: naive, known }, 'hotellkostnad_T')).toEqual([12_400, 12_400]);
    const shown = await shownWith(true);
    expect([shown.hotell_T, shown.hotellkostnad_T]).toEqual([null, null]);
    // Nobody comes within the ten percent of the p % rule, on either side.
    const [least = 0, most = 0] = range(highs, { shown, known }, 'hotellkostnad_T') ?? [];
    expect([least < 0.9 * 12_400, most > 1.1 * 12_400]).toEqual([true, true]);
  });
});

describe('leak 10: who is alone in a cell', () => {
  // Situations by sex: one woman in the first, three men in the second.
  const t = cube(
    [
      { name: 'situation', children: { T: ['1', '2', '3'] } },
      { name: 'kön', children: { T: ['K', 'M'] } },
    ],
    ([s = '', kon]) => ({ '1K': 1, '1M': 30, '2K': 25, '2M': 3, '3K': 40, '3M': 50 })[`${s}${kon}`] ?? 0,
  );
  const found = (hidden: ReadonlySet<string>) =>
    attack(highs, knowledgeOf(t, hidden), DEFAULT_RULE.possible, truthOf(t));

  it('tells another small count through two sums, in a pattern that outsiders cannot undo', () => {
    const square = new Set(['1|K', '1|M', '2|K', '2|M']);
    expect(t.cells.filter((c) => isSmall(DEFAULT_RULE, c)).every((c) => square.has(c.id))).toBe(true);
    const { exposed, exposedToInsiders } = found(square);
    expect(exposed).toEqual([]);
    expect(exposedToInsiders.map((e) => [e.cell, e.interval.lower])).toEqual([['2|M', 3]]);
  });

  it('tells what chains give, also where one sum gives another count', () => {
    const counts = { a: 1, b: 3, c: 2, d: 3, e: 4 };
    const row = (lower: number, ...cells: readonly string[]) => {
      return {
        table: cells.join('+'),
        terms: cells.map((cell) => ({ cell, coefficient: 1 })),
        lower,
        upper: lower,
      };
    };
    const unknowns = Object.keys(counts).map((id) => ({ id, lower: 0, upper: Number.POSITIVE_INFINITY }));
    const rows = [row(4, 'a', 'b'), row(6, 'a', 'c', 'd'), row(9, 'c', 'd', 'e')];
    const exposures = insiderExposures(
      highs,
      { unknowns, rows, same: () => false },
      new Map(Object.entries(counts)),
      POSSIBLE,
    );
    expect(exposures.map((e) => [e.cell, e.interval.lower])).toEqual([
      ['b', 3],
      ['e', 4],
    ]);
  });

  it('cannot in the pattern that is published', () => {
    const { hidden } = protect(highs, t, DEFAULT_RULE);
    expect(found(hidden)).toMatchObject({ exposed: [], exposedToInsiders: [], contradictions: [] });
  });
});

it('leak 12: a note that says the hidden number would be written as it is', async () => {
  const files = folder(
    kartlaggning(['personer;alla;T;40', 'personer;alla;K;3;antal;Bara 3 svar', 'personer;alla;M;37']),
  );
  const { catalogue } = ingest(files);
  if (!catalogue) throw new Error('not read');
  const { catalogue: shown, texter } = protectRelease(highs, catalogue, { earlier: new Map() });
  const [women] = (shown.kartlaggningar[0]?.varden ?? []).filter((v) => v.kon === 'K');
  expect(women).toMatchObject({ varde: null, not: 'Bara 3 svar' });
  expect(texter).toMatchObject([{ tal: 3 }]);
  expect((await loadFiles(files)).index).toBeNull();
});

it('the careless release leaks and the published one does not: what all other tests of leaks rest on', async () => {
  const lines = ['personer;alla;T;40', 'personer;alla;K;3', 'personer;alla;M;37'];
  holds(
    mapped(await release(kartlaggning(lines))),
    { personer_alla_T: 40, personer_alla_K: 3, personer_alla_M: 37 },
    ['personer_alla_T = personer_alla_K + personer_alla_M'],
    'personer_alla_K',
  );
});

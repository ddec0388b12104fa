import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack } from '../../src/disclosure/attack/index.ts';
import { roundedKnowledge } from '../../src/disclosure/attack/knowledge.ts';
import { type LinkedTables, sumRelation } from '../../src/disclosure/cells.ts';
import { cube } from '../../src/disclosure/cube.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { type Base, roundTables } from '../../src/disclosure/round.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { folder } from '../ingest/folder.ts';
import { kartlaggning, people, program, REGISTER_LINES, register } from './planted.ts';
import { crossedTables } from './tables.ts';

const highs = await loadHighs();
const base = fc.constantFrom<Base>(3, 5);

function rounded(t: LinkedTables, b: Base): ReadonlyMap<string, number> {
  const result = roundTables(highs, t, b);
  if ('impossible' in result) throw new Error('cannot be rounded');
  return result.rounded;
}

describe('controlled rounding', () => {
  it('gives multiples less than one base from the truth, margins too, and sums that add up', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(crossedTables, base, (t, b) => {
        const values = rounded(t, b);
        for (const { id, count } of t.cells) {
          const value = values.get(id) ?? -1;
          expect(value % b).toBe(0);
          expect(Math.abs(value - count)).toBeLessThan(b);
          if (count % b === 0) expect(value).toBe(count);
        }
        for (const { terms } of t.relations)
          expect(terms.reduce((sum, x) => sum + x.coefficient * (values.get(x.cell) ?? 0), 0)).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves as many possible counts as the base says', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(crossedTables, base, (t, b) => {
        const found = attack(highs, roundedKnowledge(rounded(t, b), t.relations, b), b);
        expect(found).toMatchObject({ exposed: [], contradictions: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('keeps a total of many small parts, which parts rounded one by one would lose', () => {
    const lan = Array.from({ length: 31 }, (_, i) => `k${i}`);
    const t = cube([{ name: 'kommun', children: { '01': lan } }], () => 4);
    expect(rounded(t, 5).get('01')).toBeGreaterThanOrEqual(120);
    expect(rounded(t, 5).get('01')).toBeLessThanOrEqual(125);
  });

  it('is caught when every count is rounded by itself', () => {
    // 8 + 8 = 16, each rounded to a multiple of 5 by itself: the total is at least 16 and the parts at most 9, so that
    // the parts are 7 to 9 and the total 16 to 18.
    const relations = [sumRelation('Alla efter kön', 'T', ['K', 'M'])];
    const shown = new Map([
      ['T', 20],
      ['K', 5],
      ['M', 5],
    ]);
    const { exposed } = attack(highs, roundedKnowledge(shown, relations, 5), 5);
    expect(exposed.map((e) => e.cell)).toEqual(['T', 'K', 'M']);
  });

  it('says which cells cannot be rounded, when they cannot', () => {
    // 1 + 1 + 1 = 3 and 1 + 1 = 2, 1 + 1 = 2, 1 + 1 = 2, to multiples of 5: none of the four can all hold.
    const cells = (['a', 'b', 'c'] as const).map((id) => ({ id, count: 4 }));
    const totals = [
      { id: 'ab', count: 8 },
      { id: 'bc', count: 8 },
      { id: 'ca', count: 8 },
      { id: 'abc', count: 12 },
    ];
    const relations = [
      sumRelation('ab', 'ab', ['a', 'b']),
      sumRelation('bc', 'bc', ['b', 'c']),
      sumRelation('ca', 'ca', ['c', 'a']),
      sumRelation('abc', 'abc', ['a', 'b', 'c']),
      // A sum over all pairs: 24 is 20 or 25, and an odd number of fives is no double.
      sumRelation('alla', 'alla', ['ab', 'bc', 'ca']),
    ];
    const fixed = [...totals, { id: 'alla', count: 24, kind: 'derived' as const }];
    const result = roundTables(highs, { cells: [...cells, ...fixed], relations }, 5);
    if ('impossible' in result) expect(result.impossible).toContain('a');
    else expect([10, 15]).toContain(result.rounded.get('abc'));
  });
});

describe('what a rounded table says of itself', () => {
  it('each number carries the remark, and no percentage stands beside them', async () => {
    const { index } = await loadFiles(
      folder(
        people({ metod: 'avrunda-5' }),
        register(...REGISTER_LINES),
        kartlaggning(
          ['personer;alla;T;40', 'personer;alla;K;3', 'personer;alla;M;37', 'personer;alla;K;7.5;procent'],
          {
            personskydd: { metod: 'avrunda-5' },
          },
        ),
      ),
    );
    const note = /Avrundat till en multipel av 5 för att skydda enskilda\./;
    const counts = index?.observationsOf('OJ-1').filter((o) => o.varde !== null) ?? [];
    expect(counts.length).toBe(REGISTER_LINES.length);
    for (const o of counts) expect(o.not).toMatch(note);
    const varden = index?.catalogue.kartlaggningar[0]?.varden ?? [];
    for (const v of varden.filter((w) => w.enhet === 'antal')) {
      expect([v.ungefar, note.test(v.not ?? '')]).toEqual([true, true]);
      expect((v.varde ?? 1) % 5).toBe(0);
    }
    expect(varden.filter((v) => v.enhet === 'procent').map((v) => v.saknas)).toEqual(['skyddad']);
  });

  it('is refused, with the cells, where another source shows the same counts as they are', async () => {
    const { index, report } = await loadFiles(
      folder(
        kartlaggning(['personer;alla;T;43', 'personer;alla;K;21', 'personer;alla;M;22'], {
          personskydd: { metod: 'avrunda-5' },
        }),
        program(['hemlosa;43;21;22'], null),
      ),
    );
    expect(index).toBeNull();
    const [finding] = report.findings.filter((f) => f.severity === 'error');
    expect(finding).toMatchObject({
      code: 'kan-inte-skyddas',
      file: 'kartlaggningar/vasby/kartlaggning.json',
    });
    expect(finding?.message).toContain(
      'kartlaggning/vasby/personer/alla/alla/alla/alla/alla/prov 2022, kod 0114, kön K',
    );
  });
});

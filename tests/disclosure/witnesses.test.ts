import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attackComponent, LIMITS } from '../../src/disclosure/attack/component.ts';
import { attackWithin } from '../../src/disclosure/attack/index.ts';
import type { PublishedKnowledge } from '../../src/disclosure/attack/knowledge.ts';
import { openQuestions } from '../../src/disclosure/attack/polytope.ts';
import { type LinkedTables, sumRelation } from '../../src/disclosure/cells.ts';
import { cube } from '../../src/disclosure/cube.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { isSmall, ruleOf } from '../../src/disclosure/rule.ts';
import { range } from './outsider.ts';
import { knowledgeOf, tables, truthOf } from './tables.ts';

const highs = await loadHighs();
const POSSIBLE = 5;
/** Looks for whole tables however small the component is, or for every interval however large. */
const byWitnesses = { ...LIMITS, everyInterval: 0 };
const byIntervals = { ...LIMITS, everyInterval: Number.POSITIVE_INFINITY };

/** Small counts are hidden, and some others: enough for some cells to be safe and some not. */
const halfHidden = fc.tuple(tables, fc.infiniteStream(fc.integer({ min: 0, max: 9 }))).map(([t, fates]) => {
  const isHidden = (cell: (typeof t.cells)[number]) =>
    isSmall(ruleOf(POSSIBLE), cell) || (fates.next().value ?? 0) < 4;
  return { t, hidden: new Set(t.cells.filter(isHidden).map((c) => c.id)) };
});

const found = (t: LinkedTables, hidden: ReadonlySet<string>, limits: typeof LIMITS) => {
  const { exposed, exposedToInsiders, contradictions, notShown } = attackWithin(
    highs,
    knowledgeOf(t, hidden),
    { possible: POSSIBLE, truth: truthOf(t), limits },
  );
  const byCell = <T extends { readonly cell: string }>(list: readonly T[]) =>
    list.toSorted((a, b) => (a.cell < b.cell ? -1 : 1));
  return {
    exposed: byCell(exposed.map(({ cell, interval }) => ({ cell, interval }))),
    insiders: byCell(exposedToInsiders.map(({ cell, interval }) => ({ cell, interval }))),
    contradictions,
    notShown,
  };
};

describe('an attack by whole tables', () => {
  it('finds what the search for every interval finds', { timeout: 240_000 }, () => {
    const seen = { exposed: 0, insiders: 0, hidden: 0 };
    fc.assert(
      fc.property(halfHidden, ({ t, hidden }) => {
        const exact = found(t, hidden, byIntervals);
        expect(found(t, hidden, byWitnesses)).toEqual(exact);
        seen.exposed += exact.exposed.length;
        seen.insiders += exact.insiders.length;
        seen.hidden += hidden.size;
      }),
      { numRuns: 80, seed: 12 },
    );
    expect(seen.exposed).toBeGreaterThan(50);
    expect(seen.insiders).toBeGreaterThan(10);
    expect(seen.hidden).toBeGreaterThan(1.2 * seen.exposed);
  });

  it('agrees with an attacker of another make in larger linked tables', { timeout: 240_000 }, () => {
    const drawn = fc.sample(fc.infiniteStream(fc.integer({ min: 0, max: 9 })), { seed: 3, numRuns: 3 });
    let exposed = 0;
    for (const fates of drawn) {
      const next = () => fates.next().value ?? 0;
      const t = cube(
        [
          {
            name: 'plats',
            children: { '00': ['L0', 'L1'], L0: ['a', 'b', 'c'], L1: ['d', 'e'] },
          },
          { name: 'situation', children: { T: ['akut', 'ordnat', 'eget'] } },
          { name: 'kön', children: { T: ['K', 'M'] } },
        ],
        () => (next() < 5 ? next() : 7 * next()),
      );
      const hidden = new Set(
        t.cells.filter((c) => isSmall(ruleOf(POSSIBLE), c) || next() < 4).map((c) => c.id),
      );
      const name = new Map(t.cells.map((c, i) => [c.id, `x${i}`]));
      const named = (id: string) => name.get(id) ?? '';
      const puzzle = {
        shown: Object.fromEntries(t.cells.map((c) => [named(c.id), hidden.has(c.id) ? null : c.count])),
        known: t.relations.map(({ terms }) => {
          const parts = terms.filter((x) => x.coefficient > 0).map((x) => named(x.cell));
          return `${terms.filter((x) => x.coefficient < 0).map((x) => named(x.cell))} = ${parts.join(' + ')}`;
        }),
      };
      const narrow = [...hidden].sort().flatMap((cell) => {
        const [lower, upper] = range(highs, puzzle, named(cell)) ?? [0, -1];
        return upper - lower + 1 < POSSIBLE ? [{ cell, interval: { lower, upper } }] : [];
      });
      expect(found(t, hidden, byWitnesses)).toMatchObject({ exposed: narrow, notShown: [] });
      exposed += narrow.length;
    }
    expect(exposed).toBeGreaterThan(5);
  });

  it('says what it has not shown when its work is limited, and shows nothing else of it', () => {
    const [t] = fc.sample(tables, { seed: 5, numRuns: 1 });
    if (!t) throw new Error('no table');
    const hidden = new Set(t.cells.map((c) => c.id));
    const none = found(t, hidden, { ...byWitnesses, work: -1 });
    expect(none.exposed).toEqual([]);
    expect(new Set(none.notShown)).toEqual(hidden);
    // Nor is it asked of every two people whether they are the same: that takes work as well.
    const { components } = openQuestions(knowledgeOf(t, hidden), () => {
      throw new Error('asked');
    });
    const limits = { ...byWitnesses, work: -1 };
    const asked = { possible: POSSIBLE, truth: truthOf(t), limits };
    expect(components.flatMap((c) => attackComponent(highs, c, asked).notShown)).toHaveLength(hidden.size);
  });

  it('starts from any table that fits where the truth is not known', () => {
    let sum = 0;
    for (const { t, hidden } of fc.sample(halfHidden, { seed: 8, numRuns: 8 })) {
      const exposed = (limits: typeof LIMITS) =>
        attackWithin(highs, knowledgeOf(t, hidden), {
          possible: POSSIBLE,
          truth: new Map(),
          limits,
        }).exposed.map((e) => e.cell);
      expect(exposed(byWitnesses).toSorted()).toEqual(exposed(byIntervals).toSorted());
      sum += exposed(byWitnesses).length;
    }
    expect(sum).toBeGreaterThan(20);
  });

  it('draws no conclusion from what was published wrong', () => {
    const t: LinkedTables = {
      cells: [
        { id: 'T', count: 9 },
        { id: 'a', count: 3 },
        { id: 'b', count: 4 },
      ],
      relations: [sumRelation('summa', 'T', ['a', 'b'])],
    };
    expect(found(t, new Set(['a', 'b']), byWitnesses).contradictions).toEqual(['summa']);
    const less = { ...t, cells: t.cells.map((c) => ({ ...c, known: { lower: 5, upper: 9 } })) };
    const unknown = attackWithin(highs, knowledgeOf(less, new Set(['a', 'b'])), {
      possible: POSSIBLE,
      truth: new Map(),
      limits: byWitnesses,
    });
    expect(unknown.contradictions).toEqual(['summa']);
  });
});

/**
 * Three groups of three, of which no two may have somebody: with broken numbers each of a group can be a half, so all
 * together 4.5; with people only one of each, 3.
 */
function triangles(): PublishedKnowledge {
  const groups = ['a', 'b', 'c'];
  const corners = groups.flatMap((g) => [`${g}0`, `${g}1`, `${g}2`]);
  const pairs = groups.flatMap((g) =>
    [0, 1, 2].map((i) => ({ rest: `${g}r${i}`, two: [`${g}${i}`, `${g}${(i + 1) % 3}`] })),
  );
  const open = (id: string, possible: number) => ({
    id,
    possible,
    lower: 0,
    upper: Number.POSITIVE_INFINITY,
  });
  return {
    cells: [
      { id: 'ett', lower: 1, upper: 1 },
      open('alla', POSSIBLE),
      ...corners.map((id) => open(id, 0)),
      ...pairs.map(({ rest }) => open(rest, 0)),
    ],
    relations: [
      sumRelation('alla', 'alla', corners),
      ...pairs.map(({ rest, two }) => sumRelation(`par ${rest}`, 'ett', [...two, rest])),
    ],
  };
}

it('a count that only broken numbers protect is found out, in tables of every size', () => {
  const truth = new Map(triangles().cells.map(({ id }) => [id, id === 'ett' || id.includes('r') ? 1 : 0]));
  for (const limits of [byWitnesses, byIntervals, { ...byWitnesses, everyInterval: 18 }])
    for (const known of [truth, new Map<string, number>()])
      expect(
        attackWithin(highs, triangles(), { possible: POSSIBLE, truth: known, limits }).exposed.map((e) => [
          e.cell,
          e.interval,
        ]),
      ).toEqual([['alla', { lower: 0, upper: 3 }]]);
});

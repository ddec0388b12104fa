import { expect, it } from 'vitest';
import { attack } from '../../src/disclosure/attack/index.ts';
import { type CountCell, type LinkedTables, sumRelation } from '../../src/disclosure/cells.ts';
import { cube } from '../../src/disclosure/cube.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { DEFAULT_RULE } from '../../src/disclosure/rule.ts';
import { protect } from '../../src/disclosure/suppress/index.ts';
import { knowledgeOf, truthOf } from './tables.ts';

const highs = await loadHighs();

/** Neighbours add up to sums that are shown: who knows one count knows them all, however far away. */
function chain(length: number, countOf: (i: number) => number): LinkedTables {
  const links = Array.from({ length }, (_, i): CountCell => ({ id: `a${i}`, count: countOf(i) }));
  const sums = links.slice(1).map((c, i): CountCell => ({ id: `s${i}`, count: c.count + countOf(i) }));
  return {
    cells: [...links, ...sums],
    relations: sums.map((s, i) => sumRelation(`summa ${i}`, s.id, [`a${i}`, `a${i + 1}`])),
  };
}

it('the attack follows a chain of more than three thousand sums from one person to another', {
  timeout: 120_000,
}, () => {
  const length = 3200;
  const t = chain(length, (i) => (i === 0 ? 1 : i === length - 1 ? 3 : 20));
  const links = new Set(t.cells.flatMap((c) => (c.id.startsWith('a') ? [c.id] : [])));
  const found = attack(highs, knowledgeOf(t, links), DEFAULT_RULE.possible, truthOf(t));
  // From outside it may be anything from 2 to 22; who is alone at the other end knows.
  expect(found).toMatchObject({ exposed: [], notShown: [] });
  expect(found.exposedToInsiders.map((e) => [e.cell, e.interval])).toEqual([
    [`a${length - 1}`, { lower: 3, upper: 3 }],
  ]);
});

it('a system of more than four thousand counts is protected against insiders through chains', {
  timeout: 300_000,
}, () => {
  let state = 12;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const columns = Array.from({ length: 1400 }, (_, i) => `b${i}`);
  const t = cube(
    [
      { name: 'kön', children: { T: ['K', 'M'] } },
      { name: 'plats', children: { T: columns } },
    ],
    () => (next() < 0.1 ? 1 + Math.floor(3 * next()) : 5 + Math.floor(60 * next())),
  );
  expect(t.cells.length).toBeGreaterThan(4000);
  const { hidden, unprotectable } = protect(highs, t, DEFAULT_RULE);
  expect(unprotectable).toEqual([]);
  const found = attack(highs, knowledgeOf(t, hidden), DEFAULT_RULE.possible, truthOf(t));
  expect(found).toMatchObject({ exposed: [], exposedToInsiders: [], notShown: [], contradictions: [] });
});

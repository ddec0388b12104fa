import { describe, expect, it } from 'vitest';
import { attack } from '../../src/disclosure/attack/index.ts';
import { cube } from '../../src/disclosure/cube.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { DEFAULT_RULE } from '../../src/disclosure/rule.ts';
import { exactPattern, protect } from '../../src/disclosure/suppress/index.ts';
import { suppressionProblem } from '../../src/disclosure/suppress/problem.ts';
import { knowledgeOf } from './tables.ts';

const highs = await loadHighs();

/**
 * Investment of enterprises by activity and region: the table with which Fischetti & Salazar (Management Science 47,
 * 2001, "Solving the cell suppression problem on tabular data with linear constraints") explain cell suppression,
 * after Willenborg & de Waal (1996). Activity II in region C, 22, is confidential.
 */
const COUNTS = { I: { A: 20, B: 50, C: 10 }, II: { A: 8, B: 19, C: 22 }, III: { A: 17, B: 32, C: 12 } };
const investments = cube(
  [
    { name: 'verksamhet', children: { T: ['I', 'II', 'III'] } },
    { name: 'region', children: { T: ['A', 'B', 'C'] } },
  ],
  ([activity, region]) => COUNTS[activity as keyof typeof COUNTS][region as keyof (typeof COUNTS)['I']],
);
const solution = new Set(['II|A', 'II|C', 'III|A', 'III|C']);

describe('Fischetti & Salazar’s table', () => {
  it('has the totals of the paper', () => {
    const count = (id: string) => investments.cells.find((c) => c.id === id)?.count;
    expect(['I|T', 'II|T', 'III|T', 'T|A', 'T|B', 'T|C', 'T|T'].map(count)).toEqual([
      80, 49, 61, 45, 101, 44, 190,
    ]);
  });

  it('tells 22 at once when it is hidden alone', () => {
    const { exposed } = attack(highs, knowledgeOf(investments, new Set(['II|C'])), 5);
    expect(exposed.map((e) => [e.cell, e.interval])).toEqual([['II|C', { lower: 22, upper: 22 }]]);
  });

  it('leaves 5 to 30 when the three cheapest others are hidden as well', () => {
    // II,A ≤ 25 since I and III of column A leave 25; then II,C = 30 − II,A.
    const { exposed } = attack(highs, knowledgeOf(investments, solution), 1000);
    expect(exposed.find((e) => e.cell === 'II|C')?.interval).toEqual({ lower: 5, upper: 30 });
    expect(exposed.find((e) => e.cell === 'II|A')?.interval).toEqual({ lower: 0, upper: 25 });
  });

  it('has those three as its optimum when the loss is the sum of what is hidden', () => {
    const problem = suppressionProblem(investments, DEFAULT_RULE);
    const asInThePaper = {
      ...problem,
      costs: problem.counts,
      primary: problem.ids.map((id) => id === 'II|C'),
      levels: problem.ids.map(() => 10),
      small: problem.ids.map(() => false),
    };
    const hidden = exactPattern({ highs, problem: asInThePaper, effort: { spent: 0 } }, [], 1e7);
    expect(new Set(problem.ids.filter((_, i) => hidden?.[i]))).toEqual(solution);
  });
});

/**
 * The hierarchy of places that hides nothing: one kommun's small count is its whole län's loss unless a second
 * kommun is hidden. Worked by hand.
 */
describe('a table worked by hand', () => {
  const counts: Readonly<Record<string, number>> = { a: 3, b: 40, c: 60, d: 80 };
  const tables = cube(
    [{ name: 'kommun', children: { '00': ['01', '02'], '01': ['a', 'b'], '02': ['c', 'd'] } }],
    ([kod]) => counts[kod ?? ''] ?? 0,
  );

  it('hides the other kommun of the län, not the län', () => {
    const { hidden, small, optimal } = protect(highs, tables, DEFAULT_RULE);
    expect([...hidden].sort()).toEqual(['a', 'b']);
    expect([small, optimal]).toEqual([1, true]);
  });

  it('names the cell, the interval and the table when that one is published after all', () => {
    const { exposed } = attack(highs, knowledgeOf(tables, new Set(['a'])), 5);
    expect(exposed).toEqual([{ cell: 'a', interval: { lower: 3, upper: 3 }, tables: ['01 efter kommun'] }]);
  });
});

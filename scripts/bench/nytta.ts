import type { LinkedTables } from '../../src/disclosure/cells.ts';
import { cube, type Dimension } from '../../src/disclosure/cube.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { DEFAULT_RULE } from '../../src/disclosure/rule.ts';
import { singletonConstraints } from '../../src/disclosure/suppress/constraints.ts';
import { heuristicPattern } from '../../src/disclosure/suppress/heuristic.ts';
import { protect } from '../../src/disclosure/suppress/index.ts';
import { informationOf, suppressionProblem } from '../../src/disclosure/suppress/problem.ts';
import { nodeEffects } from '../../src/effects-node.ts';

// What is lost by hiding: the optimum beside the heuristic and beside the small counts alone, on random tables of four
// shapes. Prints the table of docs/disclosure.md: `node scripts/bench/nytta.ts`.
const TABLES = 40;

const flat = (name: string, size: number): Dimension => ({
  name,
  children: { T: Array.from({ length: size }, (_, i) => `${i}`) },
});
const places = (lan: number, kommuner: number): Dimension => ({
  name: 'plats',
  children: Object.fromEntries([
    ['00', Array.from({ length: lan }, (_, i) => `L${i}`)],
    ...Array.from({ length: lan }, (_, i) => [
      `L${i}`,
      Array.from({ length: kommuner }, (_, k) => `L${i}k${k}`),
    ]),
  ]),
});
const SHAPES: readonly (readonly [name: string, dimensions: readonly Dimension[]])[] = [
  ['situation (4) × kön (2)', [flat('situation', 4), flat('kön', 2)]],
  ['plats (2 × 4) × kön (2)', [places(2, 4), flat('kön', 2)]],
  ['plats (3 × 4) × situation (4)', [places(3, 4), flat('situation', 4)]],
  ['plats (2 × 2) × situation (2) × kön (2)', [places(2, 2), flat('situation', 2), flat('kön', 2)]],
];

/** Numbers from 0 to 1 that look random and are always the same. */
function scatter(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A third small, a fifth nobody, the rest up to 80. */
function countOf(random: () => number): number {
  const kind = random();
  if (kind < 0.2) return 0;
  return kind < 0.5 ? 1 + Math.floor(4 * random()) : 5 + Math.floor(75 * random() ** 2);
}

type Loss = { readonly cells: number; readonly information: number };

const lossOf = ({ cells }: LinkedTables, isHidden: (id: string, i: number) => boolean): Loss => {
  const hidden = cells.filter((c, i) => isHidden(c.id, i));
  const sum = (list: LinkedTables['cells']) => list.reduce((all, c) => all + informationOf(c.count), 0);
  return { cells: hidden.length, information: sum(hidden) / sum(cells) };
};

const mean = (losses: readonly Loss[]): string => {
  const of = (key: keyof Loss) => losses.reduce((all, l) => all + l[key], 0) / losses.length;
  return `${of('cells').toFixed(1)} (${(100 * of('information')).toFixed(1)} %)`;
};

const highs = await loadHighs();
const { log } = nodeEffects();
log('| table | cells | optimum found | small alone | optimum | heuristic |');
log('|---|---|---|---|---|---|');
for (const [name, dimensions] of SHAPES) {
  const random = scatter(name.length);
  const losses: { readonly small: Loss; readonly best: Loss; readonly quick: Loss }[] = [];
  let cells = 0;
  for (let n = 0; n < TABLES; n++) {
    const tables = cube(dimensions, () => countOf(random));
    cells = tables.cells.length;
    const { hidden, optimal } = protect(highs, tables, DEFAULT_RULE);
    const problem = suppressionProblem(tables, DEFAULT_RULE);
    const search = { highs, problem, effort: { spent: 0 } };
    const quick = heuristicPattern(search, singletonConstraints(problem), [[...problem.ids.keys()]]);
    if (!optimal) continue;
    losses.push({
      small: lossOf(tables, (_, i) => problem.primary[i] === true),
      best: lossOf(tables, (id) => hidden.has(id)),
      quick: lossOf(tables, (_, i) => quick.hidden[i] === true),
    });
  }
  const columns = (['small', 'best', 'quick'] as const).map((key) => mean(losses.map((l) => l[key])));
  log(`| ${name} | ${cells} | ${losses.length} of ${TABLES} | ${columns.join(' | ')} |`);
}

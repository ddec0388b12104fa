import type { Highs } from 'highs';
import type { LinearRelation } from '../cells.ts';
import type { PublishedKnowledge } from './knowledge.ts';

/**
 * Whether who is alone in the first cell finds out nothing about others from the second: each is of one person, and must
 * hold the same one, however the tables came about; or everybody knows how many others the second has.
 */
export type OnePerson = (one: string, other: string) => boolean;

/** The true counts, by the ids of the cells. */
type Counts = ReadonlyMap<string, number>;

/**
 * Sums are known to hold of people, not only of numbers: each is in a total and in one of its parts, or in neither. So a
 * person is a choice of cells, 0 or 1, that keeps every sum and chooses none that is empty. Two cells of one person hold
 * the same one when no such choice has the first and not the second: an integer programme. Shares no code with what
 * protects.
 * @param knowledge all relations, with the cells that are shown
 */
export function onePerson(highs: Highs, { relations, cells }: PublishedKnowledge, counts: Counts): OnePerson {
  const sums = relations.filter((r) => isSumOfPeople(r, counts));
  const sumsOf = new Map<string, LinearRelation[]>();
  for (const sum of sums)
    for (const { cell } of sum.terms) {
      const list = sumsOf.get(cell);
      if (list) list.push(sum);
      else sumsOf.set(cell, [sum]);
    }
  const shown = new Set(cells.flatMap((c) => (c.lower === c.upper ? [c.id] : [])));
  /** Whether a sum says that the second is the first and others that are nobody, or that everybody knows. */
  const isAllElse = ({ terms }: LinearRelation, one: string, other: string): boolean =>
    terms.some((t) => t.cell === one && t.coefficient > 0) &&
    terms.some((t) => t.cell === other && t.coefficient < 0) &&
    (terms.every((t) => t.cell === one || t.cell === other || shown.has(t.cell)) ||
      (counts.get(other) === 1 &&
        terms.every((t) => t.cell === one || t.cell === other || counts.get(t.cell) === 0)));
  const answers = new Map<string, boolean>();
  return (one, other) => {
    if (one === other) return true;
    if ((sumsOf.get(one) ?? []).some((sum) => isAllElse(sum, one, other))) return true;
    if (counts.get(one) !== 1 || counts.get(other) !== 1) return false;
    const key = `${one}\n${other}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = !canBeApart(highs, { sumsOf, counts }, one, other);
    answers.set(key, answer);
    return answer;
  };
}

/** Equalities of counts without factors: no percentages, and no sums in which a person can be in several parts. */
function isSumOfPeople({ terms, lower, upper }: LinearRelation, counts: Counts): boolean {
  return (
    lower === 0 &&
    upper === 0 &&
    terms.every((t) => Math.abs(t.coefficient) === 1 && counts.has(t.cell)) &&
    terms.reduce((sum, t) => sum + t.coefficient * (counts.get(t.cell) ?? 0), 0) === 0
  );
}

type People = {
  readonly sumsOf: ReadonlyMap<string, readonly LinearRelation[]>;
  readonly counts: Counts;
};

/** Whether somebody can be in one cell and not in the other. */
function canBeApart(highs: Highs, { sumsOf, counts }: People, one: string, other: string): boolean {
  // Who is in no empty cell: only sums that hang together with the two through cells with somebody in them matter.
  const columns = new Map([
    [one, 0],
    [other, 1],
  ]);
  const rows = new Set<LinearRelation>();
  // Grows while it is read.
  for (const cell of columns.keys())
    for (const sum of sumsOf.get(cell) ?? []) {
      rows.add(sum);
      for (const t of sum.terms)
        if ((counts.get(t.cell) ?? 0) > 0 && !columns.has(t.cell)) columns.set(t.cell, columns.size);
    }
  const size = columns.size;
  const lower = new Float64Array(size);
  const upper = new Float64Array(size).fill(1);
  lower[0] = 1;
  upper[1] = 0;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    for (const { cell, coefficient } of terms) {
      const column = columns.get(cell);
      if (column === undefined) continue;
      indices.push(column);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  const { modelStatus, objectiveSense, variableType } = highs.constants;
  const zeros = new Float64Array(rows.size);
  return highs.withModel(
    {
      numCols: size,
      numRows: rows.size,
      sense: objectiveSense.minimize,
      colCost: new Float64Array(size),
      colLower: lower,
      colUpper: upper,
      rowLower: zeros,
      rowUpper: zeros,
      matrix: { format: 'csr', numRows: rows.size, numCols: size, starts, indices, values },
      integrality: Array.from({ length: size }, () => variableType.integer),
    },
    (model) => {
      model.options.set({ output_flag: false });
      model.run();
      // What is not proved impossible is taken for possible.
      return model.getModelStatus() !== modelStatus.infeasible;
    },
  );
}

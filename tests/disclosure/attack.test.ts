import { describe, expect, it } from 'vitest';
import { attack } from '../../src/disclosure/attack/index.ts';
import { type CountCell, percentRelations, sumRelation } from '../../src/disclosure/cells.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { DEFAULT_RULE, ruleOf } from '../../src/disclosure/rule.ts';
import { protect } from '../../src/disclosure/suppress/index.ts';
import { knowledgeOf, truthOf } from './tables.ts';

const highs = await loadHighs();
const cellsOf = (counts: Readonly<Record<string, number>>): readonly CountCell[] =>
  Object.entries(counts).map(([id, count]) => ({ id, count }));

describe('what readers know from elsewhere', () => {
  const relations = [sumRelation('Alla efter situation', 'T', ['akut', 'institution', 'ordnat', 'eget'])];
  const counts = { T: 106, akut: 3, institution: 12, ordnat: 70, eget: 21 };

  it('an earlier release that showed a cell makes it useless for hiding others', () => {
    const cells = cellsOf(counts).map((c) =>
      c.id === 'institution' ? { ...c, known: { lower: 12, upper: 12 } } : c,
    );
    expect([...protect(highs, { cells, relations }, DEFAULT_RULE).hidden].sort()).toEqual(['akut', 'eget']);
    expect([...protect(highs, { cells: cellsOf(counts), relations }, DEFAULT_RULE).hidden].sort()).toEqual([
      'akut',
      'institution',
    ]);
  });

  it('a cell that an earlier release showed cannot be protected, and says so by its neighbours', () => {
    const tables = { cells: cellsOf(counts), relations };
    const knowledge = knowledgeOf(tables, new Set(['akut', 'institution']));
    const known = knowledge.cells.map((c) => (c.id === 'institution' ? { ...c, lower: 12, upper: 12 } : c));
    expect(attack(highs, { ...knowledge, cells: known }, 5).exposed).toEqual([
      { cell: 'akut', interval: { lower: 3, upper: 3 }, tables: ['Alla efter situation'] },
    ]);
  });

  it('bounds that are narrower than the protection make a cell unprotectable', () => {
    const cells = cellsOf(counts).map((c) => (c.id === 'akut' ? { ...c, known: { lower: 2, upper: 4 } } : c));
    expect(protect(highs, { cells, relations }, DEFAULT_RULE).unprotectable).toEqual(['akut']);
  });

  it('a percentage of a known base tells the count', () => {
    const cells = cellsOf({ T: 80, barn: 3 });
    const percent = percentRelations('Andel med barn', {
      cell: 'barn',
      base: 'T',
      percent: 3.8,
      decimals: 1,
      rate: null,
    });
    const tables = { cells, relations: percent };
    expect(attack(highs, knowledgeOf(tables, new Set(['barn'])), 5).exposed).toEqual([
      { cell: 'barn', interval: { lower: 3, upper: 3 }, tables: ['Andel med barn'] },
    ]);
    const { hidden, unprotectable } = protect(highs, tables, DEFAULT_RULE);
    expect([[...hidden].sort(), unprotectable]).toEqual([['T', 'barn'], []]);
    expect(attack(highs, knowledgeOf(tables, hidden), 5).exposed).toEqual([]);
  });

  it('tables that contradict themselves are reported, hidden or not', () => {
    const tables = { cells: cellsOf({ ...counts, T: 107 }), relations };
    expect(attack(highs, knowledgeOf(tables, new Set()), 5).contradictions).toEqual(['Alla efter situation']);
    const impossible = knowledgeOf(
      { ...tables, cells: cellsOf({ ...counts, T: 50 }) },
      new Set(['akut', 'institution']),
    );
    expect(attack(highs, impossible, 5).contradictions).toEqual(['Alla efter situation']);
  });
});

describe('who is alone in a cell', () => {
  const relations = [sumRelation('Alla efter situation', 'T', ['akut', 'institution', 'ordnat'])];
  const tables = { cells: cellsOf({ T: 94, akut: 1, institution: 4, ordnat: 89 }), relations };

  it('can tell the other small count of the sum', () => {
    const { exposedToInsiders } = attack(
      highs,
      knowledgeOf(tables, new Set(['akut', 'institution'])),
      5,
      truthOf(tables),
    );
    expect(exposedToInsiders).toEqual([
      { cell: 'institution', interval: { lower: 4, upper: 4 }, tables: ['Alla efter situation'] },
    ]);
  });

  it('cannot when a third is hidden', () => {
    const { hidden } = protect(highs, tables, DEFAULT_RULE);
    expect(hidden.size).toBe(3);
    expect(attack(highs, knowledgeOf(tables, hidden), 5, truthOf(tables)).exposedToInsiders).toEqual([]);
  });
});

describe('zeros', () => {
  const relations = [sumRelation('Alla efter situation', 'T', ['akut', 'ordnat', 'eget'])];
  const tables = { cells: cellsOf({ T: 46, akut: 0, ordnat: 40, eget: 6 }), relations };

  it('are published unless the rule hides them', () => {
    expect(protect(highs, tables, DEFAULT_RULE).hidden.size).toBe(0);
    expect(protect(highs, tables, ruleOf(5, 'hide')).hidden).toContain('akut');
  });
});

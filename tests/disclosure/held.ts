import { expect } from 'vitest';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { type LoadResult, loadFiles } from '../../src/pipeline/load.ts';
import { type Change, folder } from '../ingest/folder.ts';
import { type Puzzle, range } from './outsider.ts';

export const highs = await loadHighs();
/** Counts that must remain possible for what is hidden. */
export const POSSIBLE = 5;

export async function release(
  ...changes: readonly Change[]
): Promise<LoadResult & { index: NonNullable<LoadResult['index']> }> {
  const result = await loadFiles(folder(...changes));
  const errors = result.report.findings.filter((f) => f.severity === 'error');
  expect(errors).toEqual([]);
  if (!result.index) throw new Error('no release');
  return { ...result, index: result.index };
}

/** What a kartläggning shows, by `matt_situation_kon`; percentages with `p` before. */
export function mapped({ index }: Pick<Awaited<ReturnType<typeof release>>, 'index'>): Puzzle['shown'] {
  const [k] = index.catalogue.kartlaggningar;
  return Object.fromEntries(
    (k?.varden ?? []).map((v) => {
      const name = [v.matt, v.situation.replace('-', ''), v.kon].join('_');
      return [v.enhet === 'procent' ? `p_${name}` : name, v.varde];
    }),
  );
}

export const figures = ({ index }: Pick<Awaited<ReturnType<typeof release>>, 'index'>): Puzzle['shown'] =>
  Object.fromEntries(
    (index.catalogue.inventeringar[0]?.rader ?? []).map((r) => [
      [r.uppgift.replaceAll('-', ''), r.kon].join('_'),
      r.varde,
    ]),
  );

/**
 * Holds that a planted secret can be computed when only the small counts are hidden, and that it cannot from what is
 * published.
 */
export function holds(
  published: Puzzle['shown'],
  truth: Puzzle['shown'],
  known: readonly string[],
  target: string,
): void {
  const small = (n: number | null) => (n !== null && n > 0 && n < POSSIBLE ? null : n);
  const careless = Object.fromEntries(Object.entries(truth).map(([name, n]) => [name, small(n)]));
  const width = (puzzle: Puzzle) => {
    const [least = 0, most = 0] = range(highs, puzzle, target) ?? [];
    return most - least + 1;
  };
  expect(['careless', target, width({ shown: careless, known }) < POSSIBLE]).toEqual([
    'careless',
    target,
    true,
  ]);
  expect(published[target] ?? null).toBeNull();
  expect(['published', target, width({ shown: published, known }) >= POSSIBLE]).toEqual([
    'published',
    target,
    true,
  ]);
}

/** `matt;situation;kon;varde` lines as the names and numbers of a puzzle. */
export const truthOf = (lines: readonly string[]): Puzzle['shown'] =>
  Object.fromEntries(
    lines.map((line) => {
      const [matt, situation = '', kon, varde, enhet] = line.split(';');
      const name = [matt, situation.replace('-', ''), kon].join('_');
      return [enhet === 'procent' ? `p_${name}` : name, Number(varde)];
    }),
  );

export const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

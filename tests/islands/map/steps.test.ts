import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { centre } from '../../../src/charts/hex/geometry.ts';
import { ARROWS, type Arrow, isArrow, nextSpot, type Spot } from '../../../src/islands/map/steps.ts';

const cell = (col: number, row: number): Spot => {
  const [x, y] = centre({ col, row });
  return { x, y };
};

it('goes to the neighbour, along a row and between rows that are shifted', () => {
  const spots = [cell(1, 1), cell(0, 1), cell(2, 1), cell(1, 0), cell(2, 0), cell(1, 2), cell(2, 2)];
  expect(nextSpot(spots, 0, 'ArrowLeft')).toBe(1);
  expect(nextSpot(spots, 0, 'ArrowRight')).toBe(2);
  expect([3, 4]).toContain(nextSpot(spots, 0, 'ArrowUp'));
  expect([5, 6]).toContain(nextSpot(spots, 0, 'ArrowDown'));
});

it('crosses water, and stays at the edge', () => {
  const spots = [cell(0, 0), cell(5, 0)];
  expect(nextSpot(spots, 0, 'ArrowRight')).toBe(1);
  expect(nextSpot(spots, 1, 'ArrowRight')).toBeNull();
  expect(nextSpot(spots, 0, 'ArrowUp')).toBeNull();
  expect(isArrow('Enter')).toBe(false);
});

it('reaches every kommun of the country by arrows alone', () => {
  const [, ...rows] = readFileSync('data/referens/kommunrutor.csv', 'utf8').trim().split(/\r?\n/);
  const spots = rows.map((row) => {
    const [, col, line] = row.split(';').map(Number);
    return cell(col ?? Number.NaN, line ?? Number.NaN);
  });
  const reached = new Set([0]);
  for (const at of reached)
    for (const arrow of Object.keys(ARROWS) as Arrow[]) {
      const next = nextSpot(spots, at, arrow);
      if (next !== null) reached.add(next);
    }
  expect(reached.size).toBe(spots.length);
});

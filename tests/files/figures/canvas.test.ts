import { expect, it } from 'vitest';
import { type Canvas, emptyCanvas, fillSolid, press, type Stamp } from '../../../src/files/figures/canvas.ts';

const [RED, HALF_RED] = [0xff0000ff, 0x80000080];
/** A row of two red points and one that is half red; under its middle a red one. */
const STAMP: Stamp = {
  left: -1,
  top: 0,
  width: 3,
  height: 2,
  colours: [RED, HALF_RED],
  runs: Uint32Array.from([0, 2 << 16, 2, (1 << 16) | 1, (1 << 16) | 1, 1 << 16]),
};

/** The rows as they are read: a letter a point, by what is seen. */
function shown({ width, height, rows, palette }: Canvas): readonly string[] {
  const letters = new Map([
    [0xffffffff, '.'],
    [RED, 'R'],
    [0xff7f7fff, 'h'],
    [0xff0000ff, 'R'],
  ]);
  return Array.from({ length: height }, (_, row) => {
    const [filter, ...points] = rows.subarray(row * (width + 1), (row + 1) * (width + 1));
    expect(filter).toBe(0);
    return points.map((point) => letters.get(palette.colours[point] ?? 0) ?? '?').join('');
  });
}

it('draws a stamp where it stands, one over the other', () => {
  const canvas = emptyCanvas(5, 3, '#ffffff');
  press(canvas, STAMP, { x: 2, y: 1 });
  expect(shown(canvas)).toEqual(['.....', '.RRh.', '..R..']);
  press(canvas, STAMP, { x: 1, y: 1 });
  expect(shown(canvas)).toEqual(['.....', 'RRRh.', '.RR..']);
});

it('a stamp that is pressed on another canvas has the colours of that one', () => {
  for (const [paper, rows] of [
    ['#ff0000', ['RRR', 'RRR']],
    ['#ffffff', ['RRh', '.R.']],
  ] as const) {
    const canvas = emptyCanvas(3, 2, paper);
    press(canvas, STAMP, { x: 1, y: 0 });
    expect(shown(canvas)).toEqual(rows);
  }
});

it('leaves out what is outside', () => {
  for (const [x, y, rows] of [
    [0, 0, ['Rh.', 'R..']],
    [3, 1, ['...', '..R']],
    [1, -1, ['.R.', '...']],
    [-3, 0, ['...', '...']],
    [9, 9, ['...', '...']],
  ] as const) {
    const canvas = emptyCanvas(3, 2, '#ffffff');
    press(canvas, STAMP, { x, y });
    expect(shown(canvas)).toEqual(rows);
  }
});

it('fills a rectangle as far as the canvas goes, and begins each canvas anew', () => {
  for (const [solid, rows] of [
    [{ x: 1, y: 1, width: 2, height: 9 }, ['...', '.RR', '.RR']],
    [{ x: -1, y: -1, width: 3, height: 2 }, ['RR.', '...', '...']],
    [{ x: 3, y: 0, width: 2, height: 2 }, ['...', '...', '...']],
  ] as const) {
    const canvas = emptyCanvas(3, 3, '#ffffff');
    fillSolid(canvas, { ...solid, fill: '#ff0000' });
    expect(shown(canvas)).toEqual(rows);
  }
});

import { describe, expect, it } from 'vitest';
import { weightFor } from '../../../src/files/figures/letters.ts';
import { textSetter } from '../../../src/files/figures/set-text.ts';

const setText = textSetter(2);
const INK = { fill: '#1a2530', 'font-size': '14' };
const AT = { x: 0, y: 0, scale: 1 };
const set = (words: string, look: Readonly<Record<string, string>> = {}, at = AT) =>
  setText(words, { ...INK, ...look }, at);
const columns = (words: string, look: Readonly<Record<string, string>> = {}) =>
  (set(words, look) ?? []).map(({ x }) => x);

describe('a text set letter by letter', () => {
  it('has a letter drawn for each that is seen, the same wherever it stands between points', () => {
    const letters = set('Hål å') ?? [];
    expect(letters).toHaveLength(4);
    expect(new Set(letters.map(({ markup }) => markup.replace(/transform="[^"]*"/, ''))).size).toBe(3);
    // Moved by whole points it is the very same drawing.
    const moved = set('Hål å', { x: '10.5', y: '3' }) ?? [];
    expect(moved).toEqual(letters.map(({ x, y, markup }) => ({ x: x + 21, y: y + 6, markup })));
    const steps = 'iiiiiiii'.repeat(8);
    expect(new Set((set(steps) ?? []).map(({ markup }) => markup)).size).toBeLessThanOrEqual(4);
  });

  it('is as wide as the letters are, with what pairs have between them', () => {
    const widthOf = (words: string, look = {}) =>
      (columns(`${words}I`, look).at(-1) ?? 0) - (columns('I', look)[0] ?? 0);
    const large = { 'font-size': '1400' };
    expect(widthOf('AV', large)).toBeLessThan(widthOf('A', large) + widthOf('V', large) - 10);
    expect(widthOf('nnnn', { 'font-weight': '700' })).toBeGreaterThan(widthOf('nnnn'));
    expect(widthOf('nnnn', { 'font-weight': '650' })).toBe(widthOf('nnnn', { 'font-weight': '700' }));
    expect(widthOf('nnnn', { 'font-size': '28' })).toBeCloseTo(2 * widthOf('nnnn'), -1);
    const doubled = (setText('nnnnI', INK, { ...AT, scale: 2 }) ?? []).map(({ x }) => x);
    expect(doubled).toEqual(columns('nnnnI', { 'font-size': '28' }));
  });

  it('ends where it is to end, and has its middle where that is to be', () => {
    const [start = 0] = columns('12 %', { x: '100' });
    const [middle = 0] = columns('12 %', { x: '100', 'text-anchor': 'middle' });
    const [end = 0] = columns('12 %', { x: '100', 'text-anchor': 'end' });
    expect(start - end).toBeGreaterThan(40);
    expect(Math.abs((start + end) / 2 - middle)).toBeLessThanOrEqual(1);
    expect(set('12', { y: '0.5em' })).toEqual(set('12', { y: '7' }));
  });

  it('has the line around all letters under all, or over all when nothing is said of the order', () => {
    const lines = { stroke: '#fbfaf7', 'stroke-width': '4', 'stroke-linejoin': 'round' };
    const order = (look: Readonly<Record<string, string>>) =>
      (set('ab', look) ?? []).map(({ markup }) => (markup.includes('stroke="#fbfaf7"') ? 'line' : 'inside'));
    expect(order({ ...lines, 'paint-order': 'stroke' })).toEqual(['line', 'line', 'inside', 'inside']);
    expect(order(lines)).toEqual(['inside', 'inside', 'line', 'line']);
    expect(order({ ...lines, fill: 'none' })).toEqual(['line', 'line']);
    expect(order({ stroke: 'none' })).toEqual(['inside', 'inside']);
  });

  it('is left whole where more is said of it than is known, or our letters do not have it', () => {
    for (const look of [
      { 'letter-spacing': '2' },
      { opacity: '0.5' },
      { transform: 'rotate(9)' },
      { dx: '1' },
      { x: '1 2' },
      { 'font-size': 'large' },
      { 'font-weight': 'bold' },
      { 'text-anchor': 'centre' },
    ])
      expect([look, set('Umeå', look)]).toEqual([look, null]);
    for (const words of [' Umeå', 'Umeå ', 'Umeå  i', 'a\tb', '漢'])
      expect([words, set(words)]).toEqual([words, null]);
    expect(setText('Umeå', { fill: '#000000' }, AT)).toBeNull();
  });
});

it('a weight that we do not have is drawn in the one that stands in for it', () => {
  expect([100, 400, 450, 500, 501, 600, 650, 700, 900].map(weightFor)).toEqual([
    400, 400, 400, 400, 600, 600, 700, 700, 700,
  ]);
});

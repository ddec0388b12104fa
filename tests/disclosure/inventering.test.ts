import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { hiddenIn, inventeringTables, radId } from '../../src/disclosure/inventering.ts';
import { ALDRAR, type InventeringRad } from '../../src/model/inventering.ts';

const highs = await loadHighs();
const rad = (
  uppgift: string,
  varde: number,
  kon: 'T' | 'K' | 'M' = 'T',
  alder: (typeof ALDRAR)[number] = 'alla',
) =>
  ({
    uppgift,
    kon,
    alder,
    varde,
    skyddad: false,
    text: null,
    ursprung: { fil: 'prov', rad: 1 },
  }) satisfies InventeringRad;

it('hides a small count and what would tell it, and nothing else', () => {
  const rader = [rad('hotell', 26), rad('hotell', 3, 'K'), rad('hotell', 23, 'M'), rad('harbarge', 30)];
  expect([...hiddenIn(highs, { rader })].sort()).toEqual(['hotell|K|alla', 'hotell|M|alla']);
});

it('leaves money, days and contracts as they are', () => {
  const rader = [rad('akut-kostnad', 3), rad('akut-dygn', 2), rad('kontrakt-alla', 1)];
  expect(hiddenIn(highs, { rader }).size).toBe(0);
  expect(inventeringTables({ rader }).cells).toEqual([]);
});

it('hides every small count of any inventory, and the attacker never finds one', () => {
  const counts = fc.array(fc.nat(12), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(counts, counts, (whole, some) => {
      const ages = ALDRAR.slice(1);
      const of = (uppgift: string, n: readonly number[]) => {
        const cells = ages.flatMap((alder, i) => [
          rad(uppgift, n[i] ?? 0, 'K', alder),
          rad(uppgift, n[i + 5] ?? 0, 'M', alder),
        ]);
        const sum = (kon: 'K' | 'M') => cells.filter((c) => c.kon === kon).reduce((s, c) => s + c.varde, 0);
        return [
          ...cells,
          rad(uppgift, sum('K'), 'K'),
          rad(uppgift, sum('M'), 'M'),
          rad(uppgift, sum('K') + sum('M')),
        ];
      };
      // A part of the whole: never more in any cell.
      const part = some.map((n, i) => Math.min(n, whole[i] ?? 0));
      const rader = [...of('akut-alla', whole), ...of('hotell', part)];
      // Throws when the attacker finds anything.
      const hidden = hiddenIn(highs, { rader });
      for (const r of rader) if (r.varde > 0 && r.varde < 5) expect(hidden.has(radId(r))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

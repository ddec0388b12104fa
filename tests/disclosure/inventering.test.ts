import fc from 'fast-check';
import { expect, it } from 'vitest';
import { auditFiles } from '../../src/disclosure/audit/index.ts';
import { auditReport } from '../../src/disclosure/audit/report.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import {
  hiddenIn,
  inventeringSecret,
  linkedInventering,
  protectInventering,
  radId,
} from '../../src/disclosure/inventering.ts';
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
  expect(linkedInventering({ rader }).cells).toEqual([]);
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

it('is attacked as it was written', async () => {
  const inventering = {
    kod: '0114',
    namn: 'Prov',
    ar: 2024,
    exempel: false,
    rader: [rad('hotell', 26), rad('hotell', 3, 'K'), rad('hotell', 23, 'M')],
  };
  const safe = protectInventering(highs, inventering);
  const csv = (rader: readonly InventeringRad[]) => {
    const rows = rader.map((r) => ['0114', 'Prov', 2024, r.uppgift, r.kon, r.alder, r.varde ?? ''].join(','));
    const text = ['kommunkod,kommun,ar,uppgift,kon,alder,varde', ...rows].join('\n');
    return { path: 'data/prov.csv', content: () => new TextEncoder().encode(text) };
  };
  const audit = async (rader: readonly InventeringRad[]) =>
    auditReport(await auditFiles(highs, [inventeringSecret(inventering)], [csv(rader)])).failures;
  expect(await audit(safe.rader)).toEqual([]);
  // Only the small count hidden: the other two tell it.
  const naive = inventering.rader.map((r) => (r.kon === 'K' ? { ...r, varde: null } : r));
  expect((await audit(naive)).join(' ')).toMatch(/är 3/);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { linkedInventering, protectInventering } from '../../src/disclosure/inventering.ts';
import { Uppgift } from '../../src/model/formular.ts';
import { ALDRAR, type Alder, type InventeringRad } from '../../src/model/inventering.ts';
import { FORMULAR } from '../fixtures/formular.ts';
import { range } from './outsider.ts';

const highs = await loadHighs();
const rad = (uppgift: string, varde: number, kon: 'T' | 'K' | 'M' = 'T', alder: Alder = 'alla') =>
  ({
    uppgift,
    kon,
    alder,
    varde,
    skyddad: false,
    text: null,
    ursprung: { fil: 'prov', rad: 1 },
  }) satisfies InventeringRad;

function published(rader: readonly InventeringRad[]): readonly InventeringRad[] {
  const whole = { kod: '0114', namn: 'Prov', ar: 2024, exempel: false, rader, rattelser: [] };
  const safe = protectInventering(highs, whole, FORMULAR);
  if ('failures' in safe) throw new Error(safe.failures.map((f) => f.text).join(' '));
  return safe.inventering.rader;
}
const hiddenIn = (rader: readonly InventeringRad[]) =>
  published(rader).flatMap((r) => (r.skyddad ? [`${r.uppgift} ${r.kon}`] : []));

it('hides a small count and what would tell it, and nothing else', () => {
  const rader = [rad('hotell', 26), rad('hotell', 3, 'K'), rad('hotell', 23, 'M'), rad('harbarge', 30)];
  expect(hiddenIn(rader)).toEqual(['hotell K', 'hotell M']);
});

it('shows days and money where the people behind them are shown, and nowhere else', () => {
  const money = (people: number) => [
    rad('akut-alla', people),
    rad('akut-dygn', 900),
    rad('akut-kostnad', 1_200_000),
  ];
  expect(hiddenIn(money(40))).toEqual([]);
  expect(hiddenIn(money(2))).toEqual(['akut-alla T', 'akut-dygn T', 'akut-kostnad T']);
});

it('never leaves a part of shown days alone: the sum less the others would tell it', () => {
  const form = (uppgifter: readonly Uppgift[]) => ({ ...FORMULAR, uppgifter: [...uppgifter] });
  const dygn = (kod: string) =>
    Uppgift.parse({
      kod: `${kod}-dygn`,
      del: 'akut',
      namn: `Dygn ${kod}`,
      enhet: 'dygn',
      anvisning: '',
      vilkas: kod,
      ingarI: 'akut-dygn',
    });
  const asked = form([...FORMULAR.uppgifter, ...['harbarge', 'hotell', 'jourboende'].map(dygn)]);
  fc.assert(
    fc.property(
      fc.array(fc.nat(12), { minLength: 3, maxLength: 3 }),
      fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 3, maxLength: 3 }),
      ([a = 0, b = 0, c = 0], [da = 0, db = 0, dc = 0]) => {
        const rader = [
          rad('harbarge', a),
          rad('hotell', b),
          rad('jourboende', c),
          rad('akut-alla', 60),
          rad('akut-dygn', da + db + dc),
          rad('harbarge-dygn', da),
          rad('hotell-dygn', db),
          rad('jourboende-dygn', dc),
        ];
        const whole = { kod: '0114', namn: 'Prov', ar: 2024, exempel: false, rader, rattelser: [] };
        const safe = protectInventering(highs, whole, asked);
        if (!('inventering' in safe)) throw new Error('not protected');
        const days = safe.inventering.rader.filter((r) => r.uppgift.endsWith('-dygn'));
        expect(days.filter((r) => r.skyddad)).not.toHaveLength(1);
        // Those of few people are hidden, whatever else is.
        for (const [i, n] of [a, b, c].entries()) if (n > 0 && n < 5) expect(days[i + 1]?.skyddad).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

it('counts a household as one holding', () => {
  expect(hiddenIn([rad('fortur', 1), rad('kontrakt-alla', 2), rad('avhysning-inkomna', 3)])).toEqual([
    'fortur T',
    'kontrakt-alla T',
    'avhysning-inkomna T',
  ]);
});

it('hides every small count of any inventory, and an outsider never finds one', { timeout: 120_000 }, () => {
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
      const shown = published(rader);
      const name = ({ uppgift, kon, alder }: Pick<InventeringRad, 'uppgift' | 'kon' | 'alder'>) =>
        `${uppgift}_${kon}_${alder}`.replaceAll('-', '');
      const known = ['akut-alla', 'hotell'].flatMap((uppgift) => [
        ...(['K', 'M'] as const).map((kon) => {
          const parts = ages.map((alder) => name({ uppgift, kon, alder })).join(' + ');
          return `${name({ uppgift, kon, alder: 'alla' })} = ${parts}`;
        }),
        `${name({ uppgift, kon: 'T', alder: 'alla' })} = ${(['K', 'M'] as const).map((kon) => name({ uppgift, kon, alder: 'alla' })).join(' + ')}`,
      ]);
      const within = rader
        .filter((r) => r.uppgift === 'hotell')
        .map((r) => `${name(r)} <= ${name({ ...r, uppgift: 'akut-alla' })}`);
      const puzzle = {
        shown: Object.fromEntries(shown.map((r) => [name(r), r.varde])),
        known: [...known, ...within],
      };
      for (const [i, r] of rader.entries()) {
        if (shown[i]?.varde === r.varde) {
          expect(r.varde === 0 || r.varde >= 5).toBe(true);
          continue;
        }
        const [least = 0, most = 0] = range(highs, puzzle, name(r)) ?? [];
        expect([name(r), most - least + 1 >= 5]).toEqual([name(r), true]);
      }
    }),
    { numRuns: 20 },
  );
});

it('hides what is left of a whole whose nearer whole has no row', () => {
  const part = (kod: string, ingarI: string) =>
    Uppgift.parse({ kod, del: 'akut', namn: `Alla i ${kod}`, enhet: 'personer', anvisning: '', ingarI });
  const form = { ...FORMULAR, uppgifter: [...FORMULAR.uppgifter, part('stadigvarande', 'skyddat')] };
  const rader = [rad('akut-alla', 41), rad('stadigvarande', 38)];
  const whole = { kod: '0114', namn: 'Prov', ar: 2024, exempel: false, rader, rattelser: [] };
  const safe = protectInventering(highs, whole, form);
  if ('failures' in safe) throw new Error('refused');
  const [all = null, some = null] = safe.inventering.rader.map((r) => r.varde);
  const shown = { all, some, rest: null };
  const [least = 0, most = 0] = range(highs, { shown, known: ['all = some + rest'] }, 'rest') ?? [];
  expect(most - least).toBeGreaterThanOrEqual(4);
});

it('hides kronor of people whom nobody has counted: how few they are nobody knows', () => {
  expect(hiddenIn([rad('akut-kostnad', 12_400), rad('hvb', 30)])).toEqual(['akut-kostnad T']);
});

it('a figure that the form says is the same as another hides and shows with it', () => {
  const figure = (kod: string, ingarI: string | null = null) =>
    Uppgift.parse({ kod, del: 'kontrakt', namn: `Alla i ${kod}`, enhet: 'kontrakt', anvisning: '', ingarI });
  const form = {
    ...FORMULAR,
    uppgifter: [figure('alla'), figure('enkat'), figure('familjer', 'alla')],
    kontroller: [{ uppgift: 'enkat', mot: 'alla', krav: 'lika' as const, rad: 'Se efter vad som är rätt.' }],
  };
  const rader = [rad('alla', 14), rad('enkat', 14), rad('familjer', 11)];
  const whole = { kod: '0114', namn: 'Prov', ar: 2024, exempel: false, rader, rattelser: [] };
  const safe = protectInventering(highs, whole, form);
  if ('failures' in safe) throw new Error('refused');
  const [alla = null, enkat = null, familjer = null] = safe.inventering.rader.map((r) => r.varde);
  const puzzle = { shown: { alla, enkat, familjer }, known: ['alla = enkat', 'alla = familjer + rest'] };
  const [least = 0, most = 0] = range(highs, puzzle, 'rest') ?? [];
  expect(most - least).toBeGreaterThanOrEqual(4);
  expect(linkedInventering(whole, form).relations.map((r) => r.table)).toContain('enkat och alla');
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { protectInventering } from '../../src/disclosure/inventering.ts';
import { type Formular, Uppgift } from '../../src/model/formular.ts';
import type { InventeringRad } from '../../src/model/inventering.ts';
import { FORMULAR } from '../fixtures/formular.ts';
import {
  countOf,
  foundOutByPeople,
  KINDS,
  PART,
  type Population,
  population,
  WHOLE,
} from './people-model.ts';

const highs = await loadHighs();

const asked = (kod: string, ingarI: string | null): Uppgift =>
  Uppgift.parse({ kod, del: 'akut', namn: `Alla i ${kod}`, enhet: 'personer', anvisning: '', ingarI });
/** A form that asks for the figures of the model. */
const FORM: Formular = {
  ...FORMULAR,
  uppgifter: [asked(WHOLE, null), ...KINDS.map((kind) => asked(kind, WHOLE)), asked(PART, 'skyddat')],
};
type Row = Population['rows'][number];

const rowsOf = (population: Population): readonly InventeringRad[] =>
  population.rows.map(([uppgift, kon]) => ({
    uppgift,
    kon,
    alder: 'alla',
    varde: countOf(population, uppgift, kon),
    skyddad: false,
    text: null,
    ursprung: { fil: 'prov', rad: 1 },
  }));

/** The population's inventory as it is published, or what stops it. */
function published(population: Population) {
  const rader = rowsOf(population);
  const whole = { kod: '0114', namn: 'Prov', ar: 2024, exempel: false, rader, rattelser: [] };
  const safe = protectInventering(highs, whole, FORM);
  if ('failures' in safe) return { stopped: safe.failures.flatMap((f) => f.celler), shown: () => null };
  const values = new Map(safe.inventering.rader.map((r) => [`${r.uppgift} ${r.kon}`, r.varde]));
  return { stopped: [], shown: (...[f, kon]: Row) => values.get(`${f} ${kon}`) ?? null };
}

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1);
const drawn = SEEDS.flatMap((seed) => fc.sample(population, { seed, numRuns: 1 })).filter(
  ({ people, rows }) => people.length > 0 && rows.length > 0,
);

it('nobody who is alone finds out anything of others, in any population, and no inventory of people is refused', {
  timeout: 120_000,
}, () => {
  for (const one of drawn) {
    const { stopped, shown } = published(one);
    expect([rowsOf(one), stopped]).toEqual([rowsOf(one), []]);
    expect([rowsOf(one), foundOutByPeople(highs, one, shown)]).toEqual([rowsOf(one), []]);
  }
  expect(drawn.filter((p) => rowsOf(p).some((r) => r.varde === 1)).length).toBeGreaterThan(15);
});

it('and where only the small counts are hidden somebody does', { timeout: 120_000 }, () => {
  const found = drawn.filter((one) => {
    const small = (n: number) => (n > 0 && n < 5 ? null : n);
    return foundOutByPeople(highs, one, (f, kon) => small(countOf(one, f, kon))).length > 0;
  });
  expect(found.length).toBeGreaterThan(2);
});

/** So many of each kind, all of them men, with rows for everybody together. */
const ofKinds = (kinds: Readonly<Record<string, number>>): Population => ({
  people: Object.entries(kinds).flatMap(([kind, n]) =>
    Array.from({ length: n }, () => ({ kinds: [kind], kon: 'M' as const })),
  ),
  rows: ['akut-alla', ...Object.keys(kinds)].map((figure) => [figure, 'T'] as const),
});

it('is published where the rest of all is the one who is alone, and still hides who that is', () => {
  const one = ofKinds({ harbarge: 40, hotell: 1 });
  const { stopped, shown } = published(one);
  expect(stopped).toEqual([]);
  expect(shown('akut-alla', 'T')).toBe(41);
  expect([shown('harbarge', 'T'), shown('hotell', 'T')]).toEqual([null, null]);
});

it('hides more where the rest of all is somebody else', () => {
  const two = ofKinds({ harbarge: 1, hotell: 1 });
  const { stopped, shown } = published(two);
  expect(stopped).toEqual([]);
  expect(two.rows.map((row) => shown(...row))).toEqual([null, null, null]);
});

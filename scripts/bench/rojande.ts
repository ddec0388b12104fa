import { attack } from '../../src/disclosure/attack/index.ts';
import type { LinkedTables } from '../../src/disclosure/cells.ts';
import { cube, type Dimension } from '../../src/disclosure/cube.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { DEFAULT_RULE } from '../../src/disclosure/rule.ts';
import { protect } from '../../src/disclosure/suppress/index.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import type { Measure } from './validering.ts';

const KOMMUNER = 290;
const LAN = 21;
/** About as many people as the national count of 2023 found in homelessness. */
const PEOPLE = 27_000;
/** Shares of situations, sexes and ages: made up. */
const SHARES: Readonly<Record<string, number>> = {
  ...{ akut: 0.16, institution: 0.1, ordnat: 0.62, eget: 0.12 },
  ...{ K: 0.4, M: 0.6 },
  ...{ '18–29': 0.2, '30–44': 0.35, '45–64': 0.3, '65–': 0.15 },
};

/** Numbers from 0 to 1 that look random and are always the same. */
function scatter(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A count around a mean, as chance would have it (Poisson; for large means nearly so). */
function chance(mean: number, random: () => number): number {
  if (mean > 50) return Math.round(mean + (random() - 0.5) * 3.4 * Math.sqrt(mean));
  const end = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > end; count++) product *= random();
  return count;
}

/** 290 kommuner in 21 län × 4 situations × 2 sexes × 4 ages, all margins. A few kommuner are large, most small. */
function table(): LinkedTables {
  const random = scatter(7);
  const weights = Array.from({ length: KOMMUNER }, (_, i) => (i + 1) ** -1.1);
  const sum = weights.reduce((a, b) => a + b);
  const people = new Map(weights.map((w, i) => [`k${i}`, (w / sum) * PEOPLE]));
  const lan = Array.from({ length: LAN }, (_, i) => `l${i}`);
  // One län has a single kommun, like Gotland.
  const lanOf = (i: number) => (i === 60 ? LAN - 1 : Math.floor(random() * (LAN - 1)));
  const members = Map.groupBy(people.keys(), (kommun) => lanOf(Number(kommun.slice(1))));
  const dimensions: readonly Dimension[] = [
    {
      name: 'kommun',
      children: Object.fromEntries([
        ['00', lan],
        ...lan.map((kod, i) => [kod, members.get(i) ?? []] as const),
      ]),
    },
    { name: 'situation', children: { T: ['akut', 'institution', 'ordnat', 'eget'] } },
    { name: 'kön', children: { T: ['K', 'M'] } },
    { name: 'ålder', children: { T: ['18–29', '30–44', '45–64', '65–'] } },
  ];
  return cube(dimensions, ([kommun = '', ...group]) =>
    chance(
      group.reduce((mean, code) => mean * (SHARES[code] ?? 0), people.get(kommun) ?? 0),
      random,
    ),
  );
}

/** Protects the largest table that we expect, and proves it. */
export async function bench(): Promise<readonly Measure[]> {
  const { clock } = nodeEffects();
  const highs = await loadHighs();
  const tables = table();
  const protecting = clock();
  const { hidden, small, unprotectable, information } = protect(highs, tables, DEFAULT_RULE);
  const proving = clock();
  const { cells, relations } = tables;
  const knowledge = cells.map(({ id, count }) =>
    hidden.has(id) ? { id, lower: 0, upper: Number.POSITIVE_INFINITY } : { id, lower: count, upper: count },
  );
  const truth = new Map(cells.map((c) => [c.id, c.count]));
  const found = attack(highs, { cells: knowledge, relations }, DEFAULT_RULE.possible, truth);
  const done = clock();
  const exposed = found.exposed.length + found.exposedToInsiders.length + unprotectable.length;
  return [
    { name: 'Skydda 290 × 21 × 4 × 2 × 4', value: (proving - protecting) / 1000, unit: 's', target: '≤ 60' },
    { name: 'Röjandekontroll av samma tabell', value: (done - proving) / 1000, unit: 's' },
    { name: 'Celler', value: cells.length, unit: 'st' },
    { name: 'Små celler', value: small, unit: 'st' },
    { name: 'Skyddade celler', value: hidden.size, unit: 'st' },
    { name: 'Skyddad information', value: (100 * information.hidden) / information.all, unit: '%' },
    { name: 'Röjda celler', value: exposed, unit: 'st', target: '0' },
    { name: 'Celler som inte är visade', value: found.notShown.length, unit: 'st', target: '0' },
  ];
}

if (import.meta.main)
  for (const { name, value, unit } of await bench())
    nodeEffects().log(`${name.padEnd(44)} ${value.toFixed(1)} ${unit}`);

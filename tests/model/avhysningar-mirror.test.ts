import { existsSync, readFileSync } from 'node:fs';
import { dsvFormat } from 'd3-dsv';
import { expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { partsIn, sumsOf } from '../../src/model/kartlaggning-sums.ts';
import { load } from '../../src/pipeline/load.ts';
import { value } from './kartlaggning-value.ts';

/** Evictions per kommun, somebody else's table: read here to try our own check, never copied. */
const MIRROR = new URL('../../../shared/mirror/avhysningar_kommun_2008_2022_harledda.csv', import.meta.url);

it.skipIf(!existsSync(MIRROR))(
  'finds the years in which kommuner stand with the figures of their län',
  async () => {
    const { index } = await load('data', nodeEffects());
    const riket = index?.catalogue.kartlaggningar.find((k) => k.slug === 'avhysningar');
    if (!index || !riket) throw new Error('no evictions');
    const rows = dsvFormat(',').parse(readFileSync(MIRROR, 'utf8'));
    const kommuner = rows
      .filter((r) => r.avhysningar_antal_harlett !== '')
      .map((r) =>
        value({
          ar: Number(r.ar),
          plats: r.kommunkod ?? '',
          matt: 'avhysningar',
          varde: Number(r.avhysningar_antal_harlett),
        }),
      );
    const varden = [...riket.varden.filter((v) => v.plats === '00'), ...kommuner];
    const sums = sumsOf({ indelningar: {}, varden }, partsIn(index.catalogue.referens));
    const wrong = sums
      .filter((s) => s.by === 'plats' && s.parts.reduce((sum, v) => sum + v.varde, 0) > s.total.varde)
      .map((s) => s.total.ar);
    expect(wrong).toEqual([2018, 2022]);
    expect(sums.length).toBeGreaterThan(8);
  },
);

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { forbiddenIn } from '../../src/charts/plot-svg.ts';
import type { SeriesPoint } from '../../src/charts/series-runs.ts';
import { spark } from '../../src/charts/spark.ts';

const point = (ar: number, varde: number | null, segment: string): SeriesPoint => ({
  ar,
  varde,
  saknas: varde === null ? 'uppgift-saknas' : null,
  segment,
  label: String(varde),
  exempel: false,
});

it('cuts at a break and marks the newest year', () => {
  const svg = spark([point(2011, 34, 'a'), point(2017, 33, 'a'), point(2023, 27, 'b')], 'x');
  expect(svg.match(/class="cut"/g)).toHaveLength(1);
  expect(svg.match(/class="line-old"/g)).toHaveLength(1);
  expect(svg).not.toContain('class="line"');
  expect(svg.match(/class="pt"/g)).toHaveLength(1);
});

it('is fit to publish whatever the years and values, and empty without a value', () => {
  const years = fc.uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 1, maxLength: 12 });
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null }), {
    minLength: 12,
    maxLength: 12,
  });
  fc.assert(
    fc.property(years, values, fc.integer({ min: 1990, max: 2030 }), (ar, varden, cut) => {
      const points = ar
        .toSorted((a, b) => a - b)
        .map((y, i) => point(y, varden[i] ?? null, y < cut ? 'a' : 'b'));
      const svg = spark(points, 'x');
      if (points.every((p) => p.varde === null)) expect(svg).toBe('');
      else expect(forbiddenIn(svg, 'x')).toBeNull();
    }),
    { seed: 14 },
  );
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { check } from '../../src/checks/index.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { RIKET } from '../../src/model/kommun.ts';
import type { Observation } from '../../src/model/observation.ts';
import { load } from '../../src/pipeline/load.ts';

/** Kolada's answers, kept outside the repository: these tests are for whoever has them. */
const file = (kpi: string) => new URL(`../../../shared/mirror/kolada-v3/${kpi}.json`, import.meta.url);

const Answer = z.object({
  values: z.array(
    z.object({
      municipality: z.string(),
      period: z.number(),
      values: z.array(z.object({ gender: z.string(), value: z.number().nullable() })),
    }),
  ),
});

function observationsOf(kpi: string): readonly Observation[] {
  const { values } = Answer.parse(JSON.parse(readFileSync(file(kpi), 'utf8')));
  return values.flatMap(({ municipality, period, values: [value] }, i) =>
    value?.gender === 'T' && value.value !== null
      ? [
          {
            indikator: kpi,
            kod: municipality === '0000' ? RIKET : municipality,
            niva: municipality === '0000' ? ('riket' as const) : ('kommun' as const),
            ar: period,
            kon: 'T' as const,
            varde: value.value,
            saknas: null,
            svarande: null,
            tillfragade: null,
            exempel: false,
            fordelning: null,
            ursprung: { fil: `${kpi}.json`, rad: i + 1 },
            kalla: null,
            not: null,
          },
        ]
      : [],
  );
}

const NAMESAKES = ['0180', '0380', '0680', '0880', '1880'];

describe.skipIf(!existsSync(file('U00958')))(
  'kommuner that were given the figure of the län of their name',
  () => {
    it.each(['U00958', 'U00915'])('are found in %s: 2018 and 2022, no other year', async (kpi) => {
      const { index } = await load('data', nodeEffects());
      const model = index?.indikator('N07907');
      if (!index || !model) throw new Error('no catalogue');
      const indicator: Indicator = { ...model, id: kpi, typ: 'register', svarstyp: 'per-100000', ar: [] };
      const observationer = observationsOf(kpi);
      expect(observationer.length).toBeGreaterThan(3000);
      const findings = check(
        indexCatalogue({ ...index.catalogue, indikatorer: [indicator], observationer, publicerat: [] }),
      );
      const yearOf = (row: number | null) => observationer.find((o) => o.ursprung?.rad === row)?.ar;
      const sums = findings.filter((f) => f.code === 'summa-over-riket');
      expect(sums.map((f) => yearOf(f.row))).toEqual([2018, 2022]);
      const pointed = findings.filter((f) => f.code === 'kommun-troligen-lan');
      const named = observationer.filter((o) => pointed.some((f) => f.row === o.ursprung?.rad));
      expect(new Set(named.map((o) => o.ar))).toEqual(new Set([2018, 2022]));
      expect([...new Set(named.map((o) => o.kod))].sort()).toEqual(NAMESAKES);
      expect(findings.length).toBe(sums.length + pointed.length);
    });
  },
);

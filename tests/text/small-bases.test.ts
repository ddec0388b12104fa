import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesYears } from '../../src/charts/from/series.ts';
import { baseNote } from '../../src/compare/beside.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { type Observation, observation } from '../../src/model/observation.ts';
import { shownValue } from '../../src/text/values.ts';
import { fixtureIndex, PLAN } from '../charts/fixture.ts';

/** A län's answers: so many yes of so many. */
const lanAnswers = (ja: number, nej: number): Observation =>
  observation({
    indikator: PLAN.id,
    kod: '01',
    niva: 'lan',
    ar: 2016,
    varde: (100 * ja) / (ja + nej),
    saknas: null,
    svarande: ja + nej,
    tillfragade: ja + nej,
    fordelning: { ja, nej },
  });

describe('a share of fewer than ten', () => {
  const few = fc.tuple(fc.nat(9), fc.nat(9)).filter(([ja, nej]) => ja + nej > 0 && ja + nej < 10);

  it('is said as a number of how many, wherever a value is shown', () => {
    fc.assert(
      fc.property(few, ([ja, nej]) => {
        expect(shownValue(PLAN, lanAnswers(ja, nej)).replaceAll('\u00a0', ' ')).toBe(`${ja} av ${ja + nej}`);
      }),
    );
  });

  it('is said so in a series too', () => {
    const { catalogue } = fixtureIndex();
    fc.assert(
      fc.property(few, ([ja, nej]) => {
        const index = indexCatalogue({ ...catalogue, observationer: [lanAnswers(ja, nej)] });
        const labels = seriesYears(index, PLAN, '01').map((y) => y.label);
        expect(labels.join(' ')).not.toContain('%');
      }),
      { numRuns: 30 },
    );
  });

  it('is a percentage from ten', () => {
    expect(shownValue(PLAN, lanAnswers(5, 5))).toMatch(/^50.%$/);
  });
});

describe('a share of more answers than kommuner', () => {
  type Cell = Parameters<typeof baseNote>[0]['rows'][number]['cells'][number];
  const row = (namn: string, stadsdelar: Cell['stadsdelar']) =>
    ({ kommun: { namn }, cells: [{ stadsdelar }] }) as unknown as Parameters<
      typeof baseNote
    >[0]['rows'][number];
  const share = (of: number) => ({ kind: 'svar', share: { count: 1, of }, tillfragade: of }) as const;

  it('is explained by the cities whose stadsdelar answer', () => {
    const rows = [row('Stockholm', { antal: [9, 4], tillfragade: 13 }), row('Umeå', null)];
    const note = baseNote({ rows, summary: [share(14)] }).replaceAll('\u00a0', ' ');
    expect(note).toContain('upp till 14 svar');
    expect(note).toContain('2 kommuner');
    expect(note).toContain('i Stockholm svarar varje stadsdel');
    expect(note).not.toContain('Umeå');
  });

  it('needs no word when there is no such city', () => {
    expect(baseNote({ rows: [row('Umeå', null)], summary: [share(1)] })).toBe('');
  });
});

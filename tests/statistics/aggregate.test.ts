import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeringUnits, tally } from '../../src/statistics/aggregate.ts';
import { observation } from '../fixtures/observation.ts';

const answers = ['ja', 'nej'];

describe('tally', () => {
  it('counts answered and asked, and leaves out who was never asked', () => {
    const units = [
      observation({ varde: 'ja' }),
      observation({ varde: 'nej', exempel: true }),
      observation({ varde: null, saknas: 'bortfall' }),
      observation({ varde: null, saknas: 'ej-tillamplig' }),
      observation({ varde: null, saknas: 'ej-efterfragad' }),
    ];
    expect(tally(answers, units)).toEqual({
      fordelning: { ja: 1, nej: 1 },
      svarande: 2,
      tillfragade: 3,
      exempel: true,
    });
  });

  it('answers sum to the answered, which never exceed the asked', () => {
    const unit = fc.constantFrom('ja', 'nej', null).map((varde) => observation({ varde }));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const t = tally(answers, units);
        const sum = Object.values(t.fordelning).reduce((a, b) => a + b, 0);
        expect(sum).toBe(t.svarande);
        expect(t.tillfragade).toBe(units.length);
        expect(t.svarande).toBe(units.filter((u) => u.varde !== null).length);
      }),
    );
  });

  it('two halves of the country add up to the whole', () => {
    const unit = fc.constantFrom('ja', 'nej', null).map((varde) => observation({ varde }));
    fc.assert(
      fc.property(fc.array(unit), fc.array(unit), (a, b) => {
        const whole = tally(answers, [...a, ...b]);
        expect(whole.svarande).toBe(tally(answers, a).svarande + tally(answers, b).svarande);
        expect(whole.fordelning.ja).toBe(
          (tally(answers, a).fordelning.ja ?? 0) + (tally(answers, b).fordelning.ja ?? 0),
        );
      }),
    );
  });
});

describe('answeringUnits', () => {
  const collected = [
    observation({ kod: '0180', varde: null, saknas: 'ej-tillamplig' }),
    observation({ kod: '0180-bromma', niva: 'stadsdel' }),
    observation({ kod: '0180-farsta', niva: 'stadsdel' }),
    observation({ kod: '0184' }),
    observation({ kod: '1280' }),
    observation({ kod: '1280-norr', niva: 'stadsdel' }),
  ];
  const codes = (enhet: 'kommuner' | 'kommuner-och-stadsdelar') =>
    answeringUnits({ enhet, stadsdelsstader: ['0180'] }, collected).map((o) => o.kod);

  it('puts stadsdelar in place of their city only where the edition says so', () => {
    expect(codes('kommuner-och-stadsdelar')).toEqual(['0180-bromma', '0180-farsta', '0184', '1280']);
    expect(codes('kommuner')).toEqual(['0180', '0184', '1280']);
  });
});

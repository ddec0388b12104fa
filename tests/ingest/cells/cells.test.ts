import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reasonsFor } from '../../../src/ingest/cells/absence.ts';
import { mangledDate } from '../../../src/ingest/cells/date.ts';
import { explainNumber, plainNumber } from '../../../src/ingest/cells/number.ts';
import { answerSchema, numberSchema, withinLimits } from '../../../src/ingest/cells/value.ts';

describe('plainNumber', () => {
  it('reads a number with either decimal sign as JavaScript does', () => {
    const decimals = fc.stringMatching(/^-?\d{1,20}([.,]\d{1,20})?$/);
    fc.assert(
      fc.property(decimals, (text) => {
        expect(plainNumber(text)).toBe(Number(text.replace(',', '.')));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-+e xN '.split('')) }), (text) => {
        expect(Number.isNaN(plainNumber(text))).toBe(!/^-?\d+([.,]\d+)?$/.test(text));
      }),
    );
    for (const text of ['', '-', '.5', '5.', 'NaN', 'Infinity', '0x10', '1e3', '１'])
      expect(plainNumber(text)).toBeNaN();
  });
});

describe('explainNumber', () => {
  it('understands thousands parted by any space, and says so', () => {
    const parted = fc.tuple(
      fc.integer({ min: 1000, max: 999_999_999 }),
      fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009'),
    );
    fc.assert(
      fc.property(parted, ([value, space]) => {
        const text = String(value).replace(/\B(?=(\d{3})+$)/g, space);
        expect(explainNumber(text)).toMatchObject({ code: 'tal-mellanslag', understood: value });
      }),
    );
  });

  it.each([
    '12 34',
    '1 2',
    '1.234,5',
    '1,234.5',
    '1.000.000',
    '1 000 00',
  ])('does not guess what %s is', (text) => {
    expect(explainNumber(text)).toMatchObject({ code: 'tal-tvetydigt', understood: null });
  });

  it('always has something to say', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(explainNumber(text).message).not.toBe('');
      }),
    );
  });
});

describe('limits', () => {
  const limits = fc.record({
    min: fc.integer({ min: -100, max: 100 }),
    max: fc.integer({ min: -100, max: 100 }),
    integer: fc.boolean(),
  });
  it('are the same for the fast test and for the schema', () => {
    fc.assert(
      fc.property(limits, fc.oneof(fc.double(), fc.integer({ min: -150, max: 150 })), (limit, value) => {
        expect(withinLimits(value, limit)).toBe(numberSchema(limit).safeParse(value).success);
      }),
      { numRuns: 2000 },
    );
  });
});

const NONE_ASKED = reasonsFor({ typ: 'bakgrund', svarstyp: 'kategori' }).bySign;

describe('answerSchema', () => {
  const schema = answerSchema(['ja', 'delvis', 'nej'], NONE_ASKED);
  it.each([
    ['ja', { varde: 'ja', saknas: null }],
    ['JA', { varde: 'ja', saknas: null }],
    [' Delvis ', { varde: 'delvis', saknas: null }],
    ['-', { varde: null, saknas: 'bortfall' }],
    ['--', { varde: null, saknas: 'uppgift-saknas' }],
    ['.', { varde: null, saknas: 'ej-tillamplig' }],
    ['..', { varde: null, saknas: 'uppgift-saknas' }],
    ['x', { varde: null, saknas: 'skyddad' }],
    [':', { varde: null, saknas: 'ej-publicerad' }],
    ['Bortfall', { varde: null, saknas: 'bortfall' }],
  ])('reads %s', (text, value) => {
    expect(schema.parse(text)).toEqual(value);
  });

  it('gives a category back as it is spelt in indikatorer.json', () => {
    expect(answerSchema(['Överskott'], new Map()).parse('överskott')).toEqual({
      varde: 'Överskott',
      saknas: null,
    });
  });
});

describe('mangledDate', () => {
  it.each([
    ['1-mar', '1,3'],
    ['01-feb', '01,2'],
    ['3 maj', '3,5'],
    ['may-12', '5,12'],
    ['12-okt-2022', '12,10'],
    ['1/3', '1,3'],
    ['2022-03-01', null],
    ['2022-03-01 00:00:00', null],
    ['03/01/2022', null],
  ])('%s', (text, guess) => {
    expect(mangledDate(text)).toEqual({ guess });
  });

  it.each(['ja', '12', '1,3', '2022', '0114', 'mars', 'delvis', '1-2'])('%s is not one', (text) => {
    expect(mangledDate(text)).toBeNull();
  });
});

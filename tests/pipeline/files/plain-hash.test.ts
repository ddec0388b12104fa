import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainHash } from '../../../src/pipeline/files/plain-hash.ts';

const plain = fc.anything({ withMap: true, withSet: true, withDate: true, withTypedArray: false });

it('is the same for the same data, however the engine holds them', () => {
  fc.assert(
    fc.property(plain, (value) => {
      expect(plainHash(deserialize(serialize(value)))).toBe(plainHash(value));
    }),
  );
  // A number that was computed is held as another kind of number than one that was written.
  const computed = [0.5 + 0.5, 1e9 + 0.5 - 0.5].map((n) => n * 1);
  expect(plainHash(computed)).toBe(plainHash([1, 1e9]));
  const shared = { a: [1] };
  expect(plainHash([shared, shared])).toBe(plainHash([{ a: [1] }, { a: [1] }]));
});

it('differs for different data, also where JSON says the same', () => {
  const values = [
    0,
    -0,
    Number.NaN,
    null,
    undefined,
    '',
    'null',
    '0',
    false,
    [],
    [undefined],
    [null],
    {},
    { a: undefined },
    { a: null },
    new Map(),
    new Map([['a', 1]]),
    new Map([['a', '1']]),
    { a: 1 },
    { a: { b: 1 } },
    { a: '{"b":1}' },
    [[1], [2]],
    [[1, 2]],
    ['[1,2]'],
    new Set([1]),
    new Set([2]),
    new Uint8Array([1]),
    new Uint8Array([2]),
    new Date(0),
    new Date(1),
    [{ deep: { er: 1 } }],
    [{ deep: { er: 2 } }],
  ];
  // Also deep inside what is else all JSON, which is written in another way than what is not.
  const deep = (value: unknown) => ({ a: [{ b: { c: [value, 'x'] } }] });
  const all = [...values, ...values.map(deep), 'JSON{}', 'JSON[]', { JSON: {} }];
  expect(new Set(all.map(plainHash)).size).toBe(all.length);
});

/** Values that are easily taken for one another, in each other: two of them are often the same, and often nearly. */
const { lookalike } = fc.letrec((tie) => ({
  lookalike: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(0, -0, null, undefined, '0', 'null', '', Number.NaN, true),
    fc.array(tie('lookalike'), { maxLength: 2 }),
    // One key: the order of several counts here, and not where they are held against each other.
    fc.record({ a: tie('lookalike') }, { noNullPrototype: true }),
    fc.array(tie('lookalike'), { maxLength: 1 }).map((list) => new Map(list.map((v) => ['a', v]))),
  ),
}));

it('is the same for two values when they are the same, and only then', () => {
  let same = 0;
  fc.assert(
    fc.property(lookalike, lookalike, (one, other) => {
      const equal = isDeepStrictEqual(one, other);
      expect(plainHash(one) === plainHash(other)).toBe(equal);
      const deep = (value: unknown) => ({ a: [{ b: { c: [value, 'x'] } }] });
      expect(plainHash(deep(one)) === plainHash(deep(other))).toBe(equal);
      if (equal) same += 1;
    }),
    { numRuns: 2000 },
  );
  expect(same).toBeGreaterThan(20);
});

it('refuses what is no plain data', () => {
  for (const value of [() => 1, Symbol('a'), [() => 1], { a: /b/ }])
    expect(() => plainHash(value)).toThrow(TypeError);
});

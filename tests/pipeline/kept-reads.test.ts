import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyTrace, type Trace } from '../../src/model/trace.ts';
import { keptReads, NOTHING_STOOD, type StoodReads } from '../../src/pipeline/kept-reads.ts';

const trace = (...names: readonly string[]): Trace => ({ ...emptyTrace(), reads: new Set(names) });

type Given = Readonly<Record<string, unknown>>;
/**
 * Values by name; `summa` is a function's answer that reads `a` and `lista`, which is an answer too and reads `b`.
 * What begins with `fil` is waited for.
 */
function world(given: Given) {
  const asked: string[] = [];
  const found = (name: string) => {
    if (name === 'summa') return { value: [given.a, given.b], trace: trace('a', 'lista') };
    if (name === 'lista') return { value: [given.b], trace: trace('b') };
    return name in given ? { value: given[name], trace: null } : null;
  };
  const valueNow = (name: string) => {
    asked.push(name);
    if (given[name] === 'gone wrong') throw new Error(`There is no ${name}`);
    return name.startsWith('fil') ? Promise.resolve(found(name)) : found(name);
  };
  return { asked, valueNow };
}

/** A build that has read some names. */
async function build(given: Given, names: readonly string[], before: StoodReads = NOTHING_STOOD) {
  const { asked, valueNow } = world(given);
  const known = keptReads(before, valueNow);
  const { stood, renumbered } = await known.packed([known.numbered([trace(...names)])]);
  return { stood, reads: renumbered(known.numbered([trace(...names)])), asked };
}
const hashUnder = ({ names, hashes }: StoodReads, name: string) => hashes[names.indexOf(name)];
const readFor = ({ names, answers }: StoodReads, name: string) =>
  Array.from(answers[names.indexOf(name)] ?? [], (number) => names[number]);
/** What is known of the names of a build before in another world. */
const later = (before: StoodReads, given: Given) => {
  const { asked, valueNow } = world(given);
  return { asked, ...keptReads(before, valueNow) };
};

it('notes what was read for an answer, and for the answers that were read for it', async () => {
  const { stood } = await build({ a: 1, b: 2 }, ['summa']);
  expect(stood.names.toSorted()).toEqual(['a', 'b', 'lista', 'summa']);
  expect(readFor(stood, 'summa')).toEqual(['a', 'lista']);
  expect(readFor(stood, 'lista')).toEqual(['b']);
  expect(readFor(stood, 'a')).toEqual([]);
});

it('asks for no answer when all that was read for it is as it was, and notes the same again', async () => {
  const before = await build({ a: 1, b: 2 }, ['summa']);
  const { asked, areAsTheyWere, packed } = later(before.stood, { a: 1, b: 2 });
  expect(areAsTheyWere(before.reads)).toBe(true);
  expect(asked.toSorted()).toEqual(['a', 'b']);
  expect((await packed([before.reads])).stood).toEqual(before.stood);
  expect(asked.toSorted()).toEqual(['a', 'b']);
});

it('asks anew when something that was read has changed, and the answer may be the same', async () => {
  const before = await build({ a: 1, b: 2 }, ['summa']);
  const other = later(before.stood, { a: 1, b: 3 });
  expect(other.areAsTheyWere(before.reads)).toBe(false);
  const changed = (await other.packed([before.reads])).stood;
  expect(changed).toEqual((await build({ a: 1, b: 3 }, ['summa'])).stood);
  expect(hashUnder(changed, 'a')).toBe(hashUnder(before.stood, 'a'));
  expect(hashUnder(changed, 'b')).not.toBe(hashUnder(before.stood, 'b'));
  // What was read for it was something else, and it answers the same.
  const renamed = { ...before.stood, names: before.stood.names.map((name) => (name === 'a' ? 'c' : name)) };
  const again = later(renamed, { a: 1, b: 2 });
  expect(again.areAsTheyWere(before.reads)).toBe(true);
  expect(again.asked).toEqual(['c', 'summa']);
});

it.each([
  ['is gone', { b: 2 }],
  ['is no data', { a: () => 1, b: 2 }],
  ['cannot be asked for', { a: 'gone wrong', b: 2 }],
])('an answer is not taken for known when what was read for it %s', async (_, given) => {
  const { stood } = await build(given, ['a', 'summa']);
  const numberOf = (name: string) => Uint32Array.of(stood.names.indexOf(name));
  expect(hashUnder(stood, 'a')).toBeNull();
  const again = later(stood, given);
  expect(again.areAsTheyWere(numberOf('a'))).toBe(false);
  const { asked, areAsTheyWere } = later(stood, { a: 1, b: 2 });
  expect(areAsTheyWere(numberOf('summa'))).toBe(false);
  expect(asked).toContain('summa');
});

describe('what is waited for', () => {
  const names = ['a', 'fil 1', 'fil 2', 'summa'];
  const given = { a: 1, b: 2, 'fil 1': 'x', 'fil 2': 'y' };

  it('is as it was, or not, when it is known, and is then waited for no more', async () => {
    const { stood, reads } = await build(given, names);
    const same = later(stood, given);
    const waiting = same.areAsTheyWere(reads);
    expect(waiting).toBeInstanceOf(Promise);
    expect(await waiting).toBe(true);
    expect(same.areAsTheyWere(reads)).toBe(true);
    expect(same.asked.filter((name) => name === 'fil 1')).toHaveLength(1);
    expect(await later(stood, { ...given, 'fil 2': 'z' }).areAsTheyWere(reads)).toBe(false);
    expect(await later(stood, { ...given, b: 3 }).areAsTheyWere(reads)).toBe(false);
    const { 'fil 1': _, ...without } = given;
    expect(await later(stood, without).areAsTheyWere(reads)).toBe(false);
  });

  it('is asked for once by all who wait for it', async () => {
    const { stood, reads } = await build(given, names);
    const { asked, areAsTheyWere } = later(stood, given);
    expect(await Promise.all([areAsTheyWere(reads), areAsTheyWere(reads)])).toEqual([true, true]);
    expect(asked.toSorted()).toEqual(['a', 'b', 'fil 1', 'fil 2']);
  });

  it('may fail: then nothing stands there', async () => {
    const { stood, reads } = await build(given, names);
    const failing = keptReads(stood, (name) =>
      name === 'fil 1' ? Promise.reject(new Error('no file')) : world(given).valueNow(name),
    );
    expect(await failing.areAsTheyWere(reads)).toBe(false);
    expect(await failing.written(reads)).toBeNull();
  });
});

it('writes names with what stands there, in the order that they were read, and nothing when something stands nowhere', async () => {
  const known = later(NOTHING_STOOD, { a: 1, b: 2 });
  const reads = known.numbered([trace('b'), trace('a', 'b')]);
  const { stood } = await build({ a: 1, b: 2 }, ['a', 'b']);
  expect(await known.written(reads)).toBe(`b ${hashUnder(stood, 'b')}\na ${hashUnder(stood, 'a')}\n`);
  expect(await known.written(known.numbered([trace('a', 'c')]))).toBeNull();
});

it('forgets the names that nothing has read any more, and knows the others by new numbers', async () => {
  const before = await build({ a: 1, b: 2, c: 3 }, ['c', 'a', 'summa']);
  const known = later(before.stood, { a: 1, b: 2, c: 3, d: 4 });
  const reads = known.numbered([trace('d', 'summa')]);
  const { stood, renumbered } = await known.packed([reads]);
  expect(stood.names).toEqual(['d', 'summa', 'a', 'lista', 'b']);
  expect(Array.from(renumbered(reads), (number) => stood.names[number])).toEqual(['d', 'summa']);
});

it('whatever changes: reads are as they were just when each of their values is', async () => {
  const values = fc.record({ a: fc.nat(2), b: fc.nat(2), 'fil 1': fc.nat(2) });
  const someNames = fc.subarray(['a', 'b', 'lista', 'summa', 'fil 1'], { minLength: 1 });
  const saidUnder = (given: Given, name: string) => {
    if (name === 'summa') return `${given.a} ${given.b}`;
    return String(given[name === 'lista' ? 'b' : name]);
  };
  await fc.assert(
    fc.asyncProperty(fc.array(values, { minLength: 2, maxLength: 4 }), someNames, async (builds, names) => {
      let before: (Awaited<ReturnType<typeof build>> & { readonly given: Given }) | undefined;
      for (const given of builds) {
        const was = before?.given;
        if (before !== undefined && was !== undefined) {
          const same = names.every((name) => saidUnder(given, name) === saidUnder(was, name));
          expect(await later(before.stood, given).areAsTheyWere(before.reads)).toBe(same);
        }
        before = { ...(await build(given, names, before?.stood)), given };
      }
    }),
  );
});

import { expect, it } from 'vitest';
import { emptyTrace, type Trace } from '../../../src/model/trace.ts';
import { readValues, type StoodValues } from '../../../src/pipeline/pages/values.ts';

const NONE: StoodValues = { values: new Map(), answers: new Map() };
const trace = (...names: readonly string[]): Trace => ({ ...emptyTrace(), reads: new Set(names) });

/** Values by name; `summa` is a function's answer that reads `a` and `lista`, which is an answer too and reads `b`. */
function world(given: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const valueNow = async (name: string) => {
    asked.push(name);
    if (name === 'summa') return { value: [given.a, given.b], trace: trace('a', 'lista') };
    if (name === 'lista') return { value: [given.b], trace: trace('b') };
    return name in given ? { value: given[name], trace: null } : null;
  };
  return { asked, valueNow };
}
const stood = async (given: Readonly<Record<string, unknown>>) =>
  readValues(NONE, world(given).valueNow).standing(['summa']);

it('notes what was read for an answer, and for the answers that were read for it', async () => {
  const { values, answers } = await stood({ a: 1, b: 2 });
  expect([...values.keys()].toSorted()).toEqual(['a', 'b', 'lista', 'summa']);
  expect(Object.fromEntries(answers)).toEqual({ summa: ['a', 'lista'], lista: ['b'] });
});

it('asks for no answer when all that was read for it is as it was, and notes the same again', async () => {
  const before = await stood({ a: 1, b: 2 });
  const { asked, valueNow } = world({ a: 1, b: 2 });
  const now = readValues(before, valueNow);
  expect(await now.areAsTheyWere(['summa'])).toBe(true);
  expect(asked.toSorted()).toEqual(['a', 'b']);
  expect(await now.standing(['summa'])).toEqual(before);
  expect(asked.toSorted()).toEqual(['a', 'b']);
});

it('asks anew when something that was read has changed, and the answer may be the same', async () => {
  const before = await stood({ a: 1, b: 2 });
  const other = readValues(before, world({ a: 1, b: 3 }).valueNow);
  expect(await other.areAsTheyWere(['summa'])).toBe(false);
  expect(await other.standing(['summa'])).toEqual(await stood({ a: 1, b: 3 }));
  // What was read for it was something else, and it answers the same.
  const renamed = { values: before.values, answers: new Map([['summa', ['c']]]) };
  const { asked, valueNow } = world({ a: 1, b: 2 });
  expect(await readValues(renamed, valueNow).areAsTheyWere(['summa'])).toBe(true);
  expect(asked).toEqual(['c', 'summa']);
});

it.each([
  ['is gone', { b: 2 }],
  ['is no data', { a: () => 1, b: 2 }],
])('an answer is not taken for known when what was read for it %s', async (_, given) => {
  const before = await stood(given);
  expect(before.values.has('a')).toBe(false);
  const { asked, valueNow } = world({ a: 1, b: 2 });
  expect(await readValues(before, valueNow).areAsTheyWere(['summa'])).toBe(false);
  expect(asked).toContain('summa');
});

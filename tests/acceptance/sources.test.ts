import { expect, it } from 'vitest';
import { sourceParts } from '../../src/markup/sources.ts';
import { loaded } from '../pipeline/loaded.ts';

const { index } = await loaded();
const { observationer, publicerat, kartlaggningar, program, omraden, indikatorer, referens } =
  index.catalogue;

/** Everything that is said to be a source anywhere in the data; what an example says is made up, and says so. */
const said = new Set(
  [
    ...observationer,
    ...publicerat,
    ...kartlaggningar.filter((k) => !k.exempel).flatMap((k) => k.varden),
    ...program.filter((p) => !p.exempel).flatMap((p) => [...p.indikatorer, ...p.utfall]),
    ...omraden.flatMap((o) => o.tidigare),
    ...kartlaggningar.flatMap((k) => k.omgangar.flatMap((o) => o.folkmangd ?? [])),
    ...indikatorer,
    ...referens.stadsdelar,
  ].flatMap(({ kalla }) => (kalla === null || kalla === '' ? [] : [kalla])),
);

it('gives every source in the data a place in the register', () => {
  expect(said.size).toBeGreaterThan(40);
  const without = [...said].filter((kalla) =>
    sourceParts(index, kalla).some(({ text, href }) => href === undefined && text !== '; '),
  );
  expect(without).toEqual([]);
});

it('never gives a bare web address as a source', () => {
  expect([...said].filter((kalla) => /\b[a-z0-9-]+\.(?:se|com|nu|org|today)\b/i.test(kalla))).toEqual([]);
});

it('marks what somebody repeats: an encyclopaedia, a newspaper or a blog is never a first source', () => {
  const press = /wikipedia|wikiwand|archileaks|tidning|document|hyra|mitt i|dagens|aftonbladet|pressreader/i;
  const repeats = [...said].flatMap((kalla) => kalla.split('; ')).filter((name) => press.test(name));
  expect(repeats.length).toBeGreaterThan(10);
  expect(repeats.filter((name) => !name.includes('(andrahandskälla'))).toEqual([]);
});

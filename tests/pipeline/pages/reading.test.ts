import { expect, it } from 'vitest';
import { readsOf } from '../../../src/model/trace.ts';
import { noteRead, noteUntold, readCatalogue, whileReading } from '../../../src/pipeline/pages/reading.ts';
import { fixtureIndex } from '../../charts/fixture.ts';

const base = fixtureIndex();

it('tells what was read for each page, though several are made at once', async () => {
  const [one, other] = await Promise.all([
    whileReading(async () => {
      await null;
      noteRead('filer');
      return readCatalogue(base).kommun('0114')?.kod;
    }),
    whileReading(async () => readCatalogue(base).observationsOf('U1', 2016).length),
  ]);
  expect(one.made).toBe(base.kommun('0114')?.kod);
  expect([...readsOf(one.trace ?? fail())]).toEqual(['filer', 'del|referens']);
  expect([...readsOf(other.trace ?? fail())]).toEqual(['varden|U1|2016']);
});

it('tells nothing of a page that has read what no trace can hold', async () => {
  const { made, trace } = await whileReading(async () => {
    noteUntold();
    return 'sida';
  });
  expect([made, trace]).toEqual(['sida', null]);
});

it('gives the catalogue itself where no page is made', () => {
  expect(readCatalogue(base)).toBe(base);
  expect(() => noteRead('filer')).not.toThrow();
});

function fail(): never {
  throw new Error('no trace');
}

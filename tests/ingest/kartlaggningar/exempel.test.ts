import { expect, it } from 'vitest';
import { ingest } from '../../../src/ingest/index.ts';
import { exampleRounds } from '../cases/kartlaggningar.ts';
import { folder } from '../folder.ts';

const found = (change: (typeof exampleRounds)[keyof typeof exampleRounds]) =>
  ingest(folder(...change)).findings.map((f) => [f.code, f.column]);

it('reads the kartläggning of the made-up kommun', () => {
  expect(found(exampleRounds.sound)).toEqual([]);
});

it('stops an example that a real kommun is given, and made-up figures that do not say so', () => {
  expect(found(exampleRounds.real)).toEqual([['program-exempel', 'exempel']]);
  expect(found(exampleRounds.madeUp)).toEqual([['program-exempel', 'exempel']]);
});

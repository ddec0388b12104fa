import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { giveBack } from '../../src/pipeline/memory.ts';

it('what nothing refers to any more is let go at once', async () => {
  const kept = { name: 'kept' };
  const refs = [new WeakRef(kept), new WeakRef({ name: 'forgotten' })];
  // A new reference is held until the turn of the event loop ends.
  await turn();
  giveBack();
  expect(refs.map((ref) => ref.deref())).toEqual([kept, undefined]);
});

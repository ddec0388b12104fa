import { expect, it } from 'vitest';
import { ingest } from '../../../src/ingest/index.ts';
import { kartlaggningDefects } from '../cases/kartlaggningar.ts';
import { folder } from '../folder.ts';

it.each(kartlaggningDefects)('$name', ({ change, code, column }) => {
  const { findings } = ingest(folder(...change));
  expect(findings).toEqual([expect.objectContaining({ code, column, severity: 'error' })]);
});

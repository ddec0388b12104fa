import { expect, it } from 'vitest';
import { ingest } from '../../../src/ingest/index.ts';
import { programDefects, wholeProgram } from '../cases/program.ts';
import { folder } from '../folder.ts';

it.each(programDefects)('$name', ({ change, code, column }) => {
  const { findings } = ingest(folder(...change));
  expect(findings).toEqual([expect.objectContaining({ code, column, severity: 'error' })]);
});

it('reads a whole programme without findings', () => {
  const { findings, catalogue } = ingest(folder(...wholeProgram));
  expect(findings).toEqual([]);
  expect(catalogue?.program).toMatchObject([
    {
      slug: 'prov',
      atgarder: [{ strategi: 'forst', leder: ['Nämnden', 'Bolaget'], medverkar: ['Regionen'], slut: 2021 }],
      lagen: [{ atgard: '1', status: 'pagar', text: null }],
      principer: [],
    },
  ]);
});

import { afterEach, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { keptJson } from '../../src/islands/fetch-json.ts';

const Columns = z.object({ kolumner: z.record(z.string(), z.string()) });
const kept = () => keptJson('prov', (json) => Columns.parse(json));
const browser = (getItem: (name: string) => string | null) => vi.stubGlobal('localStorage', { getItem });
afterEach(() => vi.unstubAllGlobals());

it('gives what was kept under the name', () => {
  browser((name) => (name === 'prov' ? '{"kolumner":{"akut-alla":"Fråga 4"}}' : null));
  expect(kept()).toEqual({ kolumner: { 'akut-alla': 'Fråga 4' } });
});

it.each([
  ['nothing is kept', null],
  ['what is kept is cut off', '{"kolumner":'],
  ['another version kept it in another form', '{"kolumner":["Fråga 4"]}'],
  ['another version kept a name alone', '"Fråga 4"'],
])('gives nothing when %s', (_, text) => {
  browser(() => text);
  expect(kept()).toBeNull();
});

it('gives nothing where the browser keeps nothing', () => {
  browser(() => {
    throw new Error('SecurityError');
  });
  expect(kept()).toBeNull();
});

import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { schemaFiles } from '../../src/ingest/json/schemas.ts';

it.each([...schemaFiles()])('data/%s is what the code holds files against', (path, text) => {
  const file = `data/${path}`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

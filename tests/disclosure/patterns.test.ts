import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { patternsText } from '../../scripts/fuzz/patterns.ts';

const GOLDEN = 'tests/golden/patterns.txt';

it('hides the same cells on every platform and version of Node', { timeout: 60_000 }, async () => {
  const text = await patternsText();
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(GOLDEN, text);
  expect(text).toBe(readFileSync(GOLDEN, 'utf8'));
});

import { expect, it } from 'vitest';
import { formatBytes } from '../../src/text/sizes.ts';

it.each([
  [0, '0\u00a0byte'],
  [999, '999\u00a0byte'],
  [1000, '1\u00a0kB'],
  [17_500, '18\u00a0kB'],
  [999_499, '999\u00a0kB'],
  [999_500, '1,0\u00a0MB'],
  [3_721_000, '3,7\u00a0MB'],
])('%i bytes are said as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

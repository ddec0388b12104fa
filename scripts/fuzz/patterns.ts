import { loadHighs } from '../../src/disclosure/highs.ts';
import { caseOf, protectedCase } from '../../tests/disclosure/linked-cases.ts';

/** Seeds whose patterns are kept. */
const SEEDS = 60;

/** What is hidden in each of the first random tables, a line a table: the same on every machine and version of Node. */
export async function patternsText(): Promise<string> {
  const highs = await loadHighs();
  const lines = Array.from({ length: SEEDS }, (_, i) => {
    const { hidden } = protectedCase(highs, caseOf(i + 1));
    return `${i + 1}: ${[...hidden].toSorted().join(' ')}\n`;
  });
  return lines.join('');
}

if (import.meta.main) process.stdout.write(await patternsText());

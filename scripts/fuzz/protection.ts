import { loadHighs } from '../../src/disclosure/highs.ts';
import { attackedCase, caseOf } from '../../tests/disclosure/linked-cases.ts';

/**
 * Sets the attacker of the tests on random linked tables, one a seed.
 * @returns how many of them disclosed something
 */
export async function fuzzProtection(
  { count, from }: { readonly count: number; readonly from: number },
  log: (line: string) => void,
): Promise<number> {
  const highs = await loadHighs();
  const sum = { failed: 0, alone: 0, left: 0, declared: 0 };
  for (let seed = from; seed < from + count; seed++) {
    const drawn = caseOf(seed);
    const { alone, left, found } = attackedCase(highs, drawn);
    if (found.length > 0) log(`Frö ${seed}: ${found.join(', ')}`);
    sum.failed += Number(found.length > 0);
    sum.alone += alone;
    sum.left += left;
    sum.declared += Number(drawn.leaves.b !== undefined);
  }
  log(
    `${count} tabeller, ${sum.declared} av dem med samband. ${sum.alone} ensamma, ${sum.left} små tal utan rad. ${sum.failed} fel.`,
  );
  return sum.failed;
}

import { expect, it } from 'vitest';
import type { ReleaseAudit } from '../../src/disclosure/audit/index.ts';
import { auditReport } from '../../src/disclosure/audit/report.ts';

const audited = (notShown: readonly string[]): ReleaseAudit => ({
  attack: { hidden: 9, exposed: [], exposedToInsiders: [], notShown, narrowest: null, contradictions: [] },
  rounded: [],
  leaks: [],
  unread: [],
  tables: 1,
});

it('what is not shown stops the publication, with the cells, what it means and what to do', () => {
  expect(auditReport(audited([])).failures).toEqual([]);
  const [text, cell, ...more] = auditReport(audited(['OJ-1|2022|0114|K'])).failures;
  expect(text).toMatch(
    /^Inte visat för ett skyddat antal: .* om det går att räkna ut eller inte\. .*: ta bort en indelning/,
  );
  expect([cell, more]).toEqual(['OJ-1 2022, kod 0114, kön K: inte visat.', []]);
});

it('names the first twenty of many', () => {
  const cells = Array.from({ length: 23 }, (_, i) => `OJ-1|2022|${100 + i}|T`);
  const { failures } = auditReport(audited(cells));
  expect(failures[0]).toMatch(/^Inte visat för 23 skyddade antal: .* om de går att räkna ut eller inte/);
  expect(failures).toHaveLength(22);
  expect(failures.at(-1)).toBe('och 3 till.');
});

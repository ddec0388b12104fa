import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { INGEST_RULES } from '../../src/ingest/rules.ts';
import { BOUNDS } from '../../src/model/limits.ts';

const DOCS = readFileSync('docs/reliability.md', 'utf8');

it('every bound stands in the docs, with its value and a finding that there is', () => {
  const rows = [
    ...DOCS.matchAll(/^\| [^|]+ \| `(\w+\.\w+)` \| ([\d ]+) [^|]*\| (?:`([\w-]+)`|[^|`]+) \|$/gm),
  ];
  const stated = rows.map(([, name = '', value = '']) => [name, Number(value.replaceAll(' ', ''))]);
  const held = Object.entries(BOUNDS).flatMap(([part, bounds]) =>
    Object.entries(bounds).map(([name, value]) => [`${part}.${name}`, value]),
  );
  expect(stated).toEqual(held);
  const codes = rows.flatMap(([, , , code]) => code ?? []);
  expect(codes.filter((code) => !Object.hasOwn(INGEST_RULES, code))).toEqual([]);
});

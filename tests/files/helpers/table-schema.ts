import { dsvFormat } from 'd3-dsv';

/** A column as both CSVW and Data Package describe it, in the words of the latter. */
type DescribedField = {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly pattern?: string | undefined;
};
export type Described = {
  readonly fields: readonly DescribedField[];
  readonly key: readonly string[];
  readonly delimiter: string;
  readonly decimal?: string;
};

const VALID: Readonly<Record<string, RegExp>> = {
  string: /^/,
  any: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+([.]\d+)?(e[+-]?\d+)?$/,
  boolean: /^(ja|nej)$/,
  year: /^\d{4}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

/** What in a CSV text does not keep to its description; empty when all does. */
export function violations(
  csv: string,
  { fields, key, delimiter, decimal = '.' }: Described,
): readonly string[] {
  const rows = dsvFormat(delimiter).parse(csv.replace(/^\ufeff/, ''));
  const found: string[] = [];
  if (rows.columns.join() !== fields.map((f) => f.name).join()) found.push(`columns ${rows.columns}`);
  const keys = new Set<string>();
  for (const [i, row] of rows.entries()) {
    for (const { name, type, required, pattern } of fields) {
      const value = row[name] ?? '';
      if (value === '') {
        if (required) found.push(`${i} ${name}: empty`);
        continue;
      }
      if (!VALID[type]?.test(value.replace(decimal, '.'))) found.push(`${i} ${name}: ${value} is no ${type}`);
      if (pattern && !new RegExp(`^(${pattern})$`).test(value)) found.push(`${i} ${name}: ${value}`);
    }
    if (key.length > 0) keys.add(key.map((name) => row[name]).join('|'));
  }
  if (key.length > 0 && keys.size !== rows.length) found.push('the key is not unique');
  return found;
}

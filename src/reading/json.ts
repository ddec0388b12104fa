import type { z } from 'zod';
import type { Findings } from './findings.ts';
import { nearest } from './nearest.ts';

/**
 * Reads a JSON file against a schema; every complaint becomes a finding in Swedish, with the path in the file as
 * its column.
 * @returns the typed content, or null when there was any complaint
 */
export function readJson<T extends z.ZodType>(
  file: string,
  text: string,
  schema: T,
  findings: Findings,
): z.output<T> | null {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? Number.NaN);
    findings.error(
      { file, row: Number.isNaN(position) ? null : text.slice(0, position).split('\n').length },
      {
        code: 'json-syntax',
        rule: 'Filen ska vara giltig JSON.',
        message: 'Filen går inte att läsa som JSON från det stället och framåt.',
        suggestion: 'Se efter om ett kommatecken, ett citattecken eller en klammer saknas strax före.',
      },
    );
    return null;
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  for (const issue of result.error.issues) report(file, content, issue, findings);
  return null;
}

const at = (content: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    content,
  );

function report(file: string, content: unknown, issue: z.core.$ZodIssue, findings: Findings): void {
  const column = issue.path.map(String).join('.') || null;
  const found = at(content, issue.path);
  const value = found === undefined ? null : (JSON.stringify(found) ?? '').slice(0, 120);
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys)
      findings.error(
        { file, column: [...issue.path, key].map(String).join('.'), value: key },
        {
          code: 'nyckel-okand',
          rule: 'Filen får bara ha de nycklar som schemat känner.',
          message: `Nyckeln ”${key}” är okänd.`,
          suggestion: nearest(key, knownKeys(at(content, issue.path))),
        },
      );
    return;
  }
  findings.error(
    { file, column, value },
    {
      code: found === undefined ? 'nyckel-saknas' : 'nyckel-fel',
      rule: ruleOf(issue),
      message:
        found === undefined ? `”${column}” saknas.` : `”${column}” har ett värde som inte går att använda.`,
      suggestion: issue.code === 'invalid_value' ? nearest(String(found), issue.values.map(String)) : null,
    },
  );
}

const knownKeys = (value: unknown) => (typeof value === 'object' && value !== null ? Object.keys(value) : []);

/** What the schema asks for, in Swedish. */
function ruleOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Värdet ska vara av typen ${issue.expected}.`;
    case 'invalid_value':
      return `Värdet ska vara något av: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return `Värdet ska vara minst ${issue.minimum}${issue.origin === 'string' ? ' tecken långt' : ''}.`;
    case 'too_big':
      return `Värdet ska vara högst ${issue.maximum}${issue.origin === 'string' ? ' tecken långt' : ''}.`;
    case 'invalid_format':
      return `Värdet ska ha rätt form (${issue.format}).`;
    default:
      return 'Värdet ska följa schemat.';
  }
}

import { z } from 'zod';
import type { Words } from './words.ts';

/** A node of a JSON Schema, as far as it is read here. */
export type SchemaNode = {
  type?: string;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  oneOf?: SchemaNode[];
  properties?: Record<string, SchemaNode>;
  required?: readonly string[];
  additionalProperties?: SchemaNode | boolean;
  propertyNames?: SchemaNode;
  description?: string;
  examples?: unknown[];
};

/** A key of a JSON file: where it stands, its rule in words, and whether it may be left out. */
export type Key = { readonly path: string; readonly rule: string; readonly optional: boolean };

const FORMATS: Readonly<Record<string, string>> = {
  date: 'ett datum, 2026-12-31',
  uri: 'en adress som börjar med https://',
  email: 'en e-postadress',
  'date-time': 'en tidpunkt',
};

/** A pattern in words, where it is one that we know. */
const PATTERNS: Readonly<Record<string, string>> = {
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'små bokstäver, siffror och bindestreck',
  '^\\d{4}\\.\\d+$': 'år, punkt och nummer',
  '^\\d{10}$': 'tio siffror',
  '^\\d{4}$': 'fyra siffror',
  '^[A-Z]+[A-Z0-9-]*\\d+$': 'stora bokstäver, siffror och bindestreck, en siffra sist',
};

const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

function between(node: SchemaNode, low: number | undefined, high: number | undefined, unit: string): string {
  const real = (n: number | undefined) => n !== undefined && Math.abs(n) < Number.MAX_SAFE_INTEGER;
  const space = node.type === 'string' || node.type === 'array' ? ` ${unit}` : '';
  if (real(low) && real(high)) return `, ${low}–${high}${space}`;
  if (real(low)) return `, minst ${low}${space}`;
  return real(high) ? `, högst ${high}${space}` : '';
}

/** What a value must be, in words. */
function valueRule(node: SchemaNode): string {
  const branches = node.anyOf ?? node.oneOf;
  if (branches) {
    const parts = branches.map(valueRule);
    return [...new Set(parts)].join(' eller ');
  }
  if (node.const !== undefined) return code(node.const);
  if (node.enum) return node.enum.map(code).join(', ');
  switch (node.type) {
    case 'null':
      return '`null`';
    case 'boolean':
      return '`true` eller `false`';
    case 'integer':
      return `heltal${between(node, node.minimum, node.maximum, '')}`;
    case 'number':
      return `tal${between(node, node.minimum, node.maximum, '')}`;
    case 'array':
      return `lista${between(node, node.minItems, undefined, 'värden')}`;
    case 'object':
      return 'ett objekt';
    default: {
      const { format, pattern } = node;
      const known =
        (format === undefined ? undefined : FORMATS[format]) ??
        (pattern === undefined ? undefined : PATTERNS[pattern]);
      return known ?? `text${between(node, node.minLength, node.maxLength, 'tecken')}`;
    }
  }
}

const childOf = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);

/** Calls `see` for every key of a schema, in its order. */
function visit(
  node: SchemaNode,
  path: string,
  see: (path: string, node: SchemaNode, need: boolean) => void,
): void {
  for (const branch of node.anyOf ?? node.oneOf ?? []) visit(branch, path, see);
  if (node.items) visit(node.items, `${path}[]`, see);
  for (const [key, inner] of Object.entries(node.properties ?? {})) {
    if (key === '$schema') continue;
    see(childOf(path, key), inner, node.required?.includes(key) ?? false);
    visit(inner, childOf(path, key), see);
  }
  if (typeof node.additionalProperties === 'object') visit(node.additionalProperties, `${path}.*`, see);
}

/** The schema of a file as JSON Schema, in what a person writes. */
const jsonSchemaOf = (schema: z.ZodType): SchemaNode => z.toJSONSchema(schema, { io: 'input' }) as SchemaNode;

/** Every key of a file. One that stands in several forms of the same object has the rules of all of them. */
export function keysOf(schema: z.ZodType): readonly Key[] {
  const keys = new Map<string, { rules: Set<string>; optional: boolean }>();
  visit(jsonSchemaOf(schema), '', (path, node, need) => {
    const known = keys.get(path) ?? { rules: new Set<string>(), optional: false };
    known.rules.add(valueRule(node));
    known.optional ||= !need;
    keys.set(path, known);
  });
  return [...keys].map(([path, { rules, optional }]) => ({ path, rule: [...rules].join(', '), optional }));
}

/** The schema with what each key is and an example of it, for the editor that shows them while somebody writes. */
export function describedSchema(schema: z.ZodType, words: Words): SchemaNode {
  const root = jsonSchemaOf(schema);
  visit(root, '', (path, node) => {
    const [about, example] = words[path] ?? ['', ''];
    if (about !== '') node.description = about.replaceAll('`', '');
    if (example === '') return;
    const shown: unknown = JSON.parse(example);
    node.examples = [shown];
  });
  if (root.type === 'object' && root.properties) root.properties.$schema = { type: 'string' };
  return root;
}

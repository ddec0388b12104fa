import { sha256 } from '../../model/sha256.ts';

/**
 * A hash of plain data: the same data have the same hash, in every process. `v8.serialize` does not promise that (a
 * number is written by how the engine happens to hold it, a shared object as a reference). JSON leaves things out, so
 * what it leaves out is written here, and all else as JSON, which the engine writes several times as fast.
 * Parts that several documents share are hashed once.
 * @throws TypeError for what is no plain data: a function is not its text
 */
export function plainHash(value: unknown): string {
  return sha256(written(value, 0));
}

/** So deep stand the parts that documents share: the sheets of a workbook, the slides of a deck. */
const SHARED_DEPTH = 2;
const known = new WeakMap<object, string>();

function written(value: unknown, depth: number): string {
  if (depth !== SHARED_DEPTH || typeof value !== 'object' || value === null) return text(value, depth);
  const hash = known.get(value) ?? sha256(text(value, depth));
  known.set(value, hash);
  return `#${hash}`;
}

function text(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'undefined':
      return 'undefined';
    case 'object':
      if (value === null) return 'null';
      return isJson(value, depth < SHARED_DEPTH ? SHARED_DEPTH - depth : Number.POSITIVE_INFINITY)
        ? `JSON${JSON.stringify(value)}`
        : ofObject(value, depth + 1);
    default:
      throw new TypeError(`${typeof value} is no plain data`);
  }
}

function ofObject(value: object, depth: number): string {
  if (Array.isArray(value)) return `[${value.map((v) => written(v, depth)).join(',')}]`;
  if (value instanceof Map) {
    const entries = [...value].map(([k, v]) => `${written(k, depth)}:${written(v, depth)}`);
    return `Map{${entries.join(',')}}`;
  }
  if (value instanceof Set) return `Set{${[...value].map((v) => written(v, depth)).join(',')}}`;
  if (value instanceof Uint8Array) return `bytes ${sha256(value)}`;
  if (value instanceof Date) return `Date ${value.getTime()}`;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(`${String(value)} is no plain data`);
  let out = '{';
  for (const [key, v] of Object.entries(value)) out += `${keyText(key)}${written(v, depth)},`;
  return `${out}}`;
}

/**
 * True for what JSON says all of: no `undefined`, no -0, no Map.
 * @param levels so many objects may stand within each other; a part that documents share would not be hashed once
 */
function isJson(value: unknown, levels: number): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'object':
      if (value === null) return true;
      if (levels === 0) return false;
      return Array.isArray(value) ? isJsonList(value, levels - 1) : isJsonObject(value, levels - 1);
    default:
      return false;
  }
}

function isJsonList(list: readonly unknown[], levels: number): boolean {
  // By number: a hole is no value, and `every` does not see it.
  for (let i = 0; i < list.length; i += 1) if (!isJson(list[i], levels)) return false;
  return true;
}

function isJsonObject(value: object, levels: number): boolean {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const key in value) if (!isJson(value[key as keyof typeof value], levels)) return false;
  return true;
}

/** The keys of plain data are few, and come again in every row. */
const keyTexts = new Map<string, string>();

function keyText(key: string): string {
  const text = keyTexts.get(key) ?? `${JSON.stringify(key)}:`;
  keyTexts.set(key, text);
  return text;
}

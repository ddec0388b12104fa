import { lineOfIndex } from '../encoding.ts';

/**
 * The line (first = 1) where a value stands in a JSON text that is known to be valid. A path that leads nowhere
 * gives the line of the last part that exists: that is where a missing key should be.
 */
export function lineOfPath(text: string, path: readonly PropertyKey[]): number {
  let at = skipSpace(text, 0);
  for (const step of path) {
    const next = child(text, at, step);
    if (next === null) break;
    at = next;
  }
  return lineOfIndex(text, at);
}

const skipSpace = (text: string, from: number): number => {
  let i = from;
  while (i < text.length && ' \t\r\n'.includes(text.charAt(i))) i += 1;
  return i;
};

/** Index after the string that begins at `from`. */
function skipString(text: string, from: number): number {
  let i = from + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i + 1;
}

/** Index after the value that begins at `from`. */
function skipValue(text: string, from: number): number {
  let depth = 0;
  let i = from;
  do {
    const c = text[i];
    if (c === '"') i = skipString(text, i);
    else {
      if (c === '{' || c === '[') depth += 1;
      if (c === '}' || c === ']') depth -= 1;
      i += 1;
    }
    if (depth === 0 && (c === '"' || c === '}' || c === ']')) return i;
  } while (i < text.length && (depth > 0 || !',]}'.includes(text.charAt(i))));
  return i;
}

/** Index of an object's value by key, or of an array's by position; null when there is none. */
function child(text: string, at: number, step: PropertyKey): number | null {
  const isObject = text[at] === '{';
  if (!isObject && text[at] !== '[') return null;
  let i = skipSpace(text, at + 1);
  for (let position = 0; i < text.length && text[i] !== '}' && text[i] !== ']'; position += 1) {
    let key: PropertyKey = position;
    if (isObject) {
      const end = skipString(text, i);
      key = JSON.parse(text.slice(i, end)) as string;
      i = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (key === step) return i;
    i = skipSpace(text, skipValue(text, i));
    if (text[i] === ',') i = skipSpace(text, i + 1);
  }
  return null;
}

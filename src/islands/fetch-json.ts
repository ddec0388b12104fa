import { config } from 'zod/mini';

// Compiling a schema to a function would break the content security policy.
config({ jitless: true });

/**
 * Reads one of our own JSON files. What comes over the network is checked before anything uses it.
 * @param path from the root of the site
 * @param parse gives the checked content, and throws when it is something else
 * @throws when the file cannot be read, or is not what it should be
 */
export async function fetchJson<T>(path: string, parse: (json: unknown) => T): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return parse(await response.json());
}

/**
 * What this browser has kept under a name, which another version of the site may have written.
 * @param parse gives the checked content, and throws when it is something else
 * @returns null when nothing is kept, or something else, or the browser keeps nothing
 */
export function keptJson<T>(name: string, parse: (json: unknown) => T): T | null {
  try {
    return parse(JSON.parse(localStorage.getItem(name) ?? 'null'));
  } catch {
    return null;
  }
}

import { posix } from 'node:path';
import type { Rendering } from '../../files/rendering.ts';
import { sha256 } from '../../model/sha256.ts';
import { inputKey, inputsOfFiles } from './key.ts';
import { plainHash } from './plain-hash.ts';

/** Where every renderer is called from: what it imports, and they, is all the code that a rendering can depend on. */
const ENTRY = 'src/files/rendering.ts';
/** Exact packages (fonts and compilers are in them), and the machine. */
const ENVIRONMENT = ['package-lock.json', 'node'];

/** Types are gone when the code runs. */
const TYPES_ONLY = /^(?:import|export) type [^;]*?;$/gm;
const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g;

/** A module and everything that it imports, directly or not, by path. @throws when one is not among the sources */
export function closureOf(
  entry: string,
  sources: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  const decoder = new TextDecoder();
  const found = new Map<string, Uint8Array>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    const bytes = sources.get(path);
    if (bytes === undefined) throw new Error(`${path} is imported and is not among the sources`);
    found.set(path, bytes);
    const code = decoder.decode(bytes).replaceAll(TYPES_ONLY, '');
    for (const [, to = ''] of code.matchAll(IMPORTED)) visit(posix.join(posix.dirname(path), to));
  };
  visit(entry);
  return found;
}

/** A hash of the exact packages and the machine. */
export const packagesKey = (inputs: ReadonlyMap<string, Uint8Array>): string =>
  inputKey(new Map(environment(inputs)));

const environment = (inputs: ReadonlyMap<string, Uint8Array>) =>
  ENVIRONMENT.flatMap((name) => {
    const bytes = inputs.get(name);
    return bytes === undefined ? [] : [[name, bytes] as const];
  });

/**
 * What a result depends on beside what it is made of: the code of a module, exact packages, and the machine.
 * @param inputs `siteInputs`
 */
export function codeKey(entry: string, inputs: ReadonlyMap<string, Uint8Array>): string {
  return inputKey(new Map([...closureOf(entry, inputs), ...environment(inputs)]));
}

/**
 * A hash of all that pages depend on beside the data: who edits code waits for all of them.
 * @param inputs `siteInputs`
 */
export const pagesCodeKey = (inputs: ReadonlyMap<string, Uint8Array>): string =>
  inputKey(new Map([...inputs].filter(([name]) => !name.startsWith('data/'))));

/**
 * A hash of all that files depend on beside the data.
 * @param inputs `siteInputs`
 */
export const filesCodeKey = (inputs: ReadonlyMap<string, Uint8Array>): string =>
  inputKey(new Map([...inputsOfFiles(inputs)].filter(([name]) => !name.startsWith('data/'))));

/**
 * The key of a rendering: a hash of the document, and of the renderers' code. All renderers are one: who edits code
 * waits for all of them, and who edits data for none but those whose document changed.
 * @param inputs `siteInputs`
 */
export function renderingKeys(inputs: ReadonlyMap<string, Uint8Array>): (rendering: Rendering) => string {
  const code = codeKey(ENTRY, inputs);
  return ({ as, document }) => sha256(`${code} ${as} ${plainHash(document)}`);
}

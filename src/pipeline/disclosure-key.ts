import { createHash, createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { WeightOf } from '../disclosure/system.ts';

/** The environment variable that names the file with the publisher's key. */
const KEY_VARIABLE = 'OJ_NYCKEL';

/** Shorter keys can be guessed one after another. */
const SHORTEST = 16;
/** How much dearer a cell can be than it would be without a key. */
const SPREAD = 0.5;

/** A key that makes the choice of what else to hide unforeseeable. */
export type DisclosureKey = {
  /** A factor from 1 to 1,5 for each cell: the same key gives the same factors, and the same bytes. */
  readonly weightOf: WeightOf;
  /** An identifier of the key that does not reveal it, for the cache. */
  readonly fingerprint: string;
};

/** The key of these bytes. @throws RangeError when they are too few */
export function disclosureKey(bytes: Uint8Array): DisclosureKey {
  if (bytes.byteLength < SHORTEST)
    throw new RangeError(`Nyckeln ska vara minst ${SHORTEST} byte lång, och slumpad.`);
  return {
    weightOf: (cell) =>
      1 + (SPREAD * createHmac('sha256', bytes).update(cell).digest().readUIntBE(0, 6)) / 2 ** 48,
    fingerprint: createHash('sha256').update('nyckel').update(bytes).digest('hex'),
  };
}

/** The key of the file that the environment names; null when it names none. @throws when it cannot be read */
export async function keyFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Promise<DisclosureKey | null> {
  const path = env[KEY_VARIABLE];
  return path === undefined || path === '' ? null : disclosureKey(await readFile(path));
}

/** What the terminal says about the key. */
export const keyLine = (key: DisclosureKey | null): string =>
  key === null
    ? `Ingen nyckel (${KEY_VARIABLE}): den som kör programmet på gissade tal kan utesluta dem som ger andra X.`
    : `Nyckel: valet av vad mer som döljs kan inte räknas om utan den. Behåll samma fil till nästa bygge.`;

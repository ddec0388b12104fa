import { applyEdits, modify } from 'jsonc-parser';
import { z } from 'zod';
import { canBeCleaned, withoutProtectedValues } from '../disclosure/clean/index.ts';
import { cellInWords } from '../disclosure/system.ts';
import { jsonBytes, sumLine, utf8 } from '../files/common/bytes.ts';
import { GUESSABLE } from '../files/release/index.ts';
import { sha256 } from '../model/sha256.ts';
import { parsedJson } from './json.ts';
import { SUMS } from './sums.ts';

/** What an earlier version has lost, for readers (`rensad.json` in the version's folder). */
const Cleaning = z.object({
  datum: z.iso.date(),
  varden: z.int(),
  filer: z.array(z.string()),
  text: z.string(),
});
export type Cleaning = z.infer<typeof Cleaning>;
const Cleanings = z.object({ rensningar: z.array(Cleaning) });

const NOTE = 'rensad.json';
const RELEASE = 'release.json';
const TOLD =
  'Värden som numera är skyddade har tagits bort, för att ingen ska kunna kännas igen. Allt annat är som det var. Kontrollsummorna är nya.';

/** The times that protected values were taken out of a version. @param files of the version, by path in its folder */
export function cleaningsOf(files: ReadonlyMap<string, Uint8Array>): readonly Cleaning[] {
  const note = files.get(NOTE);
  return note ? (parsedJson(Cleanings, decode(note))?.rensningar ?? []) : [];
}

/** What is to be done to one version. */
export type VersionCleaning = {
  readonly version: string;
  /** Values by the ids of their cells. */
  readonly removed: readonly string[];
  /** The files that change, by path in the version's folder; null for one that must go. */
  readonly changes: ReadonlyMap<string, Uint8Array | null>;
  /** Files of formats that nothing can be taken out of: they stop the cleaning, since they may show the same. */
  readonly unreadable: readonly string[];
};

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const FOLDER = /^versioner\/([^/]+)\/(.+)$/;

/**
 * Takes what is protected now out of every file of every earlier version, and renews what describes the old files:
 * their sums wherever they stand, and the hashes of the inputs that hold hidden counts. Nothing else changes.
 * @param files of the data folder
 * @param datum the day, for the note to readers
 */
export async function cleanedVersions(
  files: ReadonlyMap<string, Uint8Array>,
  { protectedCells, hemligaKallor }: ProtectedNow,
  datum: string,
): Promise<readonly VersionCleaning[]> {
  const versions = Map.groupBy(
    [...files].flatMap(([path, bytes]) => {
      const [, version, name] = FOLDER.exec(path) ?? [];
      return version === undefined || name === undefined ? [] : [{ version, name, bytes }];
    }),
    (f) => f.version,
  );
  const cleaned = [...versions].map(([version, kept]) =>
    cleanedVersion(version, new Map(kept.map((f) => [f.name, f.bytes])), {
      protectedCells,
      hemligaKallor,
      datum,
    }),
  );
  return (await Promise.all(cleaned)).filter((v) => v.changes.size > 0);
}

/** What is not to be shown, and the inputs that hold it (`LoadResult`). */
export type ProtectedNow = {
  readonly protectedCells: ReadonlySet<string>;
  readonly hemligaKallor: ReadonlySet<string>;
};

async function cleanedVersion(
  version: string,
  kept: ReadonlyMap<string, Uint8Array>,
  { protectedCells, hemligaKallor, datum }: ProtectedNow & { readonly datum: string },
): Promise<VersionCleaning> {
  const changes = new Map<string, Uint8Array | null>();
  const removed = new Set<string>();
  for (const [name, bytes] of kept) {
    const cleaned = await withoutProtectedValues(bytes, name, (cell) => protectedCells.has(cell));
    if (!cleaned) continue;
    changes.set(name, cleaned.content);
    for (const cell of cleaned.removed) removed.add(cell);
  }
  const release = kept.get(RELEASE);
  if (release) {
    const text = withoutSecretHashes(decode(release), hemligaKallor);
    if (text !== decode(release)) changes.set(RELEASE, utf8(text));
  }
  if (changes.size === 0) return { version, removed: [], changes, unreadable: [] };
  const cleaning: Cleaning = {
    datum,
    varden: removed.size,
    filer: [...changes.keys()].toSorted(),
    text: TOLD,
  };
  changes.set(NOTE, jsonBytes({ version, rensningar: [...cleaningsOf(kept), cleaning] }, 1));
  renewSums(kept, changes);
  // A signature of the old sums lets guesses be tried as they do.
  for (const name of kept.keys()) if (SIGNATURE.test(name)) changes.set(name, null);
  const unreadable = [...kept.keys()].filter(
    (name) => !canBeCleaned(name) && !SIGNATURE.test(name) && !name.endsWith(SUMS),
  );
  return { version, removed: [...removed], changes, unreadable };
}

const SIGNATURE = /\.(sig|asc)$/;

const Inputs = z.looseObject({
  indata: z.array(z.looseObject({ fil: z.string(), sha256: z.string().nullable() })).default([]),
});

/** `release.json` without the hash and size of the inputs that hold hidden counts. */
function withoutSecretHashes(text: string, hemligaKallor: ReadonlySet<string>): string {
  const facts = parsedJson(Inputs, text);
  if (facts === null) return text;
  return facts.indata.reduce((whole, { fil, sha256: sum }, i) => {
    if (sum === null || !hemligaKallor.has(fil)) return whole;
    const put = (json: string, name: string, value: string | null) =>
      applyEdits(
        json,
        modify(json, ['indata', i, name], value, {
          formattingOptions: { insertSpaces: true, tabSize: 1, eol: '\n' },
        }),
      );
    return put(put(put(whole, 'bytes', null), 'sha256', null), 'skal', GUESSABLE);
  }, text);
}

/**
 * Every sum of a changed file, in `SHA256SUMS` or in any other text, becomes the new one; and since those texts change
 * by it, their sums too. The note gets a line of its own.
 */
function renewSums(kept: ReadonlyMap<string, Uint8Array>, changes: Map<string, Uint8Array | null>): void {
  const sums = changes.get(SUMS) ?? kept.get(SUMS);
  const note = changes.get(NOTE);
  if (sums && note && !kept.has(NOTE)) changes.set(SUMS, utf8(decode(sums) + sumLine(sha256(note), NOTE)));
  const renewed = new Map<string, string>();
  for (let open = [...changes.keys()]; open.length > 0; ) {
    const old = new Map(
      open.flatMap((name) => {
        const [before, after] = [kept.get(name), changes.get(name)];
        if (!before || !after) return [];
        const from = renewed.get(name) ?? sha256(before);
        const to = sha256(after);
        renewed.set(name, to);
        return from === to ? [] : [[from, to] as const];
      }),
    );
    open = [];
    for (const [name, bytes] of kept) {
      if (!TEXT.test(name)) continue;
      const text = decode(changes.get(name) ?? bytes);
      const next = text.replaceAll(/\b[0-9a-f]{64}\b/g, (sum) => old.get(sum) ?? sum);
      if (next === text) continue;
      changes.set(name, utf8(next));
      open.push(name);
    }
  }
}

const TEXT = /(^|\/)(SHA256SUMS|[^/]+\.(json|jsonld|txt|xml|ttl))$/;

/** Cells that are named for each version; more are counted. */
const NAMED = 6;

/** What is done to a version, for the publisher. */
export function cleaningText({ version, removed, changes, unreadable }: VersionCleaning): string {
  const named = removed.slice(0, NAMED).map(cellInWords).join('; ');
  const more = removed.length > NAMED ? ` och ${removed.length - NAMED} till` : '';
  return [
    `Version ${version}: ${removed.length} skyddade värden${removed.length > 0 ? ` (${named}${more})` : ''}.`,
    ...[...changes].map(([name, content]) => `  ${content === null ? 'tas bort' : 'ändras'}: ${name}`),
    ...unreadable.map((name) => `  går inte att rensa: ${name}`),
  ].join('\n');
}

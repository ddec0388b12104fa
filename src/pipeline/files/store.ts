import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '../../model/sha256.ts';
import { isAlive } from '../output/lock.ts';

/**
 * Bytes by key, kept from one build to the next. A convenience: without it a build is the same, and slower.
 * Two builds may use one at once: each writes beside the place and moves there, in one step.
 */
export type Store = {
  readonly folder: string;
  /** What was kept under a key, exactly as it was; null when there is nothing, or anything but that. */
  readonly read: (key: string) => Promise<Uint8Array | null>;
  /** The same at once: for who reads thousands and has nothing else to do, a third of the processor's time. */
  readonly readNow: (key: string) => Uint8Array | null;
  /**
   * Bytes that are lent: they lie in memory that the next ones take, so that two hundred megabytes need no more than the
   * largest.
   * @param sha256 theirs, when it is known: then they are held against that
   * @returns false when they are not there
   */
  readonly lend: (
    key: string,
    sha256: string | null,
    use: (bytes: Uint8Array) => Promise<void>,
  ) => Promise<boolean>;
  /** Keeps bytes. Never throws: what cannot be kept is made again. */
  readonly write: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Keeps what another process has asked for from being let go. */
  readonly asked: (keys: readonly string[]) => void;
  /** What has gone wrong so far, in a sentence each; nothing mostly. */
  readonly faults: () => readonly string[];
  /**
   * Lets go of what nobody has asked for since it was opened, the oldest first, when that is the larger part: in a
   * sixteenth of the store, since to look through twenty thousand entries takes half a second. Keys are hashes, so that
   * every sixteenth is as the others.
   * @param turn which: a hexadecimal digit, another for another site
   */
  readonly tidy: (turn: string) => Promise<void>;
};

/** SHA-256 before the bytes, of the key and them: what was cut off, edited or put under another name does not agree. */
const HEAD = 32;
const headOf = (key: string, bytes: Uint8Array): Buffer =>
  createHash('sha256').update(key).update(bytes).digest();

/**
 * An entry of the store: thousands are read one after the other, and nothing else can be done before each of them. Asked
 * for one at a time a file costs a third of the processor time.
 */
function entryAt(path: string, read: (path: string) => Buffer): Buffer | typeof SPOILED | null {
  try {
    return read(path);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : SPOILED;
  }
}
const SPOILED = Symbol('an entry that cannot be read');

/** Reads files into one piece of memory, one after the other. */
function readerInto(): (path: string) => Buffer {
  let memory = Buffer.alloc(0);
  return (path) => {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      if (size > memory.length) memory = Buffer.allocUnsafeSlow(2 * size);
      let read = 0;
      while (read < size) {
        const more = readSync(file, memory, read, size - read, read);
        if (more === 0) break;
        read += more;
      }
      return memory.subarray(0, read);
    } finally {
      closeSync(file);
    }
  };
}

const placeOf = (folder: string, key: string) => join(folder, key.slice(0, 2), key);

/** The folders of entries whose turn it is to be looked through, of so many turns. */
const TURNS = 16;
const foldersOf = (folder: string, turn: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.endsWith(turn))
    .map(({ name }) => join(folder, name));

/** How many times the size of what a build asked for may be kept. */
const KEPT_TIMES = 3;
/**
 * So much, in bytes, is kept whatever a build asked for: a small site that is built with the same cache (a trial, another
 * publisher's folder) does not throw out a large one's. Some three times the shipped site.
 */
const KEPT_ANYWAY = 600_000_000;

/**
 * A store in a folder. npm's cacache would do, but keeps an index beside the contents and lets go of nothing without
 * reading all of them.
 */
export function storeIn(folder: string, keptAnyway = KEPT_ANYWAY): Store {
  const asked = new Set<string>();
  let spoiled = 0;
  let unkept = 0;
  /** What stands under a key, when it is as it should be. */
  const checked = (
    key: string,
    isWhole: (entry: Buffer) => boolean,
    read: (path: string) => Buffer = (path) => readFileSync(path),
  ): Uint8Array | null => {
    asked.add(key);
    const entry = entryAt(placeOf(folder, key), read);
    if (entry === null) return null;
    if (entry !== SPOILED && isWhole(entry)) return entry.subarray(HEAD);
    spoiled += 1;
    return null;
  };
  const isWhole = (key: string) => (entry: Buffer) =>
    headOf(key, entry.subarray(HEAD)).equals(entry.subarray(0, HEAD));
  const readNow = (key: string) => checked(key, isWhole(key));
  const isKnown = (known: string) => (entry: Buffer) => sha256(entry.subarray(HEAD)) === known;
  const lent = readerInto();
  return {
    folder,
    read: async (key) => readNow(key),
    readNow,
    lend: async (key, known, use) => {
      const bytes = checked(key, known === null ? isWhole(key) : isKnown(known), lent);
      if (bytes !== null) await use(bytes);
      return bytes !== null;
    },
    write: async (key, bytes) => {
      const place = placeOf(folder, key);
      const next = `${place}.${process.pid}`;
      try {
        mkdirSync(dirname(place), { recursive: true });
        // Not put together first: that would take their memory once more.
        const file = openSync(next, 'w');
        try {
          writeFileSync(file, headOf(key, bytes));
          writeFileSync(file, bytes);
        } finally {
          closeSync(file);
        }
        renameSync(next, place);
      } catch {
        unkept += 1;
        remove(next);
      }
    },
    asked: (keys) => {
      for (const key of keys) asked.add(key);
    },
    faults: () => [
      ...(spoiled > 0 ? [`Cachen: ${spoiled} delar var avbrutna eller ändrade och görs om.`] : []),
      ...(unkept > 0 ? [`Cachen: ${unkept} delar kunde inte sparas, så nästa bygge gör om dem.`] : []),
    ],
    tidy: async (turn) => {
      try {
        tidy(foldersOf(folder, turn), asked, keptAnyway / TURNS);
      } catch {
        // What is left lying is let go another time.
      }
    },
  };
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // On a disk that takes nothing there is nothing to remove.
  }
}

/** A key, and what a process was writing. */
const NAME = /^[0-9a-f]{64}(?:\.(\d+))?$/;

function tidy(folders: readonly string[], asked: ReadonlySet<string>, keptAnyway: number): void {
  const others: { readonly path: string; readonly size: number; readonly time: number }[] = [];
  let left = 0;
  for (const path of folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))) {
    const name = basename(path);
    const found = NAME.exec(name);
    if (found === null) continue;
    const { size, mtimeMs: time } = statSync(path);
    if (asked.has(name)) left += size * (KEPT_TIMES - 1);
    else if (found[1] === undefined) others.push({ path, size, time });
    else if (!isAlive(Number(found[1]))) rmSync(path, { force: true });
  }
  left = Math.max(left, keptAnyway);
  for (const { path, size } of others.toSorted((a, b) => b.time - a.time)) {
    left -= size;
    if (left < 0) rmSync(path, { force: true });
  }
}

import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import type { Effects } from './effects.ts';
import { Refusal } from './refusal.ts';

/**
 * The real world: files on disk, the terminal, the clock. Created once, by a script or by the pages' loader.
 * @param quiet true leaves out what tells how it goes
 */
export function nodeEffects({ quiet = false }: { readonly quiet?: boolean } = {}): Effects {
  const { say, progress } = terminal(!quiet && drawsLive(process.stdout));
  return {
    readTree,
    writeFile: async (path, content) => writeAt(path, content),
    log: say,
    detail: quiet ? () => undefined : say,
    progress,
    clock: () => performance.now(),
    memory: () => memoryOf(process.env),
    now: () => new Date(),
  };
}

/**
 * Bytes of memory that may be used: what the machine has, what this program may use of it, and what the person at the
 * terminal allows, in megabytes (`OJ_MINNE`); the least of them.
 * @throws Refusal when `OJ_MINNE` is no number of megabytes
 */
export function memoryOf({ OJ_MINNE: allowed }: Readonly<Record<string, string | undefined>>): number {
  const own = allowed !== undefined && allowed !== '';
  if (own && !/^[1-9]\d{0,8}$/.test(allowed))
    throw new Refusal(`OJ_MINNE ska vara ett antal megabyte, till exempel 1000, men är ”${allowed}”.`);
  const most = own ? Number(allowed) * 1e6 : Number.POSITIVE_INFINITY;
  return Math.min(most, totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}

/** Writes a file: thousands are, one after the other, and waiting for each costs more than the writing. */
function writeAt(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

async function readTree(folder: string, most?: number): Promise<ReadonlyMap<string, Uint8Array>> {
  let entries: readonly string[];
  try {
    entries = listFiles(folder);
  } catch {
    throw new Refusal(`Datamappen ”${folder}” finns inte eller går inte att läsa.`);
  }
  return new Map(entries.map((path) => [toKey(folder, path), beginning(path, most)] as const));
}

/** A file, or so much of it. */
function beginning(path: string, most = Number.POSITIVE_INFINITY): Uint8Array {
  if (statSync(path).size <= most) return new Uint8Array(readFileSync(path));
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(most);
    let read = 0;
    while (read < most) {
      const more = readSync(file, bytes, read, most - read, read);
      if (more === 0) break;
      read += more;
    }
    return bytes.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

function listFiles(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile() && !e.name.startsWith('.'))
    .map((e) => join(e.parentPath, e.name))
    .sort();
}

const toKey = (folder: string, path: string) => relative(folder, path).split(sep).join('/');

/** Oftener than this nobody sees. */
const DRAWN_EVERY_MS = 100;

/** True for a terminal that lines can be drawn over in. One that says that it has no rows would get only a hidden cursor. */
export function drawsLive({ isTTY, rows }: { readonly isTTY?: boolean; readonly rows?: number }): boolean {
  return isTTY === true && rows !== 0;
}

/**
 * What draws lines over; null where there is no such terminal. It takes longer to load than all else here together, and
 * the programs that a build starts have none.
 */
const drawing = drawsLive(process.stdout) ? await import('log-update') : null;

/** The terminal: lines that stay, and below them one live line for each stage that is under way. */
function terminal(live: boolean): Pick<Effects, 'progress'> & { readonly say: (line: string) => void } {
  if (!live || drawing === null)
    return { say: (line) => void process.stdout.write(`${line}\n`), progress: () => undefined };
  const draw = drawing.createLogUpdate(process.stdout);
  const stages = new Map<string, { readonly started: number; readonly line: string }>();
  let drawn = 0;
  return {
    say: (line) => {
      draw.clear();
      process.stdout.write(`${line}\n`);
    },
    progress: (stage, done, all) => {
      const now = performance.now();
      const started = stages.get(stage)?.started ?? now;
      stages.set(stage, { started, line: stageLine(stage, { done, all, ms: now - started }) });
      if (done === all) stages.delete(stage);
      if (stages.size === 0) return draw.clear();
      if (now - drawn < DRAWN_EVERY_MS && done !== all) return;
      drawn = now;
      draw([...stages.values()].map(({ line }) => line).join('\n'));
    },
  };
}

/** What a stage has done, of how much, and roughly how many seconds are left when it goes on as it began. */
export function stageLine(
  stage: string,
  { done, all, ms }: { readonly done: number; readonly all: number | null; readonly ms: number },
): string {
  if (all === null) return `${stage}: ${done}`;
  const left = done === 0 ? null : Math.ceil((ms / done) * (all - done) * 0.001);
  const when = left === null || ms < 1000 ? '' : `, omkring ${left} s kvar`;
  return `${stage}: ${done} av ${all}${when}`;
}

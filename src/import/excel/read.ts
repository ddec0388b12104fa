import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BOUNDS } from '../../model/limits.ts';
import { Refusal } from '../../refusal.ts';
import type { RawSheet } from '../table/raw-sheet.ts';

/** What reading a workbook may cost. */
type WorkbookBounds = { readonly bytes: number; readonly memory: number; readonly time: number };

const Grids: z.ZodType<RawSheet[]> = z.array(
  z.object({
    name: z.string(),
    rows: z.array(z.array(z.union([z.string(), z.number()]))),
    merged: z.array(z.tuple([z.int(), z.int(), z.int(), z.int()])),
  }),
);

/** True for the first bytes of a zip, which an .xlsx is. */
export const isWorkbook = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * The sheets of a workbook, read in a child process with bounds on size, memory (MB) and time.
 * @throws Refusal when it cannot be read within them
 */
export async function readWorkbook(
  path: string,
  limits: WorkbookBounds = BOUNDS.workbook,
): Promise<readonly RawSheet[]> {
  const size = statSync(path).size;
  if (size > limits.bytes)
    throw new Refusal(
      `Arbetsboken är ${Math.round(size / 1e6)} MB. Det som går att läsa är ${limits.bytes / 1e6} MB.`,
      'Ta bort blad som inte behövs och spara som en ny fil.',
    );
  if (!isWorkbook(readFileSync(path).subarray(0, 2)))
    throw new Refusal('Filen är ingen arbetsbok i formatet .xlsx.', 'Öppna den i Excel och spara som .xlsx.');
  const output = await inChild(path, limits);
  return Grids.parse(JSON.parse(output));
}

function inChild(path: string, { memory, time }: WorkbookBounds): Promise<string> {
  return new Promise((done, failed) => {
    const program = fileURLToPath(new URL('child.ts', import.meta.url));
    const child = spawn(process.execPath, [`--max-old-space-size=${memory}`, program, path], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: time,
      killSignal: 'SIGKILL',
      env: {},
    });
    const out: Buffer[] = [];
    let err = '';
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => {
      err = `${err}${part}`.slice(-4000);
    });
    child.on('error', failed).on('close', (code, signal) => {
      if (code === 0) done(Buffer.concat(out).toString('utf8'));
      else failed(new Refusal(`Arbetsboken gick inte att läsa: ${reasonOf(err, signal, time)}.`, ADVICE));
    });
  });
}

const ADVICE = 'Öppna den i Excel, spara de blad som behövs som en ny .xlsx och försök igen.';

function reasonOf(err: string, signal: string | null, milliseconds: number): string {
  if (/heap|out of memory/i.test(err)) return 'den tar för mycket minne';
  if (signal === 'SIGKILL') return `det tog längre än ${Math.round(milliseconds / 1000)} sekunder`;
  return /Error: (.+)/.exec(err)?.[1] ?? 'den är skadad';
}

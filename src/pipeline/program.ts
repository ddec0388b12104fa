import { spawn } from 'node:child_process';
import { Refusal, sentenceIn } from '../refusal.ts';

/** As much as is kept of what a program writes about its own end. */
const KEPT_CHARACTERS = 50_000;

/**
 * Runs a Node program of a dependency and waits for it. What it writes is shown only when it fails.
 * @param running.signal stops it: then this throws when it has ended
 * @param running.heard is given what it writes, as it writes it
 * @throws Refusal when it failed for a reason of the system (a full disk, a missing package)
 * @throws Error with all it wrote when it failed for another
 */
export function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { signal, heard }: { readonly signal?: AbortSignal; readonly heard?: (text: string) => void } = {},
): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      ...(signal ? { signal } : {}),
    });
    let said = '';
    const keep = (text: string) => {
      said = (said + text).slice(-KEPT_CHARACTERS);
      heard?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => {
      // One that is stopped on purpose is waited for: until it has closed it may still write.
      if (error.name !== 'AbortError') failed(error);
    });
    child.on('close', (code, by) => {
      if (code === 0) return done();
      const sentence = sentenceIn(said);
      const how = by ?? code;
      failed(sentence === null ? new Error(`${args[0]} ended with ${how}\n${said}`) : new Refusal(sentence));
    });
  });
}

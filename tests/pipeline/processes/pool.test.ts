import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Pool, poolOf } from '../../../src/pipeline/processes/pool.ts';

const start = (
  most: number,
  url = new URL('./half.ts', import.meta.url),
  env: Readonly<Record<string, string>> = {},
): Pool<number, string> =>
  poolOf(most, {
    url,
    env,
    setup: { unit: 'kg' },
    flags: [],
    failed: (n, why) => `${n} gick inte: ${why}`,
    ended: (how) => `slutade: ${how}`,
  });
let pool: Pool<number, string>;
beforeEach(() => {
  pool = start(2);
});
afterEach(() => pool.end());

it('each job gets its own answer, whichever process does it, with what all were sent first', async () => {
  const numbers = Array.from({ length: 100 }, (_, n) => 2 * n + 2);
  const made = await Promise.all(numbers.map((n) => pool.run(n)));
  expect(made).toEqual(numbers.map((n) => `${n / 2} kg`));
  expect(pool.faults()).toEqual(['too cold', 'too cold']);
}, 60_000);

it('a job that fails fails alone, in a sentence that says which it was and why', async () => {
  const [good, bad] = [pool.run(4), pool.run(5)];
  await expect(bad).rejects.toThrow('5 gick inte: 5 is odd (bad sum)');
  expect(await good).toBe('2 kg');
}, 60_000);

it('when a process is killed all that it had, and all that waits, fails: nothing passes for done', async () => {
  const alone = start(1);
  const numbers = Array.from({ length: 100 }, (_, n) => 2 * n);
  const came = await Promise.allSettled(numbers.map((n) => alone.run(n)));
  expect(came.map((c) => c.status === 'rejected' && c.reason.message)).toEqual(
    numbers.map(() => 'slutade: SIGKILL'),
  );
  await expect(alone.run(2)).rejects.toThrow('slutade: SIGKILL');
  await alone.end();
}, 60_000);

it.each([
  { url: new URL('./deaf.ts', import.meta.url), how: 'slutade: den svarade inte mer' },
  { url: new URL('./deaf-then-ends.ts', import.meta.url), how: 'slutade: kod 3' },
])('a process that can no longer be reached is waited for, then ended ($how)', async ({ url, how }) => {
  const alone = start(1, url);
  const first = alone.run(2);
  first.catch(() => {});
  // Longer than it takes to start one: what is asked for then cannot be sent.
  await new Promise((go) => setTimeout(go, 1000));
  const came = [first, alone.run(2)];
  for (const one of await Promise.allSettled(came))
    expect(one.status === 'rejected' && one.reason.message).toBe(how);
  await alone.end();
}, 60_000);

it('a process keeps for the next what Node has made of its code, when it is ended with all done', async () => {
  const kept = mkdtempSync(join(tmpdir(), 'oj-kod-'));
  // Set while coverage is measured, which keeps nothing.
  for (const name of ['NODE_DISABLE_COMPILE_CACHE', 'NODE_V8_COVERAGE']) vi.stubEnv(name, undefined);
  const ended = async () => {
    const alone = start(1, undefined, { NODE_COMPILE_CACHE: kept });
    expect(await alone.run(2)).toBe('1 kg');
    await alone.end();
    return readdirSync(kept, { recursive: true }).length;
  };
  try {
    const all = await ended();
    expect(all).toBeGreaterThan(1);
    expect(await ended()).toBe(all);
  } finally {
    vi.unstubAllEnvs();
    rmSync(kept, { recursive: true });
  }
}, 60_000);

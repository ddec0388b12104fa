import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { renderThreads, type Threads } from '../../src/pipeline/files/threads.ts';

const SVG = (n: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="${n % 8}" height="8"/></svg>`;
const job = (n: number, document = SVG(n)) => ({
  path: `${n}.png`,
  key: String(n).padStart(64, '0'),
  rendering: { as: 'png', document: { svg: document, texts: {} } } as const,
});

let folder: string;
let threads: Threads;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oj-tradar-'));
  threads = renderThreads(2, { folder, store: join(folder, 'store') });
});
afterEach(async () => {
  await threads.end();
  rmSync(folder, { recursive: true, force: true });
});

it('each document becomes its own file, whichever thread makes it, and waiting ends when there is room', async () => {
  const made: Promise<unknown>[] = [];
  for (let n = 0; n < 120; n += 1) {
    if (threads.busy()) await threads.idle();
    expect(threads.busy()).toBe(false);
    made.push(threads.render(job(n)));
  }
  await Promise.all(made);
  for (const n of [0, 61, 119]) {
    const alone = await threads.render({ ...job(n), path: 'alone.png' });
    expect(alone.facts.bytes).toBe(readFileSync(join(folder, `${n}.png`)).length);
    expect(
      Buffer.compare(readFileSync(join(folder, 'alone.png')), readFileSync(join(folder, `${n}.png`))),
    ).toBe(0);
  }
}, 60_000);

it('what cannot be rendered fails by its own name, and nothing else with it', async () => {
  const [good, bad] = [threads.render(job(1)), threads.render(job(2, 'not a picture'))];
  await expect(bad).rejects.toThrow('2.png kunde inte skrivas');
  await good;
}, 60_000);

it('a thread that is gone fails all that comes after: nobody waits for ever', async () => {
  await threads.render(job(1));
  await threads.end();
  await expect(threads.render(job(2))).rejects.toThrow('En tråd slutade');
}, 60_000);

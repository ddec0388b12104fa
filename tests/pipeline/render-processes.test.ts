import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type RenderProcesses, renderProcesses } from '../../src/pipeline/files/render-processes.ts';

/** A picture on paper, as all of ours are. */
const SVG = (n: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="8" height="8"><rect width="8" height="8" fill="#ffffff"/><rect width="${n % 8}" height="8" fill="#000000"/></svg>`;
const job = (n: number, document = SVG(n)) => ({
  path: `${n}.png`,
  key: String(n).padStart(64, '0'),
  rendering: { as: 'png', document: { svg: document, texts: {} } } as const,
});

let folder: string;
let processes: RenderProcesses;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oj-processer-'));
  processes = renderProcesses(
    { processes: 2, heap: [] },
    { folder, store: join(folder, 'store'), code: 'code' },
  );
});
afterEach(async () => {
  await processes.end();
  rmSync(folder, { recursive: true, force: true });
});

it('each document becomes its own file, whichever process makes it, and waiting ends when there is room', async () => {
  const made: Promise<unknown>[] = [];
  for (let n = 0; n < 120; n += 1) {
    if (processes.busy()) await processes.idle();
    expect(processes.busy()).toBe(false);
    made.push(processes.run(job(n)));
  }
  await Promise.all(made);
  for (const n of [0, 61, 119]) {
    const alone = await processes.run({ ...job(n), path: 'alone.png' });
    expect(alone.facts.bytes).toBe(readFileSync(join(folder, `${n}.png`)).length);
    expect(
      Buffer.compare(readFileSync(join(folder, 'alone.png')), readFileSync(join(folder, `${n}.png`))),
    ).toBe(0);
  }
}, 60_000);

it('what cannot be rendered fails by its own name, and nothing else with it', async () => {
  const [good, bad] = [processes.run(job(1)), processes.run(job(2, 'not a picture'))];
  await expect(bad).rejects.toThrow('2.png kunde inte skrivas');
  await good;
}, 60_000);

it('a process that is gone fails all that comes after: nobody waits for ever', async () => {
  await processes.run(job(1));
  await processes.end();
  await expect(processes.run(job(2))).rejects.toThrow('En process slutade');
}, 60_000);

it('a process ends when the build that started it is killed, and writes nothing more', async () => {
  const program = `
    import { renderProcesses } from './src/pipeline/files/render-processes.ts';
    const processes = renderProcesses({ processes: 1, heap: [] }, { folder: ${JSON.stringify(folder)}, store: ${JSON.stringify(folder)}, code: 'code' });
    const job = (n) => ({ path: n + '.png', key: String(n).padStart(64, '0'), rendering: { as: 'png', document: {
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600"><rect width="600" height="600" fill="#ffffff"/></svg>', texts: {} } } });
    const first = processes.run(job(0));
    for (let n = 1; n < 500; n += 1) processes.run(job(n)).catch(() => undefined);
    await first;
    process.stdout.write('made');
  `;
  const build = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(build.stdout, 'data');
  build.kill('SIGKILL');
  // The process has the same pipe: it is closed when both have ended.
  await once(build.stdout, 'close');
  expect(readdirSync(folder).filter((name) => name.endsWith('.png')).length).toBeLessThan(500);
}, 60_000);

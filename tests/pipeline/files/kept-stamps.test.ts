import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keyOfStamps } from '../../../src/pipeline/files/kept-stamps.ts';
import { storeIn } from '../../../src/pipeline/files/store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oj-delar-'));
});
afterEach(() => {
  vi.resetModules();
  rmSync(folder, { recursive: true, force: true });
});

const picture = (...paths: readonly string[]) => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90" width="90" height="90" font-family="'Source Sans 3',sans-serif" font-size="14"><rect width="90" height="90" fill="#fbfaf7"/>${paths.map((d) => `<path d="${d}" fill="#0b4c59"/>`).join('')}<text x="4" y="80">Älvsbyn</text></svg>`,
  texts: {},
});
const ONE = picture('M10 10l70 3l-30 40z');
const ONE_MORE = picture('M10 10l70 3l-30 40z', 'M5 5l20 60z');
const TWO = picture('M10 10l70 3l-30 40z', 'M5 5l20 60z', 'M60 5l20 61z', 'M60 9l10 62z');

/** Pictures drawn one after the other by a process that begins anew. */
async function drawnAnew(code: string | null, ...pictures: readonly (typeof ONE)[]) {
  vi.resetModules();
  const { pngOf, drawnStamps } = await import('../../../src/files/figures/png.ts');
  const { keptStamps } = await import('../../../src/pipeline/files/kept-stamps.ts');
  const keep = code === null ? null : await keptStamps(storeIn(folder), code);
  const begun = (await drawnStamps()).size;
  const drawn: Uint8Array[] = [];
  for (const one of pictures) {
    drawn.push(await pngOf(one));
    await keep?.();
  }
  return { drawn, begun, stamps: (await drawnStamps()).size };
}
const stored = (code: string) => deserialize(storeIn(folder).readNow(keyOfStamps(code)) ?? Buffer.alloc(0));

it('a picture that is drawn with what another process has drawn is the same, byte for byte', async () => {
  const alone = await drawnAnew(null, ONE, TWO);
  const first = await drawnAnew('code', ONE);
  const second = await drawnAnew('code', ONE, TWO);
  expect([first.begun, second.begun]).toEqual([0, first.stamps]);
  expect(second.stamps).toBe(alone.stamps);
  expect(Buffer.compare(first.drawn[0] ?? Buffer.alloc(0), alone.drawn[0] ?? Buffer.alloc(1))).toBe(0);
  for (const [i, bytes] of alone.drawn.entries())
    expect(Buffer.compare(second.drawn[i] ?? Buffer.alloc(0), bytes)).toBe(0);
});

it('what has been drawn is kept again when it is much more, and other code begins anew', async () => {
  const first = await drawnAnew('code', ONE);
  expect(stored('code').size).toBe(first.stamps);
  expect((await drawnAnew('code', ONE_MORE)).stamps).toBe(first.stamps + 1);
  expect(stored('code').size).toBe(first.stamps);
  const second = await drawnAnew('code', TWO);
  expect(second.begun).toBe(first.stamps);
  expect(stored('code').size).toBe(second.stamps);
  expect((await drawnAnew('other', ONE)).begun).toBe(0);
});

it('one that was edited by hand is not trusted', async () => {
  await drawnAnew('code', ONE);
  const place = join(folder, keyOfStamps('code').slice(0, 2), keyOfStamps('code'));
  const bytes = readFileSync(place);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(place, bytes);
  expect((await drawnAnew('code', ONE)).begun).toBe(0);
});

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finishRelease, mendRelease, rememberRelease, undoRelease } from '../../src/desk/undo.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { MARKER, markerText } from '../../src/pipeline/output/target.ts';

let home: string;
let options: Parameters<typeof undoRelease>[0];
const effects = {
  ...nodeEffects(),
  log: () => undefined,
  stage: { pid: process.pid, alive: () => false },
  verify: async () => [],
};
const at = (...parts: string[]) => join(home, ...parts);
const version = () => readFileSync(at('data/publicering.json'), 'utf8');

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'oj-angra-'));
  mkdirSync(at('data'));
  mkdirSync(at('ut/2026.2'), { recursive: true });
  writeFileSync(at('data/publicering.json'), 'före');
  writeFileSync(at('ut/2026.2', MARKER), markerText('webbplats'));
  writeFileSync(at('ut/2026.2/index.html'), 'sida');
  writeFileSync(at('ut/2026.2/SHA256SUMS'), `${'0'.repeat(64)}  index.html\n`);
  options = {
    project: at('projekt'),
    data: at('data'),
    out: at('ut'),
    cache: at('cache'),
    version: null,
    key: null,
  };
});
afterEach(() => rmSync(home, { recursive: true }));

const remember = () =>
  rememberRelease(options, {
    version: '2026.2',
    items: [],
    comparison: null,
    changes: [{ path: 'publicering.json', content: new TextEncoder().encode('efter') }],
  });

it('a release that was cut off before the data said so is taken back by the next command', async () => {
  await remember();
  expect(await mendRelease(options, effects)).toBe(true);
  expect([existsSync(at('ut/2026.2')), existsSync(at('ut/2026.2.angra.json')), version()]).toEqual([
    false,
    false,
    'före',
  ]);
});

it('one that was cut off after that stands, and can be undone', async () => {
  await remember();
  writeFileSync(at('data/publicering.json'), 'efter');
  expect(await mendRelease(options, effects)).toBe(false);
  expect(existsSync(at('ut/2026.2/index.html'))).toBe(true);
  expect(await undoRelease(options, effects)).toBe(0);
  expect([existsSync(at('ut/2026.2')), version()]).toEqual([false, 'före']);
});

it('a finished one stands, also when somebody has put the data back by hand', async () => {
  await remember();
  await finishRelease(options.out, '2026.2');
  expect(await mendRelease(options, effects)).toBe(false);
  expect(existsSync(at('ut/2026.2/index.html'))).toBe(true);
});

it('what somebody else has laid in its folder is not removed', async () => {
  await remember();
  writeFileSync(at('ut/2026.2/CNAME'), 'min.adress');
  await expect(mendRelease(options, effects)).rejects.toThrow(/CNAME/);
  writeFileSync(at('data/publicering.json'), 'efter');
  await expect(undoRelease(options, effects)).rejects.toThrow(/CNAME/);
  expect([existsSync(at('ut/2026.2/index.html')), version()]).toEqual([true, 'efter']);
});

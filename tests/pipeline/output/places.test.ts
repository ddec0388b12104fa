import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeEffects } from '../../../src/effects-node.ts';
import { mendSites, rememberSite } from '../../../src/pipeline/output/places.ts';

let project: string;
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'oj-platser-'));
});
afterEach(() => rm(project, { recursive: true, force: true }));
const kept = async () => JSON.parse(await readFile(join(project, '.cache/platser.json'), 'utf8'));

it('the places of sites are remembered, the last one last, each once, and only so many', async () => {
  for (const out of ['a', 'b', 'a']) await rememberSite(project, out);
  expect(await kept()).toEqual(['b', 'a']);
  for (let i = 0; i < 30; i += 1) await rememberSite(project, `p${i}`);
  expect(await kept()).toHaveLength(20);
  expect((await kept()).at(-1)).toBe('p29');
});

it('a list that cannot be read, and places that are gone, stop no command', async () => {
  await rememberSite(project, join(project, 'gone'));
  await expect(mendSites(project, nodeEffects())).resolves.toBeUndefined();
  await writeFile(join(project, '.cache/platser.json'), '{"inte": "en lista"');
  await expect(mendSites(project, nodeEffects())).resolves.toBeUndefined();
});

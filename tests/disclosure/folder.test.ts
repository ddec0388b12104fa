import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { allFiles } from '../../src/files/index.ts';
import { auditFolder } from '../../src/pipeline/audit.ts';
import { type LoadResult, load } from '../../src/pipeline/load.ts';

// The small site of the goldens has a made-up register of people with small counts.
let release: LoadResult;
let folder: string;
beforeAll(async () => {
  release = await load('tests/fixtures/litet', nodeEffects());
  folder = mkdtempSync(join(tmpdir(), 'oj-rojande-'));
  if (!release.index) throw new Error('no release');
  for (const file of allFiles(release.index).filter((f) => /\.(csv|json|parquet|px|xlsx)$/.test(f.path))) {
    mkdirSync(dirname(join(folder, file.path)), { recursive: true });
    writeFileSync(join(folder, file.path), await file.content());
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('says in the build’s output what was hidden and the narrowest interval', async () => {
  const [line] = await auditFolder(folder, release.secret);
  expect(line).toMatch(
    /^Röjandekontroll: \d+ tabell(?:er)? över personer, \d+ skyddade celler, smalaste intervall \d+–\d+ /,
  );
});

it('stops the build, naming the file, when a count has slipped into one of them', async () => {
  const secret = release.secret?.tables.cells.find((c) => c.kind !== 'derived' && c.count > 0 && c.count < 5);
  if (!secret) throw new Error('nothing is small');
  const [indikator, ar, kod, kon] = secret.id.split('|');
  const row = `indikator,kod,niva,ar,kon,varde,saknas\n${indikator},${kod},kommun,${ar},${kon},${secret.count},\n`;
  writeFileSync(join(folder, 'data', 'bortglomd.csv'), row);
  await expect(auditFolder(folder, release.secret)).rejects.toThrow(
    `värdet är skyddat men står som ${secret.count} i data/bortglomd.csv.`,
  );
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { LITET } from '../files/helpers/catalogue.ts';

it('a page of data with errors says each of them, with file, row and what to do', async () => {
  const home = mkdtempSync(join(tmpdir(), 'oj-sida-'));
  try {
    cpSync(LITET, home, { recursive: true });
    const survey = join(home, 'omraden/hemloshet/enkat/2016.csv');
    const text = readFileSync(survey, 'utf8');
    writeFileSync(survey, text.replace('Ronneby;;nej', 'Ronneby;;kanske').replace('1082;', '1099;'));
    vi.stubEnv('OJ_DATA', home);
    // A site that other tests have read is not asked.
    vi.resetModules();
    const { site } = await import('../../src/pipeline/site.ts');
    const said = await site().then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(said).toContain('omraden/hemloshet/enkat/2016.csv');
    expect(said).toMatch(/rad 5[\s\S]*kanske/);
    expect(said).toContain('1099');
  } finally {
    vi.unstubAllEnvs();
    vi.resetModules();
    rmSync(home, { recursive: true, force: true });
  }
}, 60_000);

it('a list says what files are and weigh, and their hashes only where they are asked for', async () => {
  const home = mkdtempSync(join(tmpdir(), 'oj-filer-'));
  const file = (path: string, about: string, bytes: number) => ({
    ...{ path, about, bytes, mediaType: 'text/csv', format: 'CSV', title: path, description: 'Svar.' },
    ...{ opensIn: 'Excel', group: 'kommun', example: false, sha256: String(bytes % 10).repeat(64) },
  });
  try {
    const files = [file('data/b.csv', '2480', 1_500_000), file('data/a.csv', '1480', 640)];
    writeFileSync(join(home, 'filer.json'), JSON.stringify({ files, writers: [], ms: 0 }));
    vi.stubEnv('OJ_BYGGE', home);
    vi.resetModules();
    const { fileHash, listedFiles } = await import('../../src/pipeline/site.ts');
    expect((await listedFiles()).map((f) => [f.path, f.size, f.sha256])).toEqual([
      ['data/a.csv', '640\u00a0byte', undefined],
      ['data/b.csv', '1,5\u00a0MB', undefined],
    ]);
    expect((await listedFiles({ about: '2480', hashes: true })).map((f) => f.sha256)).toEqual([
      '0'.repeat(64),
    ]);
    expect((await listedFiles({ paths: ['data/a.csv'] })).map((f) => f.about)).toEqual(['1480']);
    expect(await listedFiles({ within: 'c.csv' })).toEqual([]);
    expect(await fileHash('data/b.csv')).toBe('0'.repeat(64));
    expect(await fileHash('data/c.csv')).toBeUndefined();
  } finally {
    vi.unstubAllEnvs();
    vi.resetModules();
    rmSync(home, { recursive: true, force: true });
  }
});

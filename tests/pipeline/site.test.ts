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

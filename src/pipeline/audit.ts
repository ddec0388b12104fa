import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditedFile, auditFiles } from '../disclosure/audit/index.ts';
import { auditReport } from '../disclosure/audit/report.ts';
import { loadHighs } from '../disclosure/highs.ts';
import type { Secret } from '../disclosure/release.ts';

/**
 * Attacks the files of a finished site, before it is put in the place of the old one.
 * @returns lines for the build's output
 * @throws Error, with all that can be found out, when anything hidden can
 */
export async function auditFolder(folder: string, secrets: readonly Secret[]): Promise<readonly string[]> {
  const paths = secrets.length === 0 ? [] : await readdir(folder, { recursive: true });
  const files = paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(csv|json|xlsx)$/.test(path) && !path.startsWith('pagefind/'))
    .sort()
    .map((path): AuditedFile => ({ path, content: () => readFile(join(folder, path)) }));
  const { summary, failures } = auditReport(await auditFiles(await loadHighs(), secrets, files));
  if (failures.length > 0)
    throw new Error(`Röjandekontrollen stoppade publiceringen:\n${failures.map((f) => `  ${f}`).join('\n')}`);
  return [summary];
}

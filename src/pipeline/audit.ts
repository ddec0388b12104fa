import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditedFile, auditFiles } from '../disclosure/audit/index.ts';
import { isAudited } from '../disclosure/audit/readers.ts';
import { auditReport } from '../disclosure/audit/report.ts';
import { loadHighs } from '../disclosure/highs.ts';
import type { ReleaseSecret } from '../disclosure/release.ts';

/**
 * Attacks the files of a finished site, before it is put in the place of the old one.
 * @returns lines for the build's output; they may depend on what is hidden, and are for the publisher only
 * @throws Error, with all that can be found out, when anything hidden can
 */
export async function auditFolder(folder: string, secret: ReleaseSecret | null): Promise<readonly string[]> {
  if (secret === null) return [auditReport(null).summary];
  const paths = await readdir(folder, { recursive: true });
  const files = paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => isAudited(path) && !path.startsWith('pagefind/'))
    .sort()
    .map((path): AuditedFile => ({ path, content: () => readFile(join(folder, path)) }));
  const { summary, failures } = auditReport(await auditFiles(await loadHighs(), secret, files));
  if (failures.length > 0)
    throw new Error(`Röjandekontrollen stoppade publiceringen:\n${failures.map((f) => `  ${f}`).join('\n')}`);
  const { information, optimal } = secret.effect;
  const percent = ((100 * information.hidden) / Math.max(1, information.all)).toFixed(1).replace('.', ',');
  const how = optimal ? 'mindre gick inte att dölja' : 'en del valdes med en snabb metod';
  return [
    summary,
    `Dold information: ${percent} % (${how}). Det får inte publiceras: det beror på dolda tal.`,
  ];
}

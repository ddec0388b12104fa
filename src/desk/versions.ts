import { commitChanges, type FileChange } from '../import/stage.ts';
import { readDataFolder } from '../ingest/sizes.ts';
import { pathPart } from '../model/pieces.ts';
import { cleanedVersions, cleaningText } from '../pipeline/clean-versions.ts';
import type { DisclosureKey } from '../pipeline/disclosure-key.ts';
import { loadFiles } from '../pipeline/load.ts';
import { lastVersion } from './release.ts';
import type { ReleaseEffects, ReleaseOptions } from './release-plan.ts';

/**
 * Holds the earlier versions of a data folder against what is protected now, and takes that out of them: all or
 * nothing. The last released version is laid in `versioner/` first when it is not there yet, as a release does.
 * @param write false to tell only what would be done
 * @returns 0 when it is done or nothing is to be done, 1 when something stops it
 */
export async function cleanVersions(
  { data, out }: Pick<ReleaseOptions, 'data' | 'out'>,
  effects: Pick<ReleaseEffects, 'readTree' | 'log' | 'now' | 'stage'>,
  { write, key }: { readonly write: boolean; readonly key: DisclosureKey | null },
): Promise<number> {
  const files = await readDataFolder(data, effects);
  const kept = (await lastVersion({ out }, files))?.kept ?? [];
  const all = new Map([...files, ...kept.flatMap((c) => (c.content ? [[c.path, c.content] as const] : []))]);
  // As if no version showed anything: what they show cannot be hidden, and it is to be hidden.
  const today = new Map([...all].filter(([path]) => !path.startsWith('versioner/')));
  const { index, secret, hemligaKallor, report } = await loadFiles(today, key);
  if (!index) {
    effects.log(`Datamappen har ${report.counts.error} fel. Kör npm run validate först. Inget har ändrats.`);
    return 1;
  }
  const day = effects.now().toISOString().slice(0, 10);
  const now = { protectedCells: secret?.protectedCells ?? new Set<string>(), hemligaKallor };
  const cleaned = await cleanedVersions(all, now, day);
  if (cleaned.length === 0) {
    effects.log('Ingen tidigare version visar något som är skyddat nu.');
    return 0;
  }
  for (const version of cleaned) effects.log(cleaningText(version));
  if (cleaned.some((v) => v.unreadable.length > 0)) {
    effects.log('Filer som inte går att rensa stoppar: ta bort dem ur versioner/ först. Inget har ändrats.');
    return 1;
  }
  if (!write) {
    effects.log('Inget har ändrats. Kör npm run versions -- --clean för att rensa.');
    return 0;
  }
  const names = new Set(cleaned.map((v) => v.version));
  const changes = cleaned.flatMap(({ version, changes: changed }) =>
    [...changed].map(([name, content]): FileChange => ({ path: `versioner/${version}/${name}`, content })),
  );
  const put = new Set(changes.map((c) => c.path));
  const laid = kept.filter((c) => names.has(pathPart(c.path, 1)) && !put.has(c.path));
  await commitChanges(data, [...laid, ...changes], effects.stage);
  effects.log(
    'Versionerna är rensade. Ge ut webbplatsen igen, och ta bort de gamla filerna där de annars ligger kvar: utgavor/, säkerhetskopior och historiken i git.',
  );
  return 0;
}

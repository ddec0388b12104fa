import { readDataFolder } from '../ingest/sizes.ts';
import { placedFinding, type ValidationReport } from '../model/finding.ts';
import { BOUNDS } from '../model/limits.ts';
import { Refusal } from '../refusal.ts';
import type { Batch } from './batch.ts';
import { type DataFolder, openFolder } from './folder.ts';
import { type Plan, planOf, planText } from './plan.ts';
import { commitChanges, recover, type StageEffects } from './stage.ts';

/** What running an import needs from outside. */
export type RunEffects = StageEffects & {
  readonly readTree: (folder: string, most?: number) => Promise<ReadonlyMap<string, Uint8Array>>;
  readonly log: (line: string) => void;
  /** Our own validation of a whole data folder in memory. */
  readonly validate: (files: ReadonlyMap<string, Uint8Array>) => Promise<ValidationReport>;
};

/**
 * Imports from any source: reads the folder, asks the source, prints the plan, validates the folder as it would
 * become, and writes all of it or nothing.
 * @throws Refusal with what to do; the folder is then byte for byte what it was
 */
export async function runImport(
  folder: string,
  dryRun: boolean,
  source: (open: DataFolder) => Promise<Batch>,
  effects: RunEffects,
): Promise<Plan> {
  if (await recover(folder, effects))
    effects.log('En tidigare inläsning avbröts mitt i. Datamappen är återställd till hur den var före den.');
  const open = openFolder(await readDataFolder(folder, effects));
  const plan = planOf(open, await source(open));
  effects.log(planText(plan));
  await validatePlan(open.files, plan, effects);
  if (dryRun) effects.log('Inget har skrivits: det här var en provkörning (--dry-run).');
  else if (plan.changes.length > 0) {
    await commitChanges(folder, plan.changes, effects);
    effects.log('Klart. Kör npm run validate för hela rapporten, och npm run build för webbplatsen.');
  }
  return plan;
}

const { shown: SHOWN } = BOUNDS.findings;

/** Holds the folder as it would become against every rule that a publisher's own files are held against. */
export async function validatePlan(
  files: ReadonlyMap<string, Uint8Array>,
  plan: Pick<Plan, 'changes'>,
  { validate }: Pick<RunEffects, 'validate'>,
): Promise<void> {
  const written = plan.changes.flatMap((c) => (c.content ? [[c.path, c.content] as const] : []));
  const next = new Map([...files, ...written].sort(byPath));
  const errors = (await validate(next)).findings.filter((f) => f.severity === 'error');
  if (errors.length === 0) return;
  const lines = errors.slice(0, SHOWN).map((f) => `  ${placedFinding(f)}`);
  const more = errors.length > SHOWN ? `\n  och ${errors.length - SHOWN} till` : '';
  throw new Refusal(
    `Med de här värdena skulle datamappen få ${errors.length} fel:\n${lines.join('\n')}${more}`,
    'Inget har skrivits. Rätta i källan eller i definitionerna, eller läs in färre nyckeltal eller år.',
  );
}

const byPath = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

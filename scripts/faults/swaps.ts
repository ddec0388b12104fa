import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeEffects } from '../../src/effects-node.ts';
import { mendSite } from '../../src/pipeline/output/claim.ts';
import { MARKER } from '../../src/pipeline/output/target.ts';
import { PROJECT } from '../command.ts';
import { isWhole, leftBeside, makeSite, type Row, rowOf, VERSIONS } from './site.ts';

export type Place = { readonly home: string; readonly out: string; readonly steps: 'one' | 'two' };

/** Publishes a site in a process of its own, where the environment says that it fails. */
const publisher =
  (site: string | undefined, { out, steps }: Pick<Place, 'out' | 'steps'>) =>
  (env: Readonly<Record<string, string>>) =>
    spawnSync(
      process.execPath,
      [
        '--import',
        join(PROJECT, 'scripts/faults/fault-at.mjs'),
        join(PROJECT, 'scripts/faults/publish.ts'),
        site ?? '',
        out,
        steps,
      ],
      { encoding: 'utf8', env: { ...process.env, ...env } },
    );

/** Every change that a swap makes on disk fails once, in every way; after each the next command is run. */
export async function swaps(name: string, { home, out, steps }: Place): Promise<readonly Row[]> {
  const effects = { ...nodeEffects(), log: () => undefined };
  const rows: Row[] = [];
  const [old, next] = VERSIONS.map((version) => makeSite(join(home, version), version));
  const fill = () => {
    for (const entry of existsSync(out) ? readdirSync(out) : [])
      rmSync(join(out, entry), { recursive: true });
    for (const entry of leftBeside(dirname(out))) rmSync(join(dirname(out), entry), { recursive: true });
    cpSync(old ?? '', out, { recursive: true });
  };
  const publish = publisher(next, { out, steps });
  for (const kind of ['kill', 'half', 'ENOSPC', 'EACCES']) {
    const row: Row = rowOf(`${name}, ${kind}`);
    for (let at = 1; ; at += 1) {
      fill();
      const { status, signal, stderr } = publish({ FAULT_AT: String(at), FAULT_KIND: kind });
      if (status === 0 && Number(/changes=(\d+)/.exec(stderr)?.[1]) < at) break;
      row.cases += 1;
      if (signal === null && status !== 0 && stderr.includes('    at ')) row.unclear += 1;
      // The next command of any kind puts right what is left.
      await mendSite(out, effects);
      if (!isWhole(out)) row.lost += 1;
      if (leftBeside(dirname(out)).length + leftBeside(out).filter((n) => n !== MARKER).length > 0)
        row.litter += 1;
    }
    for (const entry of readdirSync(home))
      if (entry.startsWith('byggt-')) rmSync(join(home, entry), { recursive: true });
    rows.push(row);
  }
  return rows;
}

/** The same, but after each fault nothing is run: what readers meet meanwhile. */
export function meanwhile(name: string, { home, out, steps }: Place): Row {
  const [old, next] = VERSIONS.map((version) => makeSite(join(home, version), version));
  const publish = publisher(next, { out, steps });
  const row: Row = {
    name,
    cases: 0,
    lost: 0,
    litter: 0,
    unclear: 0,
    note: 'utan att något kommando har körts efteråt',
  };
  for (let at = 1; at < 200; at += 1) {
    rmSync(out, { recursive: true, force: true });
    for (const entry of leftBeside(dirname(out))) rmSync(join(dirname(out), entry), { recursive: true });
    cpSync(old ?? '', out, { recursive: true });
    const { stderr } = publish({ FAULT_AT: String(at), FAULT_KIND: 'kill' });
    if (/changes=\d+/.test(stderr)) break;
    row.cases += 1;
    if (!isWhole(out)) row.lost += 1;
  }
  return row;
}

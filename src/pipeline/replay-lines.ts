import { loadHighs } from '../disclosure/highs.ts';
import type { ReleaseSecret } from '../disclosure/release.ts';
import { replayAttack } from '../disclosure/replay.ts';
import { cellInWords } from '../disclosure/system.ts';
import type { DisclosureKey } from './disclosure-key.ts';

/** Where the code of it begins. */
export const REPLAY = 'src/pipeline/replay-lines.ts';

/**
 * What somebody who runs the program on guesses can exclude, where the tables are small enough to try; nothing with a
 * key, which such a person does not have.
 */
export async function replayLines(
  secret: ReleaseSecret,
  key: DisclosureKey | null,
): Promise<readonly string[]> {
  if (key !== null) return [];
  const replays = replayAttack(await loadHighs(), secret.tables, secret.protectedCells);
  const tried = replays.filter((r) => r !== null);
  const exposed = tried.flatMap((r) => r.exposed);
  if (exposed.length === 0) return [];
  const named = exposed.slice(0, NAMED).map((t) => `${cellInWords(t.cell)} (${t.counts} möjliga)`);
  return [
    `Utan nyckel: den som kör programmet på alla gissningar (${tried.length} av ${replays.length} tabeller är små nog att pröva) har för få tal kvar i ${exposed.length} celler: ${named.join('; ')}. Med en nyckel kan det inte prövas.`,
  ];
}

/** Cells that are named; more are counted. */
const NAMED = 6;

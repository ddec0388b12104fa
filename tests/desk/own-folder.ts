import type { ReleaseOptions } from '../../src/desk/release-plan.ts';
import type { TrialFolder } from '../import/trial.ts';
import { trialFolder } from '../import/trial.ts';

/** The small folder with a publisher of its own and a method text: nothing in it stops a release. */
export async function ownFolder(): Promise<TrialFolder> {
  const trial = await trialFolder();
  const own = (text: string) =>
    text
      .replaceAll(/Exempelutgivaren(?: \(byt ut mot den som publicerar\))?/g, 'Provkommunförbundet')
      .replaceAll('oppna-jamforelser.example', 'jamforelser.provkommun.se');
  for (const path of ['publicering.json', 'omraden/hemloshet/omrade.json'])
    await trial.write(path, own(await trial.text(path)));
  await trial.write(
    'texter/anvandarguide/50-metod.md',
    '---\ntitel: Metod och kvalitet\nkortnamn: Metod\ningress: Hur uppgifterna har samlats in.\n---\n\n## Insamling\n\nMed en enkät.\n',
  );
  return trial;
}

/** What a release or a desk of a trial's folder is asked for. */
export const releaseOptions = ({ data, cache }: TrialFolder): ReleaseOptions => ({
  project: process.cwd(),
  data,
  out: `${data}-ut`,
  cache,
  version: null,
  key: null,
});

/** Changes a part of a file. */
export async function edit(trial: TrialFolder, path: string, from: string, to: string): Promise<void> {
  const text = await trial.text(path);
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  await trial.write(path, text.replaceAll(from, to));
}

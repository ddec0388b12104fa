import { readFile } from 'node:fs/promises';
import { nodeEffects } from '../src/effects-node.ts';
import { copySite, FORMS } from '../src/pipeline/copy/copy.ts';
import { writeOver } from '../src/pipeline/output/written.ts';
import { Refusal } from '../src/refusal.ts';
import { deployFiles, isAsWritten } from '../src/serving/deploy.ts';
import { command, options, PROJECT, pathOf } from './command.ts';

// Writes the set-ups of web servers from the lists in src/serving; one that somebody has changed by hand stays. With
// --out it copies a built site instead: `--form server` with every text compressed beside itself, `minns` so that the
// reader's browser keeps what has been read, `fristaende` for a folder on a computer without a network, `zip` the same
// as one file.
await command(async () => {
  const given = options('deploy', ['webbplats', 'out', 'form', 'data']);
  const { log, now } = nodeEffects();
  if (given.out !== undefined) {
    const form = FORMS.find((f) => f === (given.form ?? 'server'));
    if (form === undefined) throw new Refusal(`Okänd form ”${given.form}”. Välj ${FORMS.join(', ')}.`);
    const from = pathOf(given.webbplats, 'dist');
    const kept = { project: PROJECT, data: [pathOf(given.data, 'data')] };
    await copySite({ kept, from, out: pathOf(given.out, given.out), form }, { log, now });
    return 0;
  }
  for (const [path, content] of deployFiles()) {
    await writeOver(path, content, { project: PROJECT, data: [] }, async (real) =>
      isAsWritten(await readFile(real, 'utf8')),
    );
    log(path);
  }
  return 0;
});

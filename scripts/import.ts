import { nodeEffects } from '../src/effects-node.ts';
import { type RunEffects, runImport } from '../src/import/run.ts';
import { giveBack } from '../src/pipeline/engine.ts';
import { loadFiles } from '../src/pipeline/load.ts';
import { Refusal, sentenceFor } from '../src/refusal.ts';
import { command, EXIT, wrongUse } from './command.ts';
import { isAlive } from './import/alive.ts';
import { bme } from './import/bme.ts';
import { kolada } from './import/kolada.ts';
import { scb } from './import/scb.ts';
import type { SourceCommand } from './import/source.ts';
import { csv, excel } from './import/table.ts';

// Exit codes: 0 written, or nothing to write; 1 the source or the data did not allow it; 2 wrong use.
const SOURCES: Readonly<Record<string, SourceCommand>> = { kolada, excel, csv, bme, scb };

await command(async () => {
  const [name = '', ...rest] = process.argv.slice(2);
  const source =
    (Object.hasOwn(SOURCES, name) ? SOURCES[name] : undefined) ??
    wrongUse(
      `Ange en källa: ${Object.keys(SOURCES).join(', ')}. Exempel: npm run import -- kolada --kpi U30428 --years 2018`,
    );
  const { readTree, log } = nodeEffects();
  const effects: RunEffects = {
    readTree,
    log,
    pid: process.pid,
    alive: isAlive,
    validate: async (files) => {
      // What the source answered is in the files now: without this both are held, 600,000 values twice.
      giveBack();
      return (await loadFiles(files)).report;
    },
  };
  const { folder, dryRun, read } = source(rest);
  try {
    await runImport(folder, dryRun, read, effects);
    return 0;
  } catch (error) {
    const sentence = error instanceof Refusal ? sentenceFor(error) : null;
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\nDatamappen är orörd.\n`);
    return EXIT.failed;
  }
});

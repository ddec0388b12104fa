import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { nodeEffects } from '../../effects-node.ts';
import { sha256 } from '../../files/common/bytes.ts';
import { renderedBytes } from '../../files/rendering.ts';
import { must } from '../../model/must.ts';
import type { RenderJob, RenderReply, RenderResult } from './render-processes.ts';
import { storeIn } from './store.ts';

// A process that a build starts (render-processes.ts): renders the documents that it is sent, writes the files and keeps the bytes.
const [, , folder, home] = process.argv;
const { writeFile, clock } = nodeEffects();
const store = storeIn(must(home, 'the place of the store'));

async function make({ path, key, rendering }: RenderJob): Promise<RenderResult> {
  const started = clock();
  try {
    const bytes = await renderedBytes(rendering);
    // When the build is gone, so is its folder: nothing may be written there again.
    await turn();
    await writeFile(join(must(folder, 'the place of the files'), path), bytes);
    await store.write(key, bytes);
    return {
      facts: { bytes: bytes.byteLength, sha256: sha256(bytes) },
      ms: clock() - started,
      reused: false,
    };
  } catch (error) {
    return { failed: String(error) };
  }
}

// One message at a time, whole: the answers come in the order of the messages.
let last = Promise.resolve();
process.on('message', (message) => {
  const jobs = message as readonly RenderJob[];
  last = last.then(async () => {
    const results: RenderResult[] = [];
    for (const job of jobs) results.push(await make(job));
    const reply: RenderReply = { results, faults: store.faults() };
    process.send?.(reply);
  });
});
process.once('disconnect', () => process.exit());

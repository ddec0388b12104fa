import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { nodeEffects } from '../../effects-node.ts';
import { factsOfBytes } from '../../files/common/facts.ts';
import { renderedBytes } from '../../files/rendering.ts';
import { compileLate } from '../engine.ts';
import { answerJobs } from '../processes/worker.ts';
import type { MadeFile, RenderJob, RenderPlaces } from './render-processes.ts';
import { storeIn } from './store.ts';

// A process that a build starts (render-processes.ts): renders the documents that it is sent, writes the files and keeps the bytes.
compileLate();
const { writeFile, clock } = nodeEffects();

answerJobs(({ folder, store: home }: RenderPlaces) => {
  const store = storeIn(home);
  const make = async ({ path, key, rendering }: RenderJob): Promise<MadeFile> => {
    const started = clock();
    const bytes = await renderedBytes(rendering);
    // When the build is gone, so is its folder: nothing may be written there again.
    await turn();
    await writeFile(join(folder, path), bytes);
    await store.write(key, bytes);
    return {
      facts: factsOfBytes(bytes),
      ms: clock() - started,
      reused: false,
    };
  };
  return { make, faults: store.faults };
});

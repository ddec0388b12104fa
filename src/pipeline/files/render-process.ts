import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { nodeEffects } from '../../effects-node.ts';
import { factsOfBytes } from '../../files/common/facts.ts';
import { renderedBytes } from '../../files/rendering.ts';
import { compileLate } from '../engine.ts';
import { answerJobs } from '../processes/worker.ts';
import { keptStamps } from './kept-stamps.ts';
import type { MadeFile, RenderJob, RenderPlaces } from './render-processes.ts';
import { storeIn } from './store.ts';

// A process that a build starts (render-processes.ts): renders the documents that it is sent, writes the files and keeps the bytes.
compileLate();
const { writeFile, clock } = nodeEffects();

answerJobs(({ folder, store: home, code }: RenderPlaces) => {
  const store = storeIn(home);
  let keepStamps: (() => Promise<void>) | undefined;
  const make = async ({ path, key, rendering }: RenderJob): Promise<MadeFile> => {
    const started = clock();
    const isPicture = rendering.as === 'png';
    if (isPicture) keepStamps ??= await keptStamps(store, code);
    const bytes = await renderedBytes(rendering);
    // When the build is gone, so is its folder: nothing may be written there again.
    await turn();
    await writeFile(join(folder, path), bytes);
    await store.write(key, bytes);
    if (isPicture) await keepStamps?.();
    return {
      facts: factsOfBytes(bytes),
      ms: clock() - started,
      reused: false,
    };
  };
  return { make, faults: store.faults };
});

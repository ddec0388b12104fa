import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { nodeEffects } from '../../effects-node.ts';
import { sha256 } from '../../files/common/bytes.ts';
import { renderedBytes } from '../../files/rendering.ts';
import { storeIn } from './store.ts';
import type { ThreadJob, ThreadPlaces, ThreadReply, ThreadResult } from './threads.ts';

// The program of a thread: renders the documents that it is sent, writes the files and keeps the bytes.
const { folder, store: home }: ThreadPlaces = workerData;
const { writeFile, clock } = nodeEffects();
const store = storeIn(home);

async function make({ path, key, rendering }: ThreadJob): Promise<ThreadResult> {
  const started = clock();
  try {
    const bytes = await renderedBytes(rendering);
    await writeFile(join(folder, path), bytes);
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
parentPort?.on('message', (jobs: readonly ThreadJob[]) => {
  last = last.then(async () => {
    const results: ThreadResult[] = [];
    for (const job of jobs) results.push(await make(job));
    const reply: ThreadReply = { results, faults: store.faults() };
    parentPort?.postMessage(reply);
  });
});

import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { nodeEffects } from '../../effects-node.ts';
import { indexCatalogue } from '../../model/catalogue.ts';
import { writersWithout } from './formats.ts';
import { writeShard } from './shard.ts';
import type { Task } from './write.ts';

// The program of a worker thread: writes its share of every format and tells what it wrote.
const { catalogue, folder, without, shard, shards }: Task = workerData;
const { writeFile, clock } = nodeEffects();
parentPort?.postMessage(
  await writeShard(
    indexCatalogue(catalogue),
    writersWithout(without),
    { shard, shards },
    { clock, write: (path, bytes) => writeFile(join(folder, path), bytes) },
  ),
);

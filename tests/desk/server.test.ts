import type { Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deskServer } from '../../src/desk/server.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { listen } from '../../src/serving/server.ts';
import { type TrialFolder, trialFolder } from '../import/trial.ts';
import { releaseOptions } from './own-folder.ts';

let trial: TrialFolder;
let server: Server;
let plans = 0;
beforeEach(async () => {
  trial = await trialFolder();
  plans = 0;
  server = await deskServer(releaseOptions(trial), {
    ...nodeEffects(),
    // A release asks what day it is once to be planned, and once more each time it is looked at.
    now: () => {
      plans += 1;
      return new Date('2026-11-25T10:00:00Z');
    },
    log: () => {},
    stage: { pid: process.pid, alive: () => false },
    verify: async () => [],
    sources: { kolada: '', scb: '', client: () => Promise.reject(new Error('no source')) },
    serveSite: async () => '',
  });
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await trial.remove();
});

it('has planned the release before anybody can ask, so that its page is as quick as the others', async () => {
  expect(plans).toBe(2);
  const address = await listen(server, 0);
  // Looked at, it is the one that was planned: the day is asked, and nothing is planned again.
  expect((await fetch(`${address}ge-ut`)).status).toBe(200);
  expect(plans).toBe(3);
});

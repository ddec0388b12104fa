import type { Server } from 'node:http';
import type { Page } from 'playwright-core';
import { deskServer } from '../../src/desk/server.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { folderCache } from '../../src/import/http/cache.ts';
import { httpClient } from '../../src/import/http/client.ts';
import { listen, siteServer } from '../../src/serving/server.ts';
import { releaseOptions } from '../desk/own-folder.ts';
import { koladaServer } from '../import/kolada-server.ts';
import { scbServer } from '../import/scb-server.ts';
import { type TrialFolder, trialFolder } from '../import/trial.ts';
import { KOMMUNER } from '../import/workbooks.ts';
import { launchedBrowser } from './browser.ts';

/** A desk over the small folder, with a pretended Kolada and SCB, in a browser. */
export type ServedDesk = {
  readonly trial: TrialFolder;
  readonly address: string;
  readonly page: Page;
  readonly close: () => Promise<void>;
};

export async function servedDesk(): Promise<ServedDesk> {
  const servers: Server[] = [];
  const trial = await trialFolder();
  const kolada = await koladaServer({
    kpis: [{ id: 'U30437', title: 'Överenskommelse, (Ja=2, Ja=, med vissa=1, Nej=0)' }],
    figures: KOMMUNER.map(([municipality], i) => ({
      kpi: 'U30437',
      municipality,
      period: 2016,
      value: i % 3,
    })),
  });
  const scb = await scbServer({ busy: 1 });
  const server = await deskServer(releaseOptions(trial), {
    ...nodeEffects(),
    log: () => {},
    stage: { pid: process.pid, alive: () => false },
    verify: async () => [],
    sources: {
      kolada: kolada.address,
      scb: scb.address.slice(0, -1),
      client: async () =>
        httpClient({
          effects: {
            fetch: (url, init) => fetch(url, init),
            sleep: async () => {},
            now: () => '2026-11-25T10:00:00.000Z',
          },
          cache: folderCache(trial.cache),
          offline: false,
          pause: 0,
          timeout: 2000,
          maxBytes: 1_000_000,
          tries: 2,
        }),
    },
    serveSite: (folder) => {
      const shown = siteServer(folder);
      servers.push(shown);
      return listen(shown, 0);
    },
  });
  const address = await listen(server, 0);
  const browser = await launchedBrowser();
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  return {
    trial,
    address,
    page,
    close: async () => {
      await browser.close();
      for (const open of [server, ...servers]) {
        open.closeAllConnections();
        open.close();
      }
      await kolada.close();
      await scb.close();
      await trial.remove();
    },
  };
}

import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { listen, siteServer } from '../../src/serving/server.ts';

export type Served = {
  readonly address: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
};

/** A built site (`OJ_SITE` unless another is named) behind our own server, and a real Chromium to read it with. */
export async function serve(folder = process.env.OJ_SITE ?? 'dist'): Promise<Served> {
  const server = siteServer(folder);
  const address = await listen(server, 0);
  // Sparticuz' own arguments run a single process, which dies on the second page.
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
    headless: true,
  });
  const close = async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  };
  return { address, browser, close };
}

/** One of each kind of page. */
export const PAGE_TYPES = [
  '',
  'omraden/',
  'omraden/hemloshet/',
  'omraden/hemloshet/2016/',
  'indikatorer/',
  'indikatorer/aktuell-overgripande-plan/',
  'indikatorer/aktuell-overgripande-plan/2016/',
  'indikatorer/bistandsmottagare/',
  'inbaddat/aktuell-overgripande-plan/',
  'inbaddat/bistandsmottagare/serie/',
  'kommuner/',
  'kommuner/umea/',
  'kommuner/umea/hemloshet/',
  'kommuner/umea/hemloshet/arbetsblad/',
  'kommuner/stockholm/',
  'kommuner/stockholm/hemloshet/',
  'kommuner/saffle/hemloshet/',
  'lan/',
  'lan/vasterbottens-lan/',
  'riket/',
  'jamfor/',
  'jamfor/lan/vasterbottens-lan/',
  'jamfor/grupp/storre-stad/',
  'jamfor/liknande/umea/',
  'sida-vid-sida/',
  'program/',
  'program/stockholm-2020-2025/',
  'inventering/',
  'inventering/exempel/',
  'inventering/verktyg/',
  'kartlaggningar/',
  'kartlaggningar/riket/',
  'kartlaggningar/stockholm/',
  'kartlaggningar/avhysningar/',
  'kartlaggningar/riket/2017/',
  'data/',
  'data/kommuner/',
  'data/lan/',
  'data/indikatorer/',
  'data/figurer/',
  'data/andringar/',
  'data/api/',
  'anvandarguide/',
  'anvandarguide/metod/',
  'anvandarguide/indikatorer/',
  'anvandarguide/ordlista/',
  'stod/',
  'stod/ansvar/',
  'stod/publikationer/',
  'om/',
  'metod/liknande-kommuner/',
  'metod/rojandekontroll/',
  'tillganglighet/',
  'sok/',
  'finns-inte/',
] as const;

/** What only a browser draws, on pages of the kinds above. */
export const DRAWN = [
  'jamfor/?k=2480,2580,0180,9999&med=2016',
  'jamfor/?k=2480,2580,1480&vy=punkter',
  'jamfor/?k=2480,2580,0180&karta=N31807&vy=karta&ar=2022',
  'indikatorer/bistandsmottagare/?k=2480,2580',
] as const;

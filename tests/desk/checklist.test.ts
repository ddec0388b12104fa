import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planRelease } from '../../src/desk/release.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { load } from '../../src/pipeline/load.ts';
import { koladaServer } from '../import/kolada-server.ts';
import { type TrialFolder, tryKolada } from '../import/trial.ts';
import { edit, ownFolder, releaseOptions } from './own-folder.ts';

let trial: TrialFolder;
beforeEach(async () => {
  trial = await ownFolder();
});
afterEach(() => trial.remove());

const plan = () =>
  planRelease(releaseOptions(trial), {
    ...nodeEffects(),
    log: () => {},
    now: () => new Date('2026-12-01T12:00:00Z'),
    stage: { pid: 1, alive: () => false },
    verify: async () => [],
  });
const codes = async () => (await plan()).items.map((i) => i.code);

/** Lays what was published beside the data, as a release does. */
async function keepVersion(): Promise<void> {
  const { index } = await load(trial.data, nodeEffects());
  if (!index) throw new Error('no catalogue');
  const { version } = index.catalogue.release;
  const values = index.catalogue.observationer.map((o) =>
    [o.indikator, o.kod, o.niva, o.ar ?? '', o.kon, o.varde ?? '', o.saknas ?? ''].join(','),
  );
  const header = 'indikator,kod,niva,ar,kon,varde,saknas';
  await trial.write(`versioner/${version}/allt/observationer.csv`, `${[header, ...values].join('\n')}\n`);
  await trial.write(
    `versioner/${version}/release.json`,
    JSON.stringify({ version, datum: index.catalogue.release.datum, omraden: [], rattelser: [] }),
  );
}

describe('the list before a release', () => {
  it('is empty for a folder that is ready, and raises the version and the day', async () => {
    const { items, version, changes } = await plan();
    expect(items).toEqual([]);
    expect(version).toBe('2026.1');
    expect(new TextDecoder().decode(changes[0]?.content ?? new Uint8Array())).toContain(
      '"datum": "2026-12-01"',
    );
  });

  it('a publisher that is still the example stops, in every place where it stands', async () => {
    await edit(
      trial,
      'publicering.json',
      'Provkommunförbundet',
      'Exempelutgivaren (byt ut mot den som publicerar)',
    );
    await edit(
      trial,
      'omraden/hemloshet/omrade.json',
      'redaktion@jamforelser.provkommun.se',
      'redaktion@x.example',
    );
    const { items } = await plan();
    expect(items.map((i) => [i.code, i.stops])).toEqual([
      ['exempelutgivare', true],
      ['exempelutgivare', true],
    ]);
  });

  it('errors in the data stop', async () => {
    await edit(trial, 'omraden/hemloshet/enkat/2016.csv', 'Ronneby;;nej', 'Ronneby;;kanske');
    expect(await codes()).toEqual(['data-fel']);
  });

  it('an edition called real whose notes say that it is made up stops', async () => {
    await edit(trial, 'omraden/hemloshet/omrade.json', '"exempel": true', '"exempel": false');
    expect(await codes()).toEqual(['data-fel']);
  });

  it('answers called real that no import stands behind stop', async () => {
    await edit(
      trial,
      'omraden/hemloshet/omrade.json',
      '"exempel": true,',
      '"exempel": true, "verkliga": ["U30428"],',
    );
    expect(await codes()).toEqual(['exempel-i-riktig']);
  });

  it('no text about the method stops', async () => {
    await edit(trial, 'texter/anvandarguide/50-metod.md', 'titel', 'titel');
    const { rename } = await import('node:fs/promises');
    await rename(
      `${trial.data}/texter/anvandarguide/50-metod.md`,
      `${trial.data}/texter/anvandarguide/50-annat.md`,
    );
    expect(await codes()).toEqual(['metod-saknas']);
  });

  it('a published value that has changed needs a correction', async () => {
    await keepVersion();
    await edit(trial, 'omraden/hemloshet/register/N07907.csv', '0980;2022;T;9.9', '0980;2022;T;8.8');
    const before = await plan();
    expect(before.version).toBe('2026.2');
    expect(before.items.map((i) => [i.code, i.stops])).toEqual([['data-fel', true]]);
    expect(before.items[0]?.message).toContain('rättats');
    await edit(
      trial,
      'omraden/hemloshet/omrade.json',
      '"tidigare": [',
      '"rattelser": [{ "datum": "2026-12-01", "version": "2026.2", "indikatorer": ["N07907"], "text": "Gotlands trångboddhet var fel." }], "tidigare": [',
    );
    expect(await codes()).toEqual([]);
  });

  it('an import that was changed by hand, or is old, is a warning', async () => {
    const figures = ['0980', '1060', '1080', '1081', '1082', '1083'].map((municipality) => ({
      kpi: 'U30428',
      municipality,
      period: 2016,
      value: 1,
    }));
    const server = await koladaServer({ kpis: [{ id: 'U30428', title: 'Plan (Ja=1, Nej=2)' }], figures });
    await tryKolada(trial, server.address, {
      http: {
        effects: {
          fetch: (u, i) => fetch(u, i),
          sleep: async () => {},
          now: () => '2025-01-01T00:00:00.000Z',
        },
      },
    });
    await server.close();
    expect(await codes()).toEqual(['gamla-siffror']);
    await edit(trial, 'omraden/hemloshet/enkat/2016.csv', 'Gotland;;ja', 'Gotland;;nej');
    expect(await codes()).toEqual(['gamla-siffror', 'andrad-for-hand']);
  });
});

import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Observation } from '../../model/observation.ts';
import type { PublishedFile, Writer } from '../file.ts';

const encoder = new TextEncoder();

/** The static API below `/api/v1/`: plain JSON files, camel-free Swedish keys, the same as in the CSV files. */
export const apiWriter: Writer = {
  name: 'api',
  files: (index) => {
    const { release, referens, omraden, indikatorer } = index.catalogue;
    const about = { version: release.version, datum: release.datum, licens: release.licens.url };
    return [
      json('index.json', 'Innehåll i API:et', {
        ...about,
        kommuner: 'kommuner.json',
        lan: 'lan.json',
        stadsdelar: 'stadsdelar.json',
        omraden: 'omraden.json',
        indikatorer: 'indikatorer.json',
        observationer: indikatorer.map((i) => `observationer/${i.id}.json`),
      }),
      json('kommuner.json', 'Kommuner', { ...about, kommuner: referens.kommuner }),
      json('lan.json', 'Län', { ...about, lan: referens.lan }),
      json('stadsdelar.json', 'Stadsdelar', { ...about, stadsdelar: referens.stadsdelar }),
      json('omraden.json', 'Områden och utgåvor', {
        ...about,
        omraden: omraden.map(({ fil: _, ...omrade }) => omrade),
      }),
      json('indikatorer.json', 'Indikatorer med definitioner', {
        ...about,
        indikatorer: indikatorer.map(({ fil: _, ...indikator }) => indikator),
      }),
      ...indikatorer.map((i) => observations(index, i.id, i.titel)),
    ];
  },
};

function observations(index: CatalogueIndex, id: string, title: string): PublishedFile {
  const all = index.observationsOf(id);
  return json(
    `observationer/${id}.json`,
    title,
    { indikator: id, values: all.map(value) },
    all.some((o) => o.exempel),
  );
}

/** One value as the API shows it; `fordelning` only where there is one. */
export function value(o: Observation) {
  const { kod, niva, ar, kon, varde, saknas, svarande, tillfragade, exempel, fordelning } = o;
  return {
    kod,
    niva,
    ar,
    kon,
    varde,
    saknas,
    svarande,
    tillfragade,
    exempel,
    ...(fordelning ? { fordelning } : {}),
  };
}

function json(name: string, title: string, content: unknown, example = false): PublishedFile {
  return {
    path: `api/v1/${name}`,
    mediaType: 'application/json; charset=utf-8',
    format: 'JSON',
    title,
    description: `${title}.${example ? ' Innehåller exempeldata.' : ''}`,
    opensIn: 'R, Python, webbläsare',
    group: 'api',
    example,
    content: () => encoder.encode(`${JSON.stringify(content)}\n`),
  };
}

import { csvParse } from 'd3-dsv';
import { z } from 'zod';
import { COLLECTIONS, correctedNames, correctionsOf } from '../../content/corrections.ts';
import { allValues } from '../../files/common/absent.ts';
import { plainText } from '../../files/tables/csv-text.ts';
import { tablesOf } from '../../files/tables/index.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { RIKET } from '../../model/kommun.ts';
import { Refusal } from '../../refusal.ts';
import { placeName } from '../../text/places.ts';
import { parsedJson } from '../json.ts';
import type { ReleaseCell, Tables } from './cells.ts';
import { emptyFiles, FIGURE_FILES, figureCells, figureCellsOf } from './collections.ts';

/** The files of a release that a comparison reads, below its folder (`data/v/<version>/`). */
export const RELEASE_TABLES = [
  'release.json',
  'allt/observationer.csv',
  'allt/indikatorer.csv',
  'referens/kommuner.csv',
  'referens/lan.csv',
  'referens/stadsdelar.csv',
  ...FIGURE_FILES,
];

/** The values of a catalogue, as `observationer.csv` would say them. */
export function tablesOfIndex(index: CatalogueIndex): Tables {
  const { release, referens } = index.catalogue;
  const places = [
    RIKET,
    ...[...referens.lan, ...referens.kommuner, ...referens.stadsdelar].map((p) => p.kod),
  ];
  return {
    version: release.version,
    datum: release.datum,
    cells: allValues(index).map(({ indikator, kod, ar, kon, varde, saknas }) => ({
      indikator,
      del: '',
      kod,
      ar: String(ar ?? ''),
      kon,
      varde: String(varde ?? ''),
      saknas: saknas ?? '',
    })),
    figures: figureCellsOf(tablesOf(index)),
    rattelser: correctionsOf(index),
    ...correctedNames(index),
    platser: new Map(places.map((kod) => [kod, placeName(index, kod)])),
  };
}

/**
 * The values of a published release.
 * @param files `RELEASE_TABLES`, those that exist; only the values themselves must
 * @throws with a sentence for the person at the terminal when the values cannot be read
 */
export function tablesOfRelease(files: ReadonlyMap<string, Uint8Array>): Tables {
  const text = (path: string) => {
    const bytes = files.get(path);
    return bytes === undefined ? null : new TextDecoder().decode(bytes);
  };
  const values = text('allt/observationer.csv');
  if (values === null) throw new Refusal('Filen allt/observationer.csv saknas.');
  const release = parsedJson(RELEASE, text('release.json') ?? '{}');
  if (release === null) throw new Refusal('Filen release.json går inte att läsa.');
  const rows = (path: string) => csvParse(text(path) ?? '');
  const kommuner = new Map(rows('referens/kommuner.csv').map((r) => [r.kod ?? '', r.namn ?? '']));
  return {
    version: release.version,
    datum: release.datum,
    cells: cellsOf(values),
    figures: new Map([
      ...emptyFiles(release.indata.map((i) => i.fil)).map((path) => [path, []] as const),
      ...figureCells(text),
    ]),
    rattelser: release.rattelser,
    omraden: new Map([
      ...release.omraden.map((o) => [o.slug, o.titel] as const),
      ...Object.entries(COLLECTIONS),
    ]),
    indikatorer: new Map(
      rows('allt/indikatorer.csv').map((r) => [
        r.indikator ?? '',
        { kortnamn: plainText(r.kortnamn ?? ''), omrade: r.omrade?.split(' ')[0] ?? '' },
      ]),
    ),
    platser: new Map([
      [RIKET, 'Riket'],
      ...rows('referens/lan.csv').map((r) => [r.kod ?? '', r.namn ?? ''] as const),
      ...kommuner,
      ...rows('referens/stadsdelar.csv').map(
        (r) => [r.kod ?? '', `${kommuner.get(r.kommunkod ?? '') ?? ''}, ${r.namn ?? ''}`] as const,
      ),
    ]),
  };
}

/** What a comparison reads of `release.json` (`files/release`). Older versions may lack any of it. */
const RELEASE = z.object({
  version: z.string().default('okänd version'),
  datum: z.string().default(''),
  omraden: z.array(z.object({ slug: z.string(), titel: z.string() })).default([]),
  indata: z.array(z.object({ fil: z.string() })).default([]),
  rattelser: z
    .array(
      z.object({
        omrade: z.string(),
        ar: z.number().nullable(),
        version: z.string(),
        datum: z.string(),
        text: z.string(),
        indikatorer: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

const COLUMNS = ['indikator', 'kod', 'ar', 'kon', 'varde', 'saknas'] as const;

function cellsOf(csv: string): readonly ReleaseCell[] {
  const parsed = csvParse(csv);
  const missing = COLUMNS.filter((name) => !parsed.columns.includes(name));
  if (missing.length > 0)
    throw new Refusal(
      `Filen allt/observationer.csv saknar ${missing.map((m) => `kolumnen ”${m}”`).join(' och ')}.`,
    );
  return parsed.map((row) => ({
    indikator: row.indikator ?? '',
    del: '',
    kod: row.kod ?? '',
    ar: row.ar ?? '',
    kon: row.kon ?? '',
    varde: plainText(row.varde ?? ''),
    saknas: row.saknas ?? '',
  }));
}

import { csvParse } from 'd3-dsv';
import { z } from 'zod';
import { COLLECTIONS, correctedNames, correctionsOf } from '../../content/corrections.ts';
import { allValues } from '../../files/common/absent.ts';
import { plainText } from '../../files/tables/csv-text.ts';
import { tablesOf } from '../../files/tables/index.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { RIKET } from '../../model/kommun.ts';
import { yearKey } from '../../model/observation.ts';
import { beforeFirst, cellIn, type NamedRow } from '../../model/pieces.ts';
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

/** What `observationer.csv` writes of a value or a reason: nothing where there is none. */
const textOf = (value: string | number | null): string => (value === null ? '' : String(value));

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
      ar: yearKey(ar),
      kon,
      varde: textOf(varde),
      saknas: textOf(saknas),
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
  const rows = (path: string): readonly NamedRow[] => {
    const csv = text(path);
    return csv === null ? [] : csvParse(csv);
  };
  const namesIn = (path: string) => rows(path).map((r) => [cellIn(r, 'kod'), cellIn(r, 'namn')] as const);
  const kommuner = new Map(namesIn('referens/kommuner.csv'));
  const stadsdelName = (r: NamedRow) => {
    const [kommun, namn] = [kommuner.get(cellIn(r, 'kommunkod')), cellIn(r, 'namn')];
    return kommun === undefined ? namn : `${kommun}, ${namn}`;
  };
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
        cellIn(r, 'indikator'),
        {
          kortnamn: plainText(cellIn(r, 'kortnamn')),
          omrade: beforeFirst(cellIn(r, 'omrade'), ' '),
        },
      ]),
    ),
    platser: new Map([
      [RIKET, 'Riket'],
      ...namesIn('referens/lan.csv'),
      ...kommuner,
      ...rows('referens/stadsdelar.csv').map((r) => [cellIn(r, 'kod'), stadsdelName(r)] as const),
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
    indikator: cellIn(row, 'indikator'),
    del: '',
    kod: cellIn(row, 'kod'),
    ar: cellIn(row, 'ar'),
    kon: cellIn(row, 'kon'),
    varde: plainText(cellIn(row, 'varde')),
    saknas: cellIn(row, 'saknas'),
  }));
}

import { dsvFormat } from 'd3-dsv';
import { parquetReadObjects } from 'hyparquet';
import { Parser } from 'n3';
import { beforeAll, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { pxText } from '../../src/files/px/encode.ts';
import { plainText } from '../../src/files/tables/csv-text.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { LITET, type Published, publish, publishIndex } from './helpers/catalogue.ts';
import { readPx } from './helpers/px.ts';

/** Sixty characters with everything that a format could stumble over. */
const KOMMUN = 'Åmål "vid älven"; & <östra>, \'norra\' \\ {del} | #1 %20 åäö ÅÄÖ';
const TITLE = '=HYPERLINK("http://x.se";"Öppna") – frågan om "hem"; 100 % ja?';
const KOD = '1080';
const ID = 'N07907';

let site: Published;
beforeAll(async () => {
  const { catalogue } = (await publish(LITET)).index;
  const kommuner = catalogue.referens.kommuner.map((k) => (k.kod === KOD ? { ...k, namn: KOMMUN } : k));
  site = publishIndex(
    indexCatalogue({
      ...catalogue,
      referens: { ...catalogue.referens, kommuner },
      indikatorer: catalogue.indikatorer.map((i) =>
        i.id === ID ? { ...i, titel: TITLE, kortnamn: TITLE } : i,
      ),
    }),
  );
});

it('is a name that is long enough to try the formats', () => {
  expect(KOMMUN.length).toBeGreaterThanOrEqual(60);
  expect(site.index.kommun(KOD)?.namn).toBe(KOMMUN);
});

it('survives CSV, where no text can become a formula', async () => {
  const text = await site.text(`data/indikatorer/${ID.toLowerCase()}.csv`);
  const row = dsvFormat(',')
    .parse(text)
    .find((r) => r.kod === KOD);
  expect(row?.namn).toBe(KOMMUN);
  expect(row?.indikatornamn).toBe(`'${TITLE}`);
  expect(plainText(row?.indikatornamn ?? '')).toBe(TITLE);
});

it('survives Excel, as text and not as a formula', async () => {
  const path = site.paths.find(
    (p) => p.startsWith('data/kommuner/') && p.endsWith('.xlsx') && p.includes('karlskrona'),
  );
  const book = XLSX.read(await site.bytes(path ?? ''));
  const cells = Object.values(book.Sheets.Kommun ?? {}) as { readonly v?: unknown; readonly f?: string }[];
  expect(cells.some((c) => c.v === KOMMUN)).toBe(true);
  expect(cells.some((c) => c.v === TITLE)).toBe(true);
  expect(cells.some((c) => c.f !== undefined)).toBe(false);
});

it('survives Parquet and JSON-stat', async () => {
  const bytes = new Uint8Array(await site.bytes('data/hemloshet/observationer.parquet'));
  const rows = await parquetReadObjects({ file: bytes.buffer });
  expect(rows.find((r) => r.kod === KOD)?.namn).toBe(KOMMUN);
  const stat = await site.json(`data/indikatorer/${ID.toLowerCase()}.jsonstat.json`);
  expect(stat.label).toBe(TITLE);
  expect(stat.dimension.plats.category.label[KOD]).toBe(KOMMUN);
});

it('survives PX in windows-1252, which has no place for double quotes', async () => {
  const { keys } = readPx(await site.bytes(`data/indikatorer/${ID.toLowerCase()}.px`));
  expect(keys.get('DESCRIPTION')).toEqual([pxText(TITLE)]);
  expect(keys.get('VALUES("plats")')).toContain(KOMMUN.replaceAll('"', "'"));
});

it('survives the data package and the catalogue', async () => {
  const titles = new Parser()
    .parse(await site.text('dcat.ttl'))
    .filter((q) => q.predicate.value.endsWith('terms/title'))
    .map((q) => q.object.value);
  expect(titles).toContain(TITLE);
  const api = await site.json('api/v1/kommuner.json');
  expect(api.kommuner.map((k: { namn: string }) => k.namn)).toContain(KOMMUN);
});

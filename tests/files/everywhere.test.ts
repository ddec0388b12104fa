import { dsvFormat } from 'd3-dsv';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { type Published, publish } from './helpers/catalogue.ts';

let site: Published;
beforeAll(async () => {
  site = await publish();
});

/** Which indicators the formats that hold everything have, each as its own reader finds them. */
const READERS: Readonly<Record<string, () => Promise<readonly unknown[]>>> = {
  CSV: async () =>
    dsvFormat(',')
      .parse(await site.text('data/allt/observationer.csv'))
      .map((r) => r.indikator),
  'CSV for Excel': async () =>
    dsvFormat(';')
      .parse(await site.text('data/allt/observationer-excel.csv'))
      .map((r) => r.indikator),
  Parquet: async () => {
    const bytes = new Uint8Array(await site.bytes('data/allt/observationer.parquet'));
    return (await parquetReadObjects({ file: bytes.buffer })).map((r) => r.indikator);
  },
  Excel: async () => {
    const book = XLSX.read(await site.bytes('data/allt/allt.xlsx'));
    return book.SheetNames.flatMap((name) =>
      XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 }).map((row) => row[0]),
    );
  },
  'the API by place': async () => {
    const places = [
      'riket',
      ...site.index.catalogue.referens.lan.map((l) => `lan/${l.kod}`),
      ...site.index.catalogue.referens.kommuner.map((k) => `kommuner/${k.kod}`),
    ];
    const values = [];
    for (const place of places) values.push(...(await site.json(`api/v1/${place}.json`)).values);
    return values.map((v) => v.indikator);
  },
  'the Kolada-shaped API': async () => {
    const kpis = [];
    for (const { id } of site.index.catalogue.indikatorer) {
      const { values } = await site.json(`api/v1/kolada/data/kpi/${id}.json`);
      kpis.push(...values.map((v: { kpi: string }) => v.kpi));
    }
    return kpis;
  },
};

it.each(Object.keys(READERS))('every indicator is in %s, also those without a value', async (name) => {
  const found = new Set(await READERS[name]?.());
  const missing = site.index.catalogue.indikatorer.map((i) => i.id).filter((id) => !found.has(id));
  expect(missing).toEqual([]);
});

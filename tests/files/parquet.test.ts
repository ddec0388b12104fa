import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { beforeAll, expect, it } from 'vitest';
import { type ApiValue, ownSource, type Published, publish } from './helpers/catalogue.ts';

let site: Published;
beforeAll(async () => {
  site = await publish();
});

const bufferOf = async (path: string) => new Uint8Array(await site.bytes(path)).buffer;

const expected = (indikator: string, v: ApiValue) => ({
  indikator,
  kod: v.kod,
  niva: v.niva,
  ar: v.ar,
  kon: v.kon,
  varde: typeof v.varde === 'number' ? v.varde : null,
  svar: typeof v.varde === 'string' ? v.varde : null,
  saknas: v.saknas,
  svarande: v.svarande,
  tillfragade: v.tillfragade,
  exempel: v.exempel,
  // The API says the source of every value; in the files it is the indicator's where this is empty.
  kalla: ownSource(site, indikator, v),
  not: v.not,
});

it.each([
  'hemloshet',
  'ekonomiskt-bistand',
  'allt',
])('Parquet of %s is the API, cell for cell', async (scope) => {
  const rows = await parquetReadObjects({ file: await bufferOf(`data/${scope}/observationer.parquet`) });
  const ids = [...new Set(rows.map((r) => String(r.indikator)))];
  expect(ids.length).toBeGreaterThan(20);
  const values = [];
  for (const id of ids) values.push(...(await site.api(id)).map((v) => expected(id, v)));
  expect(rows.map(({ namn: _, ...row }) => row)).toEqual(values);
  expect(rows.find((r) => r.kod === '2480')?.namn).toBe('Umeå');
});

it('has typed columns, and says who published it, when and with example data', async () => {
  const metadata = await parquetMetadataAsync(await bufferOf('data/allt/observationer.parquet'));
  const types = Object.fromEntries(
    parquetSchema(metadata).children.map(({ element }) => [element.name, element.type]),
  );
  expect(types).toMatchObject({ ar: 'INT32', varde: 'DOUBLE', exempel: 'BOOLEAN', kod: 'BYTE_ARRAY' });
  const facts = Object.fromEntries(metadata.key_value_metadata?.map((p) => [p.key, p.value]) ?? []);
  expect(facts).toMatchObject({
    version: site.index.catalogue.release.version,
    license: site.index.catalogue.release.licens.url,
    exempeldata: site.index.catalogue.observationer.some((o) => o.exempel)
      ? 'ja, se kolumnen exempel'
      : 'nej',
  });
});

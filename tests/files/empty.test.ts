import { dsvFormat } from 'd3-dsv';
import { beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { LITET, type Published, publish, publishIndex } from './helpers/catalogue.ts';
import { readPx } from './helpers/px.ts';

const ID = 'N07907';
const SAYS = 'Inga värden är publicerade för indikatorn.';

let site: Published;
beforeAll(async () => {
  const { catalogue } = (await publish(LITET)).index;
  const observationer = catalogue.observationer.filter((o) => o.indikator !== ID);
  site = publishIndex(indexCatalogue({ ...catalogue, observationer, publicerat: [] }));
});

describe('an indicator without any value has files that say so', () => {
  it('CSV: riket alone, with the reason', async () => {
    const rows = dsvFormat(',').parse(await site.text(`data/indikatorer/${ID.toLowerCase()}.csv`));
    expect([...rows]).toMatchObject([{ kod: '00', ar: '2022', varde: '', saknas: 'uppgift-saknas' }]);
    expect(
      (await site.json(`data/indikatorer/${ID.toLowerCase()}.csv-metadata.json`))['dc:description'],
    ).toContain(SAYS);
  });

  it('JSON-stat and PX: a cell with its reason, and a note', async () => {
    const stat = await site.json(`data/indikatorer/${ID.toLowerCase()}.jsonstat.json`);
    expect(stat.value).toEqual([null]);
    expect(stat.status).toEqual({ 0: 'uppgift-saknas' });
    expect(stat.note).toContain(SAYS);
    const { keys, data } = readPx(await site.bytes(`data/indikatorer/${ID.toLowerCase()}.px`));
    expect(data).toEqual(['..']);
    expect(keys.get('NOTEX')?.[0]).toContain(SAYS);
  });

  it('the API: a value that is null, with sign and words', async () => {
    expect((await site.json(`api/v1/observationer/${ID}.json`)).values).toMatchObject([
      { varde: null, saknas: 'uppgift-saknas', saknasTecken: '..', saknasText: 'Uppgift saknas', not: SAYS },
    ]);
  });

  it('a workbook without values has the definitions and says that there is nothing', async () => {
    const { catalogue } = site.index;
    const none = publishIndex(indexCatalogue({ ...catalogue, observationer: [] }));
    const book = XLSX.read(await none.bytes('data/kommuner/karlskrona.xlsx'));
    expect(book.Sheets.Kommun?.A3?.v).toBe('Inga värden är publicerade.');
    expect(book.Sheets.Indikatorer?.A5?.v).toBe('U30428');
    expect(book.Sheets.Kommun?.A2?.v).toBe('Inga exempeldata i arbetsboken.');
  });
});

import { expect, it } from 'vitest';
import { inventeringSeries } from '../../src/content/inventering/series.ts';
import { shownInCsv } from '../../src/disclosure/audit/csv.ts';
import { shownInJson } from '../../src/disclosure/audit/json.ts';
import { publish } from '../files/helpers/catalogue.ts';

it('the audit reads every row of the published inventories: a renamed column must not hide them from it', async () => {
  const { index, bytes } = await publish();
  const rows = index.catalogue.inventeringar.flatMap((i) => i.rader.filter((r) => r.text === null));
  const shown = shownInCsv(await bytes('data/inventering/inventeringar.csv'), 'inventeringar.csv');
  expect(rows.length).toBeGreaterThan(0);
  expect(shown.filter((s) => s.indikator.startsWith('inventering/') && s.kod !== '')).toHaveLength(
    rows.length,
  );
  const api = await Promise.all(
    inventeringSeries(index).map((s) => bytes(`api/v1/inventering/${s.slug}.json`)),
  );
  const inApi = api.flatMap(shownInJson).map((s) => [s.indikator, s.kod, s.ar, s.kon, s.varde].join());
  expect(inApi.toSorted()).toEqual(
    shown.map((s) => [s.indikator, s.kod, s.ar, s.kon, s.varde].join()).toSorted(),
  );
});

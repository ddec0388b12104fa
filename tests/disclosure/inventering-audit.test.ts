import { expect, it } from 'vitest';
import { shownInCsv } from '../../src/disclosure/audit/csv.ts';
import { publish } from '../files/helpers/catalogue.ts';

it('the audit reads every row of the published inventories: a renamed column must not hide them from it', async () => {
  const { index, bytes } = await publish();
  const rows = index.catalogue.inventeringar.flatMap((i) => i.rader.filter((r) => r.text === null));
  const shown = shownInCsv(await bytes('data/inventering/inventeringar.csv'));
  expect(rows.length).toBeGreaterThan(0);
  expect(shown.filter((s) => s.indikator.startsWith('inventering/') && s.kod !== '')).toHaveLength(
    rows.length,
  );
});

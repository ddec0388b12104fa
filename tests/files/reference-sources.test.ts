import { expect, it } from 'vitest';
import { measuresTable } from '../../src/content/metod/likeness.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { LITET, publish, publishIndex } from './helpers/catalogue.ts';

/** Sums and sizes of other files, which change with what is in them. */
const plain = (text: string) => text.replace(/[0-9a-f]{64}|\d{5,}/g, '#');

const WRITTEN = /\.(json|jsonld|csv|html|svg|xml|txt|md|rdf|ttl|px)$/;

it('day and source of the inhabitants and the groups are said as kallor.json says them, everywhere', async () => {
  const before = await publish(LITET);
  const { catalogue } = before.index;
  const after = publishIndex(
    indexCatalogue({
      ...catalogue,
      referensKallor: {
        folkmangd: { datum: '2031-12-31', kalla: 'Prov via Kolla' },
        kommungrupper: { ar: 2029, kalla: 'XYZ' },
      },
    }),
  );
  const replaced = [
    ['2031-12-31', '2024-12-31'],
    ['31 december 2031', '31 december 2024'],
    ['Prov via Kolla', 'SCB via Kolada'],
    ['XYZ', 'SKR'],
    ['2029', '2023'],
    ['2031', '2024'],
  ] as const;
  const changed: string[] = [];
  const kept: string[] = [];
  for (const path of before.paths.filter((p) => WRITTEN.test(p))) {
    const [old, now] = [await before.text(path), await after.text(path)];
    if (/31 december 2024|SKR 2023/.test(now)) kept.push(path);
    if (old === now) continue;
    changed.push(path);
    expect(plain(replaced.reduce((text, [to, from]) => text.replaceAll(to, from), now))).toBe(plain(old));
  }
  expect(kept).toEqual([]);
  expect(changed).toEqual(
    expect.arrayContaining([
      'api/v1/kommuner.json',
      'data/hemloshet/datapackage.json',
      'api/v1/liknande.json',
    ]),
  );
  const rows = measuresTable(after.index).rows.map((row) => row.map((cell) => cell.text).join(' '));
  expect(rows[0]).toBe('Folkmängd (logaritmerad) Storlek 2031 Prov via Kolla, 31 december 2031');
});

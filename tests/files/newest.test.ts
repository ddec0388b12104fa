import { beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { type ApiValue, type Published, publish } from './helpers/catalogue.ts';

let site: Published;
beforeAll(async () => {
  site = await publish();
});

/** A value with the indicator it belongs to, as a place's file lists them. */
type PlaceValue = ApiValue & { readonly indikator: string };

/** The newest year with an answer for each question, worked out from the file's own list of values. */
function newestYears(values: readonly PlaceValue[], kod: string): ReadonlyMap<string, number> {
  const years = new Map<string, number>();
  for (const v of values)
    if (v.kod === kod && typeof v.varde === 'string' && v.ar !== null)
      years.set(v.indikator, Math.max(years.get(v.indikator) ?? 0, v.ar));
  return years;
}

describe.each(['1440', '2480', '0560'])('the newest answers of %s', (kod) => {
  it('in the API have the newest year in which the kommun answered', async () => {
    const { nyast, values } = await site.json(`api/v1/kommuner/${kod}.json`);
    const years = newestYears(values, kod);
    expect(years.size).toBeGreaterThan(30);
    expect(new Set([...years.values()]).size).toBeGreaterThan(1);
    for (const [id, ar] of years) {
      const rows = nyast.filter((n: { indikator: string }) => n.indikator === id);
      expect([id, rows.map((n: { ar: number }) => n.ar)]).toEqual([id, rows.map(() => ar)]);
      expect(rows.length).toBeGreaterThan(0);
    }
  });

  it('name similar kommuner whose own newest answer is yes in that year', async () => {
    const { nyast } = await site.json(`api/v1/kommuner/${kod}.json`);
    let named = 0;
    for (const row of nyast)
      for (const other of row.liknandeSomSvaradeJa) {
        const { values } = await site.json(`api/v1/kommuner/${other.kod}.json`);
        const years = newestYears(values, other.kod);
        expect(years.get(row.indikator)).toBe(other.ar);
        const at = values.find(
          (v: PlaceValue) => v.indikator === row.indikator && v.ar === other.sedan && v.kod === other.kod,
        );
        expect(at.varde).toMatch(/^(ja|alla)$/);
        named += 1;
      }
    expect(named).toBeGreaterThan(5);
  });

  it('stand first in the workbook of the kommun and of its län, each with its year', async () => {
    const { nyast, kommun } = await site.json(`api/v1/kommuner/${kod}.json`);
    const lan = site.index.lan(kod.slice(0, 2))?.slug;
    for (const path of [`data/kommuner/${kommun.slug}.xlsx`, `data/lan/${lan}.xlsx`]) {
      const book = XLSX.read(await site.bytes(path));
      expect(book.SheetNames[0]).toBe('Nyaste svar');
      const sheet = book.Sheets['Nyaste svar'];
      const rows = sheet ? XLSX.utils.sheet_to_json<Record<string, unknown>>(sheet, { range: 3 }) : [];
      const own = rows.filter((r) => r.Kommun === undefined || r.Kommun === kommun.namn);
      expect(own.map((r) => [r.År, r.Svar])).toEqual(
        nyast.map((n: { ar: number; svar: string }) => [n.ar, n.svar]),
      );
    }
  });
});

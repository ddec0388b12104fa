import { z } from 'zod';
import { type Kommun, Kommunkod, Lanskod, type Referens } from '../../model/kommun.ts';
import { slugOf, uniqueSlugs } from '../../model/slug.ts';
import { Text } from '../csv/records.ts';
import type { Reading } from '../source.ts';
import { Folkmangd, readPopulations } from './folkmangd.ts';
import { readNeighbours, readTiles, readWater } from './karta.ts';
import { byCode, checkCode, rowsOf } from './rows.ts';
import { readStadsdelar } from './stadsdelar.ts';
import { readRetired } from './utgangna.ts';

/** A group's code in `kommungrupper.csv`, whatever SKR calls its groups: `B3`. */
const Gruppkod = z.string().regex(/^[A-ZÅÄÖ]\d{0,2}$/);
export const KommunRad = z.object({
  kommunkod: Kommunkod,
  kommun: Text,
  lanskod: Lanskod,
  kommungrupp: Gruppkod,
  folkmangd: Folkmangd,
});
/** A kommun that only its code and name are known of: enough to judge everything that points to it. */
const KommunNamn = KommunRad.extend({
  lanskod: Lanskod.catch(''),
  kommungrupp: KommunRad.shape.kommungrupp.catch(''),
  folkmangd: KommunRad.shape.folkmangd.catch(0),
});
export const LanRad = z.object({ lanskod: Lanskod, lan: Text, bokstav: z.string().regex(/^[A-ZÅÄÖ]{1,2}$/) });
const LanNamn = LanRad.extend({ bokstav: LanRad.shape.bokstav.catch('') });
export const GruppRad = z.object({ kod: Gruppkod, namn: Text });
/** Reads `referens/`. Rows that cannot be used are reported and left out, so that the rest can be judged. */
export function readReferens(reading: Reading): Referens {
  const lanRows = rowsOf(reading, 'lan.csv', LanRad, {
    column: 'lanskod',
    keyOf: (r) => r.lanskod,
    lenient: LanNamn,
  });
  const lanskoder = new Set(lanRows.map(({ record }) => record.lanskod));
  const groupRows = rowsOf(reading, 'kommungrupper.csv', GruppRad, { column: 'kod', keyOf: (r) => r.kod });
  const groups = new Set(groupRows.map(({ record }) => record.kod));
  const kommuner = readKommuner(reading, lanskoder, groups);
  const kommunkoder = new Set(kommuner.map((k) => k.kod));
  const lanSlugs = uniqueSlugs(lanRows.map(({ record }) => ({ kod: record.lanskod, namn: record.lan })));
  return {
    kommuner,
    lan: lanRows
      .map(({ record: r }) => ({
        kod: r.lanskod,
        namn: r.lan,
        slug: lanSlugs.get(r.lanskod) ?? r.lanskod,
        bokstav: r.bokstav,
      }))
      .sort(byCode),
    kommungrupper: groupRows.map(({ record: r }) => ({ ...r, slug: slugOf(r.namn) })).sort(byCode),
    stadsdelar: readStadsdelar(reading, kommunkoder),
    kommunrutor: readTiles(reading, 'kommunrutor.csv', kommunkoder),
    lanrutor: readTiles(reading, 'lanrutor.csv', lanskoder),
    vattenrutor: readWater(reading),
    grannar: readNeighbours(reading, kommunkoder),
    utgangnaKoder: readRetired(reading, (kod) => (kod.length === 2 ? lanskoder : kommunkoder)),
    folkmangder: readPopulations(reading, kommunkoder),
  };
}

function readKommuner(
  reading: Reading,
  lanskoder: ReadonlySet<string>,
  groups: ReadonlySet<string>,
): readonly Kommun[] {
  const file = 'referens/kommuner.csv';
  const rows = rowsOf(reading, 'kommuner.csv', KommunRad, {
    column: 'kommunkod',
    keyOf: (r) => r.kommunkod,
    lenient: KommunNamn,
  });
  const slugs = uniqueSlugs(rows.map(({ record }) => ({ kod: record.kommunkod, namn: record.kommun })));
  for (const { record: r, line: row } of rows) {
    checkCode(reading, { file, row, column: 'lanskod' }, r.lanskod, lanskoder);
    checkCode(reading, { file, row, column: 'kommungrupp' }, r.kommungrupp, groups);
    if (!r.kommunkod.startsWith(r.lanskod))
      reading.report(
        'referens-lanskod',
        { file, row, column: 'lanskod', value: r.lanskod },
        `${r.kommun} har koden ${r.kommunkod} men länskoden ${r.lanskod}.`,
        `Menade du ”${r.kommunkod.slice(0, 2)}”?`,
      );
  }
  return rows
    .map(({ record: r }) => ({
      kod: r.kommunkod,
      namn: r.kommun,
      slug: slugs.get(r.kommunkod) ?? r.kommunkod,
      lanskod: r.lanskod,
      kommungrupp: r.kommungrupp,
      folkmangd: r.folkmangd,
    }))
    .sort(byCode);
}

import { z } from 'zod';
import { Lanskod, type Referens } from '../../model/kommun.ts';
import { slugOf, uniqueSlugs } from '../../model/slug.ts';
import { Text } from '../csv/records.ts';
import type { Reading } from '../source.ts';
import { readPopulations } from './folkmangd.ts';
import { readNeighbours, readTiles, readWater } from './karta.ts';
import { readKommuner } from './kommuner.ts';
import { byCode, Gruppkod, rowsOf } from './rows.ts';
import { readStadsdelar } from './stadsdelar.ts';
import { readRetired } from './utgangna.ts';

export const LanRad = z.object({ lanskod: Lanskod, lan: Text, bokstav: z.string().regex(/^[A-ZÅÄÖ]{1,2}$/) });
const LanNamn = LanRad.extend({ bokstav: LanRad.shape.bokstav.catch('') });
export const GruppRad = z.object({ kod: Gruppkod, namn: Text });
/**
 * Reads `referens/` as it is on a day (ISO date). Rows that cannot be used are reported and left out, so that the rest can be judged.
 */
export function readReferens(reading: Reading, today: string): Referens {
  const lanRows = rowsOf(reading, 'lan.csv', LanRad, {
    column: 'lanskod',
    keyOf: (r) => r.lanskod,
    lenient: LanNamn,
  });
  const lanskoder = new Set(lanRows.map(({ record }) => record.lanskod));
  const groupRows = rowsOf(reading, 'kommungrupper.csv', GruppRad, { column: 'kod', keyOf: (r) => r.kod });
  const groups = new Set(groupRows.map(({ record }) => record.kod));
  const read = readKommuner(reading, { lanskoder, groups, today });
  const { kommuner } = read;
  const kommunkoder = new Set(kommuner.map((k) => k.kod));
  const everyCode = new Set([...kommuner, ...read.tidigareKommuner].map((k) => k.kod));
  const lanSlugs = uniqueSlugs(lanRows.map(({ record }) => ({ kod: record.lanskod, namn: record.lan })));
  return {
    ...read,
    lan: lanRows
      .map(({ record: r }) => ({
        kod: r.lanskod,
        namn: r.lan,
        slug: lanSlugs.get(r.lanskod) ?? r.lanskod,
        bokstav: r.bokstav,
      }))
      .sort(byCode),
    kommungrupper: groupRows.map(({ record: r }) => ({ ...r, slug: slugOf(r.namn) })).sort(byCode),
    stadsdelar: readStadsdelar(reading, everyCode),
    kommunrutor: readTiles(reading, 'kommunrutor.csv', kommunkoder),
    lanrutor: readTiles(reading, 'lanrutor.csv', lanskoder),
    vattenrutor: readWater(reading),
    grannar: readNeighbours(reading, kommunkoder),
    utgangnaKoder: readRetired(reading, (kod) => (kod.length === 2 ? lanskoder : everyCode)),
    folkmangder: readPopulations(reading, everyCode),
  };
}

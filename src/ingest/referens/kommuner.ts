import { z } from 'zod';
import { type FormerKommun, type Kommun, Kommunkod, Lanskod } from '../../model/kommun.ts';
import { slugOf, uniqueSlugs } from '../../model/slug.ts';
import { OptionalText, Text } from '../csv/records.ts';
import type { Reading } from '../source.ts';
import { Folkmangd } from './folkmangd.ts';
import { byCode, checkCode, Gruppkod, OptionalDate, rowsOf } from './rows.ts';

export const KommunRad = z.object({
  kommunkod: Kommunkod,
  kommun: Text,
  lanskod: Lanskod,
  kommungrupp: Gruppkod,
  folkmangd: Folkmangd,
  giltig_fran: OptionalDate,
  giltig_till: OptionalDate,
  ersatt_av: OptionalText,
});

/** Columns that are needed only when a kommun has changed its name, merged, split or moved. */
export const KOMMUN_OPTIONAL = ['giltig_fran', 'giltig_till', 'ersatt_av'] as const;

/** A kommun that only its code and name are known of: enough to judge everything that points to it. */
const KommunNamn = KommunRad.extend({
  lanskod: Lanskod.catch(''),
  kommungrupp: KommunRad.shape.kommungrupp.catch(''),
  folkmangd: KommunRad.shape.folkmangd.catch(0),
});

type Rad = z.output<typeof KommunRad>;
type Line = { readonly record: Rad; readonly line: number };

/** The days that a row holds from and to, both with it; before and after every day where it does not say. */
const firstDay = (r: Rad): string => r.giltig_fran ?? '0000-01-01';
const lastDay = (r: Rad): string => r.giltig_till ?? '9999-12-31';
const successors = (r: Rad): readonly string[] => r.ersatt_av.split('|').flatMap((kod) => kod.trim() || []);

/** The kommuner of the day of the release, and what was before. */
type KommunRows = {
  readonly kommuner: readonly Kommun[];
  readonly tidigareKommuner: readonly FormerKommun[];
};

/**
 * Reads `referens/kommuner.csv`. A kommun has a row for each name and time that it has had; what comes after `today` is
 * read and judged, and not shown yet.
 */
export function readKommuner(
  reading: Reading,
  {
    lanskoder,
    groups,
    today,
  }: {
    readonly lanskoder: ReadonlySet<string>;
    readonly groups: ReadonlySet<string>;
    readonly today: string;
  },
): KommunRows {
  const rows = rowsOf(reading, 'kommuner.csv', KommunRad, {
    column: 'kommunkod',
    keyOf: (r) => (r.giltig_till === null ? r.kommunkod : `${r.kommunkod} ${r.giltig_till}`),
    lenient: KommunNamn,
    optional: KOMMUN_OPTIONAL,
  });
  const known = new Set(rows.map(({ record }) => record.kommunkod));
  for (const row of rows) checkRow(reading, row, { lanskoder, groups, known });
  checkTimes(reading, rows);
  const isNow = ({ record: r }: Line) => firstDay(r) <= today && today <= lastDay(r);
  const now = rows.filter(isNow);
  const slugs = uniqueSlugs(now.map(({ record }) => ({ kod: record.kommunkod, namn: record.kommun })));
  const taken = new Set(slugs.values());
  const kommun = (r: Rad, slug: string): Kommun => ({
    kod: r.kommunkod,
    namn: r.kommun,
    slug,
    lanskod: r.lanskod,
    kommungrupp: r.kommungrupp,
    folkmangd: r.folkmangd,
    giltigFran: r.giltig_fran,
    giltigTill: r.giltig_till,
    ersattAv: successors(r),
  });
  return {
    kommuner: now.map(({ record: r }) => kommun(r, slugs.get(r.kommunkod) ?? r.kommunkod)).sort(byCode),
    tidigareKommuner: rows
      .flatMap(({ record: r }): readonly FormerKommun[] => {
        if (r.giltig_till === null || r.giltig_till >= today) return [];
        const slug = slugOf(r.kommun);
        const former = kommun(r, taken.has(slug) ? `${slug}-${r.kommunkod}` : slug);
        return [{ ...former, giltigTill: r.giltig_till }];
      })
      .sort(byCode),
  };
}

const FILE = 'referens/kommuner.csv';

type Known = {
  readonly lanskoder: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** Codes of all rows. */
  readonly known: ReadonlySet<string>;
};

function checkRow(
  reading: Reading,
  { record: r, line: row }: Line,
  { lanskoder, groups, known }: Known,
): void {
  const place = (column: string, value: string) => ({ file: FILE, row, column, value });
  // A former kommun may have been in a län or a group that is no more.
  if (r.giltig_till === null) {
    checkCode(reading, { file: FILE, row, column: 'lanskod' }, r.lanskod, lanskoder);
    checkCode(reading, { file: FILE, row, column: 'kommungrupp' }, r.kommungrupp, groups);
  }
  if (!r.kommunkod.startsWith(r.lanskod))
    reading.report(
      'referens-lanskod',
      place('lanskod', r.lanskod),
      `${r.kommun} har koden ${r.kommunkod} men länskoden ${r.lanskod}.`,
      `Menade du ”${r.kommunkod.slice(0, 2)}”?`,
    );
  for (const kod of successors(r)) checkCode(reading, { file: FILE, row, column: 'ersatt_av' }, kod, known);
  if (r.ersatt_av !== '' && r.giltig_till === null)
    reading.report(
      'referens-efterfoljare',
      place('giltig_till', ''),
      `${r.kommun} är ersatt av ${r.ersatt_av}, men raden säger inte till när den fanns.`,
      'Skriv sista dagen i giltig_till.',
    );
  if (r.giltig_till !== null && r.giltig_fran !== null && r.giltig_till < r.giltig_fran)
    reading.report(
      'referens-datum',
      place('giltig_till', r.giltig_till),
      `${r.kommun} slutar gälla ${r.giltig_till}, innan den börjar ${r.giltig_fran}.`,
    );
}

/** Rows of one code must follow each other, and a code that ends must say what came after. */
function checkTimes(reading: Reading, rows: readonly Line[]): void {
  for (const [kod, own] of Map.groupBy(rows, ({ record }) => record.kommunkod)) {
    const inOrder = own.toSorted((a, b) => (lastDay(a.record) < lastDay(b.record) ? -1 : 1));
    inOrder.forEach(({ record: r, line: row }, i) => {
      const next = inOrder[i + 1];
      if (next && firstDay(next.record) <= lastDay(r))
        reading.report(
          'referens-datum',
          { file: FILE, row: next.line, column: 'giltig_fran', value: next.record.giltig_fran },
          `${next.record.kommun} (${kod}) gäller redan på rad ${row}, under en del av samma tid.`,
          `Skriv dagen efter ${r.giltig_till ?? 'den'} i giltig_fran.`,
        );
      else if (!next && r.giltig_till !== null && r.ersatt_av === '')
        reading.report(
          'referens-efterfoljare',
          { file: FILE, row, column: 'giltig_till', value: r.giltig_till },
          `${r.kommun} (${kod}) upphör ${r.giltig_till}, men det står inte vad den blev.`,
          'Skriv koden eller koderna i ersatt_av, med lodstreck emellan.',
        );
    });
  }
}

import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Observation } from '../../model/observation.ts';
import { answeredYears } from '../../statistics/profile.ts';
import type { PublishedFile, Writer } from '../file.ts';
import { csvText } from './cells.ts';
import { LONG_HEADER, longRow } from './rows.ts';

const encoder = new TextEncoder();

/** CSV for machines: UTF-8, decimal point. Semicolon in the long files, comma (RFC 4180) in a year's file. */
export const csvWriter: Writer = {
  name: 'csv',
  files: (index) =>
    index.catalogue.omraden.flatMap((omrade) => {
      const ids = index.indikatorerOf(omrade.slug).map((i) => i.id);
      const all = ids.flatMap((id) => index.observationsOf(id));
      const years = answeredYears(index, omrade.slug).map((ar) => {
        const rows = ids.flatMap((id) => index.observationsOf(id, ar));
        return csvFile(
          index,
          `data/${omrade.slug}/${ar}.csv`,
          omrade.slug,
          `${omrade.titel} ${ar}`,
          rows,
          ',',
        );
      });
      const long = csvFile(
        index,
        `data/${omrade.slug}/observationer.csv`,
        omrade.slug,
        `${omrade.titel}, alla år`,
        all,
        ';',
      );
      return [long, ...years];
    }),
};

function csvFile(
  index: CatalogueIndex,
  path: string,
  group: string,
  title: string,
  rows: readonly Observation[],
  separator: ',' | ';',
): PublishedFile {
  const example = rows.some((o) => o.exempel);
  return {
    path,
    mediaType: 'text/csv; charset=utf-8',
    format: 'CSV',
    title,
    description: `Varje värde på en rad, med skäl när det saknas.${example ? ' Innehåller exempeldata, märkta i kolumnen exempel.' : ''} Version ${index.catalogue.release.version}.`,
    opensIn: 'R, Python, kalkylprogram',
    group,
    example,
    content: () => encoder.encode(csvText([LONG_HEADER, ...rows.map(longRow)], separator)),
  };
}

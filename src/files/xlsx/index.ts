import { answeredYears } from '../../statistics/profile.ts';
import type { PublishedFile, Writer } from '../file.ts';
import { sheetsOf } from './sheets.ts';
import { workbookBytes } from './workbook.ts';

/** An Excel workbook for each area and year. */
export const xlsxWriter: Writer = {
  name: 'xlsx',
  files: (index) =>
    index.catalogue.omraden.flatMap((omrade) =>
      answeredYears(index, omrade.slug).map((ar): PublishedFile => {
        const title = `${omrade.titel} ${ar}`;
        const example = index.edition(omrade.slug, ar)?.exempel ?? false;
        return {
          path: `data/${omrade.slug}/${ar}.xlsx`,
          mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          format: 'Excel',
          title,
          description: `Resultat för riket, län, kommuner och stadsdelar, med definitioner och teckenförklaring.${example ? ' Innehåller exempeldata.' : ''}`,
          opensIn: 'Excel, LibreOffice',
          group: omrade.slug,
          example,
          content: () => workbookBytes(sheetsOf(index, omrade, ar), title, index.catalogue.release.datum),
        };
      }),
    ),
};

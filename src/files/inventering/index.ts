import { loadHighs } from '../../disclosure/highs.ts';
import { hiddenIn } from '../../disclosure/inventering.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Inventering } from '../../model/inventering.ts';
import { EXEMPELKOD } from '../../model/inventering.ts';
import type { PublishedFile, Writer } from '../file.ts';
import { compiledCsv, compiledWorkbook } from './compiled.ts';
import type { ProtectedYear } from './figures.ts';
import { templateCsv, templateWorkbook } from './template.ts';

/** Inventories of one kommun, oldest first, with where they are published. */
export type InventeringSeries = {
  readonly slug: string;
  readonly namn: string;
  readonly exempel: boolean;
  readonly years: readonly Inventering[];
};

/** The inventories that are published, a series a kommun; the example last. */
export function inventeringSeries({ catalogue }: CatalogueIndex): readonly InventeringSeries[] {
  const slugs = new Map(catalogue.referens.kommuner.map((k) => [k.kod, k.slug]));
  const groups = [...Map.groupBy(catalogue.inventeringar, (i) => i.kod)];
  return groups
    .map(([kod, years]) => ({
      slug: kod === EXEMPELKOD ? 'exempel' : (slugs.get(kod) ?? kod),
      namn: years[0]?.namn ?? kod,
      exempel: kod === EXEMPELKOD,
      years,
    }))
    .toSorted((a, b) => Number(a.exempel) - Number(b.exempel));
}

/** A series with what must be hidden in it. */
export async function protectedYears({ years }: InventeringSeries): Promise<readonly ProtectedYear[]> {
  const highs = await loadHighs();
  return years.map((inventering) => ({ inventering, dolda: hiddenIn(highs, inventering) }));
}

const CSV = { mediaType: 'text/csv;charset=utf-8', format: 'CSV', opensIn: 'Excel, LibreOffice' };
const EXCEL = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  format: 'Excel',
  opensIn: 'Excel, LibreOffice',
};
const bytes = (text: string) => new TextEncoder().encode(text);

/** The template of the yearly inventory, and the inventories that kommuner publish here, protected. */
export const inventeringWriter: Writer = {
  name: 'inventering',
  files: (index): readonly PublishedFile[] => {
    const template = {
      title: 'Mall för inventering av insatser för boende',
      description: 'Tom mall att fylla i, med en rad för varje uppgift.',
      group: 'referens',
      example: false,
    };
    return [
      { ...CSV, ...template, path: 'data/inventering/mall.csv', content: () => bytes(templateCsv()) },
      {
        ...EXCEL,
        ...template,
        path: 'data/inventering/mall.xlsx',
        content: () => templateWorkbook(index.catalogue.release),
      },
      ...inventeringSeries(index).flatMap((series): readonly PublishedFile[] => {
        const about = {
          title: `Inventering av insatser för boende: ${series.namn}`,
          description: 'Inventeringens siffror med små tal skyddade. Fri text är inte med.',
          group: 'referens',
          example: series.exempel,
        };
        const path = `data/inventering/${series.slug}`;
        return [
          {
            ...CSV,
            ...about,
            path: `${path}.csv`,
            content: async () => bytes(compiledCsv(await protectedYears(series))),
          },
          {
            ...EXCEL,
            ...about,
            path: `${path}.xlsx`,
            content: async () => compiledWorkbook(await protectedYears(series), index.catalogue.release),
          },
        ];
      }),
    ];
  },
};

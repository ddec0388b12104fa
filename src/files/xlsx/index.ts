import { inventeringSeries } from '../../content/inventering/series.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { answeredYears } from '../../statistics/profile.ts';
import { ALL, exampleSuffix } from '../common/scopes.ts';
import { hasExample, yearHasExample } from '../common/value-facts.ts';
import { zipInNode } from '../common/zip-node.ts';
import type { PublishedFile, Writer } from '../file.ts';
import { rendered } from '../rendering.ts';
import { compiledWorkbook } from './inventering.ts';
import { templateWorkbook } from './inventering-template.ts';
import { allSheets, kommunSheets, lanSheets } from './place.ts';
import { programTemplate } from './program-template.ts';
import type { Sheet } from './sheet.ts';
import { workbookBytes } from './workbook.ts';
import { yearSheets } from './year.ts';

/** Excel workbooks: one for each area and year, each kommun, each län, and one with everything. */
export const xlsxWriter: Writer = {
  name: 'xlsx',
  files: (index) => [
    ...yearBooks(index),
    ...index.catalogue.referens.kommuner.map((k) =>
      workbook(index, {
        path: `data/kommuner/${k.slug}`,
        title: `${k.namn}: alla resultat`,
        description: `Det nyaste svaret på varje fråga först, sedan alla värden för ${k.namn} bredvid länet och riket.`,
        group: 'kommun',
        about: k.kod,
        example: hasExample(index),
        sheets: () => kommunSheets(index, k),
      }),
    ),
    ...index.catalogue.referens.lan.map((l) =>
      workbook(index, {
        path: `data/lan/${l.slug}`,
        title: `${l.namn}: alla resultat`,
        description: `Kommunernas nyaste svar på varje fråga först, sedan alla värden för ${l.namn} och länets kommuner.`,
        group: 'lan',
        about: l.kod,
        example: hasExample(index),
        sheets: () => lanSheets(index, l),
      }),
    ),
    workbook(index, {
      path: `data/${ALL}/${ALL}`,
      title: `${index.catalogue.release.titel}: allt i en arbetsbok`,
      description: 'Alla värden för riket, län, kommuner och stadsdelar, ett på varje rad, med definitioner.',
      group: ALL,
      example: hasExample(index),
      sheets: () => allSheets(index),
    }),
    ...inventeringBooks(index),
  ],
};

/** The form of the yearly inventory, and the inventories that kommuner publish. */
function inventeringBooks(index: CatalogueIndex): readonly PublishedFile[] {
  const common = {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    format: 'Excel',
    opensIn: 'Excel, LibreOffice',
    group: 'referens',
  };
  return [
    {
      ...common,
      path: 'mallar/inventering.xlsx',
      title: 'Mall för inventering av insatser för boende (Excel)',
      description: 'Tom mall att fylla i, med listor att välja ur och anvisningar.',
      example: false,
      content: () => templateWorkbook(index.catalogue.formular, index.catalogue.release, zipInNode),
    },
    {
      ...common,
      path: 'mallar/program.xlsx',
      title: 'Mall för program mot hemlöshet (Excel)',
      description:
        'Tom mall att fylla i: ett blad för programmet och ett för varje tabell, med listor att välja ur.',
      example: false,
      content: () =>
        workbookBytes(
          programTemplate(),
          { title: 'Program mot hemlöshet: mall', subject: 'Mål, indikatorer, strategier och åtgärder' },
          index.catalogue.release,
          zipInNode,
        ),
    },
    ...inventeringSeries(index).map((series) => ({
      ...common,
      path: `data/inventering/${series.slug}.xlsx`,
      title: `Inventering av insatser för boende: ${series.namn}`,
      description: 'Svaren på frågorna och alla siffror, med små tal skyddade. Fri text är inte med.',
      example: series.exempel,
      content: () =>
        compiledWorkbook(series.years, index.catalogue.formular, index.catalogue.release, zipInNode),
    })),
  ];
}

function yearBooks(index: CatalogueIndex): readonly PublishedFile[] {
  return index.catalogue.omraden.flatMap((omrade) =>
    answeredYears(index, omrade.slug).map((ar) =>
      workbook(index, {
        path: `data/${omrade.slug}/${ar}`,
        title: `${omrade.titel} ${ar}`,
        description:
          'Resultat för riket, län, kommuner och stadsdelar, med publicerade nationella siffror, definitioner och teckenförklaring.',
        group: omrade.slug,
        example: yearHasExample(index, index.indikatorerOf(omrade.slug, ar), ar),
        sheets: () => yearSheets(index, omrade, ar),
      }),
    ),
  );
}

type Book = Pick<PublishedFile, 'path' | 'title' | 'description' | 'group' | 'example'> & {
  readonly about?: string;
  readonly sheets: () => readonly Sheet[];
};

function workbook(index: CatalogueIndex, { path, sheets, ...book }: Book): PublishedFile {
  return {
    ...book,
    path: `${path}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    format: 'Excel',
    description: `${book.description}${exampleSuffix(book.example)}`,
    opensIn: 'Excel, LibreOffice',
    ...rendered(() => ({
      as: 'xlsx',
      document: {
        sheets: sheets(),
        facts: { title: book.title, subject: book.description },
        release: index.catalogue.release,
      },
    })),
  };
}

import type { CatalogueIndex } from '../../model/catalogue.ts';
import { perIndex } from '../../model/per-index.ts';
import { ALL, scopesOf } from '../common/scopes.ts';
import { inventeringDataTables } from './inventering.ts';
import { kartlaggningDataTables } from './kartlaggning.ts';
import { programDataTables } from './program.ts';
import {
  COLUMN_TABLE,
  definitionTable,
  placeTables,
  publishedFigureTable,
  sourceTable,
} from './reference.ts';
import type { DataTable } from './table.ts';
import { distributionTable, indicatorTable, longTables, yearTables } from './values.ts';

/** Every table that is published. CSV, CSVW and the data package are three ways to write and describe them. */
export const tablesOf = perIndex((index): readonly DataTable[] => dataTables(index));

/** The same, not remembered: what is read for a table's rows is then read from the index that is given. */
export const dataTables = (index: CatalogueIndex): readonly DataTable[] => [
  ...scopesOf(index).flatMap((scope) => [
    ...longTables(index, scope),
    distributionTable(index, scope),
    definitionTable(scope),
    publishedFigureTable(index, scope),
    ...(scope.slug === ALL ? [] : yearTables(index, scope)),
  ]),
  ...index.catalogue.indikatorer.map((i) => indicatorTable(index, i)),
  ...placeTables(index),
  sourceTable(index),
  COLUMN_TABLE,
  ...kartlaggningDataTables(index),
  ...inventeringDataTables(index),
  ...programDataTables(index),
];

import { perIndex } from '../../model/per-index.ts';
import { ALL, scopesOf } from '../common/scopes.ts';
import { inventeringTables } from './inventering.ts';
import { kartlaggningTables } from './kartlaggning.ts';
import { programTables } from './program.ts';
import { definitionTable, placeTables, publishedTable } from './reference.ts';
import type { Table } from './table.ts';
import { distributionTable, indicatorTable, longTable, yearTables } from './values.ts';

/** Every table that is published. CSV, CSVW and the data package are three ways to write and describe them. */
export const tablesOf = perIndex((index): readonly Table[] => [
  ...scopesOf(index).flatMap((scope) => [
    longTable(index, scope),
    distributionTable(index, scope),
    definitionTable(scope),
    publishedTable(index, scope),
    ...(scope.slug === ALL ? [] : yearTables(index, scope)),
  ]),
  ...index.catalogue.indikatorer.map((i) => indicatorTable(index, i)),
  ...placeTables(index),
  ...kartlaggningTables(index),
  ...inventeringTables(index),
  ...programTables(index),
]);

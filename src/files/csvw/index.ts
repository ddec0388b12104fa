import type { Release } from '../../model/release.ts';
import { jsonBytes } from '../common/bytes.ts';
import type { PublishedFile, Writer } from '../file.ts';
import { dataTables } from '../tables/index.ts';
import type { ColumnType, DataColumn, DataTable, Dialect } from '../tables/table.ts';

/**
 * CSV on the Web: beside each `x.csv` a `x.csv-metadata.json`, the name that readers look for, with the columns' types.
 * W3C, Metadata Vocabulary for Tabular Data, 2015.
 */
export const csvwWriter: Writer = {
  name: 'csvw',
  files: (index) => dataTables(index).map((table) => metadataFile(index.catalogue.release, table)),
};

function metadataFile(release: Release, table: DataTable): PublishedFile {
  const path = `${table.path}${table.dialect.suffix}.csv`;
  return {
    path: `${path}-metadata.json`,
    mediaType: 'application/csvm+json',
    format: 'CSVW',
    title: `${table.title}: kolumnernas typer`,
    description: `Beskriver ${path.split('/').at(-1)} enligt CSV on the Web.`,
    opensIn: 'csvw-verktyg för R, Python och Ruby',
    group: table.group,
    ...(table.about === undefined ? {} : { about: table.about }),
    example: table.example,
    content: () => jsonBytes(metadata(release, table), 1),
  };
}

function metadata(release: Release, table: DataTable) {
  const { dialect } = table;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'sv' }],
    url: `${table.path.split('/').at(-1)}${dialect.suffix}.csv`,
    'dc:title': table.title,
    'dc:description': table.description,
    'dc:publisher': release.organisation.namn,
    'dc:license': { '@id': release.licens.url },
    'dc:issued': release.datum,
    'dc:hasVersion': release.version,
    ...(table.example
      ? {
          'rdfs:comment':
            'Innehåller exempeldata: se kolumnen exempel. De säger inget om någon verklig kommun.',
        }
      : {}),
    dialect: {
      encoding: 'utf-8',
      delimiter: dialect.separator,
      header: true,
      lineTerminators: ['\r\n', '\n'],
    },
    tableSchema: {
      columns: table.columns.map((column) => ({
        name: column.name,
        titles: column.name,
        'dc:description': column.description,
        datatype: datatype(column, dialect),
        ...(column.required ? { required: true } : { null: '' }),
      })),
      ...(table.key.length > 0 ? { primaryKey: table.key } : {}),
    },
  };
}

const BASE: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  year: 'gYear',
  date: 'date',
  // Numbers and answers' words stand in one column: CSVW has no union, so the words decide.
  value: 'string',
};

function datatype(column: DataColumn, dialect: Dialect) {
  const base = BASE[column.type];
  if (column.type === 'boolean') return { base, format: 'ja|nej' };
  if (column.type === 'number' && dialect.decimal === ',') return { base, format: { decimalChar: ',' } };
  const format = column.pattern ?? column.words?.join('|');
  return format === undefined ? base : { base, format };
}

import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import type { Observation } from '../../model/observation.ts';
import type { Release } from '../../model/release.ts';
import { placeName } from '../../text/places.ts';
import { exampleSuffix, observationsIn, scopesOf } from '../common/scopes.ts';
import { factsOfAll } from '../common/value-facts.ts';
import type { PublishedFile, Writer } from '../file.ts';

/**
 * Parquet for each area and for everything. Columns are typed, so a question's word has a column of its own (`svar`)
 * and `varde` holds numbers only.
 */
export const parquetWriter: Writer = {
  name: 'parquet',
  files: (index) =>
    scopesOf(index).map((scope): PublishedFile => {
      const example = factsOfAll(index, scope.indikatorer).exempel;
      return {
        path: `data/${scope.slug}/observationer.parquet`,
        mediaType: 'application/vnd.apache.parquet',
        format: 'Parquet',
        title: `${scope.titel}, alla år`,
        description: `Varje värde på en rad i kolumner med typ: tal i varde, svarens ord i svar.${exampleSuffix(example)}`,
        opensIn: 'R (arrow), Python (pandas, polars), DuckDB',
        group: scope.slug,
        example,
        content: () =>
          new Uint8Array(
            parquetWriteBuffer({
              columnData: columns(observationsIn(index, scope.indikatorer), (kod) => placeName(index, kod)),
              kvMetadata: about(index.catalogue.release, scope.titel, example),
              createdBy: 'oppna-jamforelser',
            }),
          ),
      };
    }),
};

function columns(values: readonly Observation[], nameOf: (kod: string) => string): ColumnSource[] {
  const text = (name: string, of: (o: Observation) => string | null, nullable = false): ColumnSource => ({
    name,
    data: values.map(of),
    type: 'STRING',
    nullable,
  });
  const integer = (name: string, of: (o: Observation) => number | null): ColumnSource => ({
    name,
    data: values.map(of),
    type: 'INT32',
    nullable: true,
  });
  return [
    text('indikator', (o) => o.indikator),
    text('kod', (o) => o.kod),
    text('namn', (o) => nameOf(o.kod)),
    text('niva', (o) => o.niva),
    integer('ar', (o) => o.ar),
    text('kon', (o) => o.kon),
    {
      name: 'varde',
      data: values.map((o) => (typeof o.varde === 'number' ? o.varde : null)),
      type: 'DOUBLE',
      nullable: true,
    },
    text('svar', (o) => (typeof o.varde === 'string' ? o.varde : null), true),
    text('saknas', (o) => o.saknas, true),
    integer('svarande', (o) => o.svarande),
    integer('tillfragade', (o) => o.tillfragade),
    { name: 'exempel', data: values.map((o) => o.exempel), type: 'BOOLEAN', nullable: false },
    text('kalla', (o) => o.kalla, true),
    text('not', (o) => o.not, true),
  ];
}

function about(release: Release, title: string, example: boolean) {
  const facts = {
    title,
    publisher: release.organisation.namn,
    version: release.version,
    issued: release.datum,
    license: release.licens.url,
    exempeldata: example ? 'ja, se kolumnen exempel' : 'nej',
  };
  return Object.entries(facts).map(([key, value]) => ({ key, value }));
}

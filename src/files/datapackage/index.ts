import type { CatalogueIndex } from '../../model/catalogue.ts';
import { afterLast } from '../../model/pieces.ts';
import { jsonBytes } from '../common/bytes.ts';
import { factsOf } from '../common/facts.ts';
import { type DataScope, exampleSuffix, scopesOf } from '../common/scopes.ts';
import type { Collector, PublishedFile } from '../file.ts';
import { tablesOf } from '../tables/index.ts';
import type { ColumnType, DataColumn, DataTable } from '../tables/table.ts';

/** A Frictionless Data Package (v2) beside the CSV files of each area, and of everything. */
export const dataPackageCollector: Collector = {
  name: 'data-package',
  files: (index, written) =>
    scopesOf(index).map((scope): PublishedFile => {
      const resources = resourcesOf(index, scope, written);
      // The places and the inventories that are named beside an area's own tables say nothing of its editions.
      const own = resources.filter((r) => scope.omrade === undefined || r.table.group === scope.slug);
      const example = own.some((r) => r.file.example);
      return {
        path: `data/${scope.slug}/datapackage.json`,
        mediaType: 'application/json; charset=utf-8',
        format: 'Data Package',
        title: `${scope.titel}: beskrivning av CSV-filerna`,
        description: `Filer, kolumner, typer, storlek och kontrollsummor.${exampleSuffix(example)}`,
        opensIn: 'Frictionless för Python och R',
        group: scope.slug,
        example,
        content: async () => jsonBytes(await dataPackage(index, scope, resources), 1),
      };
    }),
};

type Resource = { readonly table: DataTable; readonly file: PublishedFile };

/** The tables of a scope and the places that their codes mean; not the copies for Excel, which say nothing more. */
function resourcesOf(
  index: CatalogueIndex,
  scope: DataScope,
  written: readonly PublishedFile[],
): readonly Resource[] {
  const byPath = new Map(written.map((f) => [f.path, f]));
  return tablesOf(index)
    .filter((t) => (t.group === scope.slug || t.group === 'referens') && !t.dialect.bom)
    .flatMap((table) => {
      const file = byPath.get(`${table.path}${table.dialect.suffix}.csv`);
      return file ? [{ table, file }] : [];
    });
}

async function dataPackage(index: CatalogueIndex, scope: DataScope, resources: readonly Resource[]) {
  const { release } = index.catalogue;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: scope.slug,
    title: scope.titel,
    description: scope.omrade?.ingress ?? release.titel,
    homepage: release.webbplats,
    version: release.version,
    created: `${release.datum}T00:00:00Z`,
    licenses: [{ title: release.licens.namn, path: release.licens.url }],
    contributors: [
      { title: release.organisation.namn, email: release.organisation.epost, roles: ['publisher'] },
    ],
    sources: [...new Set(scope.indikatorer.map((i) => i.kalla))].map((title) => ({ title })),
    resources: await Promise.all(resources.map((r) => resource(release.webbplats, scope, r))),
  };
}

async function resource(site: string, scope: DataScope, { table, file }: Resource) {
  const { dialect } = table;
  const { bytes, sha256 } = await factsOf(file);
  const name = afterLast(file.path, '/');
  const here = table.group === scope.slug;
  return {
    name: name.replace(/\.csv$/, ''),
    type: 'table',
    // A path may neither go up nor start at the root: what lies in another folder is named by its address.
    path: here ? name : `${site}${file.path}`,
    title: table.title,
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    ...(table.example ? { exempel: true } : {}),
    dialect: { delimiter: dialect.separator, lineTerminator: '\r\n' },
    schema: {
      fields: table.columns.map(field),
      missingValues: [''],
      ...(table.key.length > 0 ? { primaryKey: table.key } : {}),
    },
  };
}

const TYPE: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  year: 'year',
  date: 'date',
  value: 'any',
};

function field({ name, type, description, required, pattern, words }: DataColumn) {
  const constraints = {
    ...(required ? { required: true } : {}),
    ...(pattern === undefined ? {} : { pattern }),
    ...(words === undefined ? {} : { enum: words }),
  };
  return {
    name,
    type: TYPE[type],
    description,
    ...(type === 'boolean' ? { trueValues: ['ja'], falseValues: ['nej'] } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

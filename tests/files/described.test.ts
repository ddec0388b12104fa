import { createHash } from 'node:crypto';
import { dsvFormat } from 'd3-dsv';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Published, publish } from './helpers/catalogue.ts';
import { violations } from './helpers/table-schema.ts';

let site: Published;
beforeAll(async () => {
  site = await publish();
});

type PackageField = {
  readonly name: string;
  readonly type: string;
  readonly constraints?: { required?: boolean; pattern?: string; enum?: string[] };
};

describe.each(['hemloshet', 'ekonomiskt-bistand', 'allt'])('the data package of %s', (scope) => {
  it('gives size, hash and columns of files that exist and keep to them', async () => {
    const pack = await site.json(`data/${scope}/datapackage.json`);
    expect(pack.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(pack.name).toMatch(/^[a-z0-9._-]+$/);
    expect(pack.version).toBe(site.index.catalogue.release.version);
    expect(new Set(pack.resources.map((r: { name: string }) => r.name)).size).toBe(pack.resources.length);
    expect(pack.resources.length).toBeGreaterThan(6);
    for (const resource of pack.resources) {
      const { webbplats } = site.index.catalogue.release;
      const path = resource.path.startsWith(webbplats)
        ? resource.path.slice(webbplats.length)
        : `data/${scope}/${resource.path}`;
      const bytes = await site.bytes(path);
      expect([path, resource.bytes]).toEqual([path, bytes.byteLength]);
      expect(resource.hash).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
      const fields = resource.schema.fields.map((f: PackageField) => ({
        name: f.name,
        type: f.type,
        required: f.constraints?.required ?? false,
        pattern: f.constraints?.pattern ?? f.constraints?.enum?.join('|'),
      }));
      const key = resource.schema.primaryKey ?? [];
      const found = violations(await site.text(path), { fields, key, delimiter: resource.dialect.delimiter });
      expect([path, found]).toEqual([path, []]);
    }
  });
});

const CSVW_TYPE: Readonly<Record<string, string>> = { gYear: 'year' };

const examples = (csv: string, delimiter: string) =>
  dsvFormat(delimiter)
    .parse(csv)
    .some((row) => row.exempel === 'ja');

describe('CSVW', () => {
  it('stands beside every CSV file, and the file keeps to it', async () => {
    // The tables behind the pictures are for people: what they show has its own described file.
    const files = site.paths.filter((p) => /^data\/(?!figurer\/).*\.csv$/.test(p));
    expect(files.length).toBeGreaterThan(90);
    for (const path of files) {
      const metadata = await site.json(`${path}-metadata.json`);
      expect(metadata['@context']).toEqual(['http://www.w3.org/ns/csvw', { '@language': 'sv' }]);
      expect(metadata.url).toBe(path.split('/').at(-1));
      const text = await site.text(path);
      const fields = metadata.tableSchema.columns.map(
        (c: { name: string; required?: boolean; datatype: string | { base: string; format?: unknown } }) => {
          const { base, format } = typeof c.datatype === 'string' ? { base: c.datatype } : c.datatype;
          return {
            name: c.name,
            type: CSVW_TYPE[base] ?? base,
            required: c.required ?? false,
            pattern: typeof format === 'string' && base === 'string' ? format : undefined,
          };
        },
      );
      const decimal = path.endsWith('-excel.csv') ? ',' : '.';
      const { primaryKey: key = [] } = metadata.tableSchema;
      const described = { fields, key, delimiter: metadata.dialect.delimiter, decimal };
      expect([path, violations(text, described)]).toEqual([path, []]);
      // A comment exactly where the file holds example data.
      expect([path, 'rdfs:comment' in metadata]).toEqual([path, examples(text, metadata.dialect.delimiter)]);
    }
  });
});

import { z } from 'zod';
import type { Release } from '../../model/release.ts';
import type { Endpoint } from './endpoint.ts';
import { ApiKommun, Indikator, Liknande, PubliceradSiffra, Varde } from './schemas.ts';

/** The OpenAPI 3.1 description, written from the endpoints and the shapes of their answers. */
export function openApi(release: Release, endpoints: readonly Endpoint[]) {
  const { organisation, licens, webbplats } = release;
  return {
    openapi: '3.1.0',
    info: {
      title: `${release.titel}: statiskt API`,
      version: release.version,
      summary: 'Alla värden, definitioner och skäl som JSON-filer med fasta adresser.',
      description:
        'Filerna är statiska: inga nycklar, inga frågor, ingen gräns för hur ofta du hämtar. En del värden är exempeldata och har exempel: true.',
      contact: { name: organisation.namn, email: organisation.epost, url: organisation.webb },
      license: { name: licens.namn, url: licens.url },
    },
    servers: [{ url: `${webbplats}api/v1` }],
    externalDocs: { url: `${webbplats}data/api/`, description: 'Exempel i curl, R, Python och Excel' },
    paths: Object.fromEntries(endpoints.map((e) => [e.path, { get: operation(e) }])),
    components: { schemas: schemasOf(endpoints) },
  };
}

function operation({ path, summary, parameter, schema }: Endpoint) {
  return {
    operationId: path.replace(/\.json$/, '').replace(/\W+(\w)/g, (_, c: string) => c.toUpperCase()),
    summary,
    ...(parameter
      ? { parameters: [{ ...parameter, in: 'path', required: true, schema: { type: 'string' } }] }
      : {}),
    responses: {
      '200': {
        description: summary,
        content: { 'application/json': { schema: { $ref: reference(schema.name) } } },
      },
      ...(parameter ? { '404': { description: 'Det finns ingen sådan fil.' } } : {}),
    },
  };
}

const reference = (name: string) => `#/components/schemas/${name}`;

/** Shapes that several answers share. */
const PARTS: Readonly<Record<string, z.ZodType>> = {
  Varde,
  PubliceradSiffra,
  ApiKommun,
  Liknande,
  Indikator,
};

/** JSON Schema (2020-12, the dialect of OpenAPI 3.1) of every answer. */
function schemasOf(endpoints: readonly Endpoint[]) {
  const registry = z.registry<{ readonly id: string }>();
  for (const [id, type] of Object.entries(PARTS)) registry.add(type, { id });
  for (const { schema } of endpoints) registry.add(schema.type, { id: schema.name });
  const { schemas } = z.toJSONSchema(registry, {
    uri: reference,
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...rest }]) => [name, rest]),
  );
}

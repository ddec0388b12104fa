import { z } from 'zod';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { type Endpoint, pathOf } from './endpoint.ts';
import { ApiKommun, Indikator, Liknande, PubliceradSiffra, Varde } from './schemas.ts';

/** The OpenAPI 3.1 description, written from the endpoints and the shapes of their answers. */
export function openApi(index: CatalogueIndex, endpoints: readonly Endpoint[]) {
  const { release } = index.catalogue;
  const { organisation, licens, webbplats } = release;
  /** A file that exists: what stands for the parameter in it, and its address. Null where the data gives none. */
  const exampleOf = (e: Endpoint): OperationExample | null => {
    const [entry] = e.entries(index);
    if (entry === undefined) return null;
    const { parameter } = entry;
    return {
      ...(parameter === undefined ? {} : { parameter }),
      address: `${webbplats}api/v1${pathOf(e, entry)}`,
    };
  };
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
    // Open to everybody: no keys and no login.
    security: [],
    tags: [
      {
        name: 'listor',
        description: 'Vad värdena handlar om: platser, områden, indikatorer, utgåvor och tecken.',
      },
      { name: 'varden', description: 'Värdena, ordnade efter indikator eller plats.' },
    ],
    externalDocs: { url: `${webbplats}data/api/`, description: 'Exempel i curl, R, Python och Excel' },
    paths: Object.fromEntries(endpoints.map((e) => [e.path, { get: operation(e, exampleOf(e)) }])),
    components: { schemas: schemasOf(endpoints) },
  };
}

type OperationExample = { readonly parameter?: string; readonly address: string };

/** `/kommuner/{kod}.json` → `hamtaKommunerKod`: letters only, so that every code generator takes it. */
const operationId = (path: string): string =>
  `hamta${path
    .replace(/\.json$/, '')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}`;

function operation({ path, summary, parameter, schema }: Endpoint, example: OperationExample | null) {
  return {
    operationId: operationId(path),
    summary,
    description: `${summary}. En fil i UTF-8 som är densamma för alla tills nästa version kommer ut.`,
    tags: [path.includes('{') ? 'varden' : 'listor'],
    ...(parameter
      ? {
          parameters: [
            {
              ...parameter,
              in: 'path',
              required: true,
              schema: { type: 'string' },
              ...(example === null ? {} : { example: example.parameter }),
            },
          ],
        }
      : {}),
    responses: {
      '200': {
        description: summary,
        content: {
          'application/json': {
            schema: { $ref: reference(schema.name) },
            ...(example === null
              ? {}
              : {
                  examples: {
                    publicerad: { summary: 'En fil som finns', externalValue: example.address },
                  },
                }),
          },
        },
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

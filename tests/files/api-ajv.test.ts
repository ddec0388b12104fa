import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { must } from '../../src/model/must.ts';
import { LITET, publish } from './helpers/catalogue.ts';

type Validate = { (data: unknown): boolean; readonly errors: readonly unknown[] | null };
type Ajv = {
  addSchema(schema: unknown, key: string): unknown;
  compile(schema: { readonly $ref: string }): Validate;
};
// The OpenAPI validator brings Ajv: a reader of JSON Schema that has not seen the schemas that the API is written with.
const { default: Ajv2020 } = createRequire(
  createRequire(import.meta.url).resolve('@seriousme/openapi-schema-validator'),
)('ajv/dist/2020.js') as { readonly default: new (options: object) => Ajv };

/** A part of a JSON pointer, in an address. */
const pointed = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

it('every example of the OpenAPI keeps to its published schema, by Ajv', async () => {
  const site = await publish(LITET);
  const description = await site.json('api/v1/openapi.json');
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ ...description, $id: 'openapi' }, 'openapi');
  const { webbplats } = site.index.catalogue.release;
  let read = 0;
  for (const [path, { get }] of Object.entries<{ get: { responses: Record<string, unknown> } }>(
    description.paths,
  )) {
    const address = /"externalValue":"([^"]+)"/.exec(JSON.stringify(get))?.[1];
    if (address === undefined) continue;
    const content = ['paths', path, 'get', 'responses', '200', 'content', 'application/json', 'schema'];
    const validate = ajv.compile({ $ref: `openapi#/${content.map(pointed).join('/')}` });
    const answer = await site.json(must(address.split(webbplats)[1], path));
    validate(answer);
    expect([path, validate.errors]).toEqual([path, null]);
    // What lacks its keys is no answer: else the schema would hold nothing.
    expect([path, validate({})]).toEqual([path, false]);
    read += 1;
  }
  expect(read).toBeGreaterThan(12);
});

import type { z } from 'zod';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { must } from '../../model/must.ts';

/** One file of an endpoint. */
export type EndpointFile<T> = {
  /** What stands in place of the parameter in the path. */
  readonly parameter?: string;
  readonly title: string;
  readonly example?: boolean;
  readonly content: () => T;
};

/** A resource of the API: one file, or one for each value of a parameter. */
export type Endpoint<T = unknown> = {
  /** Below `/api/v1`: `/kommuner/{kod}.json`. */
  readonly path: string;
  readonly summary: string;
  readonly parameter?: { readonly name: string; readonly description: string };
  /** Name and shape of the answer in OpenAPI. */
  readonly schema: { readonly name: string; readonly type: z.ZodType };
  readonly entries: (index: CatalogueIndex) => readonly EndpointFile<T>[];
};

/** An endpoint whose content has the type of its schema. */
export function endpoint<S extends z.ZodType>(
  spec: Omit<Endpoint<z.output<S>>, 'schema'> & {
    readonly schema: { readonly name: string; readonly type: S };
  },
): Endpoint {
  return spec;
}

/** The path of one file: `/kommuner/2480.json`. */
export const pathOf = (
  { path }: Pick<Endpoint, 'path'>,
  entry: Pick<EndpointFile<unknown>, 'parameter'>,
): string => path.replace(/\{\w+\}/, (name) => must(entry.parameter, name));

/** What stands first in every answer. */
export function about({ catalogue: { release } }: CatalogueIndex) {
  return { version: release.version, datum: release.datum, licens: release.licens.url };
}

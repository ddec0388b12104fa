import { allFiles } from '../../../src/files/index.ts';
import type { Absence } from '../../../src/model/absence.ts';
import type { CatalogueIndex } from '../../../src/model/catalogue.ts';
import { loaded } from '../../pipeline/loaded.ts';

/** One value as the API's JSON says it. */
export type ApiValue = {
  readonly kod: string;
  readonly niva: string;
  readonly ar: number | null;
  readonly kon: string;
  readonly varde: string | number | null;
  readonly saknas: Absence | null;
  readonly svarande: number | null;
  readonly tillfragade: number | null;
  readonly exempel: boolean;
  readonly kalla: string;
  readonly not: string | null;
  readonly fordelning?: Readonly<Record<string, number>>;
};

/** A published data folder, read as anybody reads it: by the paths of its files. */
export type Published = {
  readonly index: CatalogueIndex;
  readonly paths: readonly string[];
  readonly bytes: (path: string) => Promise<Uint8Array>;
  readonly text: (path: string) => Promise<string>;
  // biome-ignore lint/suspicious/noExplicitAny: what a file holds is what the test finds out
  readonly json: (path: string) => Promise<any>;
  readonly api: (id: string) => Promise<readonly ApiValue[]>;
};

/** All files of a data folder; `litet` is the small one of the goldens. */
export async function publish(folder = 'data'): Promise<Published> {
  const { index } = await loaded(folder);
  return publishIndex(index);
}

/** All files of a catalogue that a test has made. */
export function publishIndex(index: CatalogueIndex): Published {
  const files = new Map(allFiles(index).map((f) => [f.path, f]));
  const bytes = async (path: string) => {
    const file = files.get(path);
    if (!file) throw new Error(`${path} is not published`);
    return file.content();
  };
  const text = async (path: string) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytes(path));
  const json = async (path: string) => JSON.parse(await text(path));
  const api = async (id: string) => (await json(`api/v1/observationer/${id}.json`)).values;
  return { index, paths: [...files.keys()], bytes, text, json, api };
}

export const LITET = 'tests/fixtures/litet';

/** The source that a value's own row names; null where it is the indicator's. */
export const ownSource = ({ index }: Published, id: string, v: ApiValue): string | null =>
  index.observationsOf(id).find((o) => o.kod === v.kod && o.ar === v.ar && o.kon === v.kon)?.kalla ?? null;

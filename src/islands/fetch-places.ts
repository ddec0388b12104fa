import * as z from 'zod/mini';
import { fetchJson } from './fetch-json.ts';

const text = z.string();
const kommuner = z.object({
  kommuner: z.array(z.object({ kod: text, namn: text, slug: text, lanskod: text })),
});
const lan = z.object({ lan: z.array(z.object({ kod: text, namn: text })) });

/** A kommun as the site's own API has it. */
export type PlaceName = Readonly<z.infer<typeof kommuner>['kommuner'][number]>;

/** Every kommun. @throws when the list cannot be read */
export const fetchKommuner = async (): Promise<readonly PlaceName[]> =>
  (await fetchJson('/api/v1/kommuner.json', (json) => kommuner.parse(json))).kommuner;

/** The names of län by their codes. @throws when the list cannot be read */
export const fetchLan = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await fetchJson('/api/v1/lan.json', (json) => lan.parse(json))).lan.map((l) => [l.kod, l.namn]));

import * as z from 'zod/mini';
import { fetchJson } from './fetch-json.ts';

const text = z.string();
const kommuner = z.object({
  kommuner: z.array(z.object({ kod: text, namn: text, slug: text })),
});

/** A kommun as the site's own API has it. */
export type PlaceName = Readonly<z.infer<typeof kommuner>['kommuner'][number]>;

/** Every kommun. @throws when the list cannot be read */
export const fetchKommuner = async (): Promise<readonly PlaceName[]> =>
  (await fetchJson('/api/v1/kommuner.json', (json) => kommuner.parse(json))).kommuner;

import * as z from 'zod/mini';
import type { SearchNames } from '../../files/search/model.ts';
import { fetchJson } from '../fetch-json.ts';

const text = z.string();
const searchNames: z.ZodMiniType<SearchNames> = z.object({
  namn: z.array(
    z.object({
      namn: text,
      slag: text,
      path: text,
      i: text,
      kod: z.exactOptional(text),
      svar: z.exactOptional(text),
    }),
  ),
  synonymer: z.record(text, z.array(text)),
});

/** Every name that has a page, and the words that mean others. @throws when they cannot be read */
export const fetchSearchNames = (): Promise<SearchNames> =>
  fetchJson('/sok/namn.json', (json) => searchNames.parse(json));

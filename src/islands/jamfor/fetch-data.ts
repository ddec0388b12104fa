import type { CompareData } from '../../compare/data.ts';
import { parseCompareData } from '../../compare/parse.ts';
import { fetchJson } from '../fetch-json.ts';

/** Everything there is to compare, from our own API. @throws when it cannot be read */
export const fetchCompareData = (): Promise<CompareData> =>
  fetchJson('/api/v1/jamfor.json', parseCompareData);

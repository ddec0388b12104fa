import type { CompareData } from '../../files/compare/model.ts';

/** Everything there is to compare, from our own API. @throws when it cannot be read */
export async function compareData(): Promise<CompareData> {
  const response = await fetch('/api/v1/jamfor.json');
  if (!response.ok) throw new Error(`jamfor.json: ${response.status}`);
  return response.json();
}

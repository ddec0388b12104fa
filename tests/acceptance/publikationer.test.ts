import { expect, it } from 'vitest';
import { loaded } from '../pipeline/loaded.ts';

const { index } = await loaded();
const { publikationer, sidor } = index?.catalogue.texter ?? { publikationer: [], sidor: [] };

it('every publication has an address, or says why it has none', () => {
  expect(publikationer.length).toBeGreaterThan(5);
  for (const { titel, url, utanLank } of publikationer)
    expect([titel, url === null ? utanLank !== null : utanLank === null]).toEqual([titel, true]);
});

it('names the six fields of the commission to prevent homelessness, each with where to read on', () => {
  const text = sidor.find((s) => s.slug === 'sex-omraden')?.markdown ?? '';
  const fields = text.split(/^## /m).slice(1);
  expect(fields).toHaveLength(6);
  for (const field of fields) expect(field).toMatch(/\]\(\//);
});

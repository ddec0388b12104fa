import JSONstat from 'jsonstat-toolkit';
import { beforeAll, expect, it } from 'vitest';
import { type ApiValue, type Published, publish } from './helpers/catalogue.ts';

let site: Published;
beforeAll(async () => {
  site = await publish();
});

const path = (id: string) => `data/indikatorer/${id.toLowerCase()}.jsonstat.json`;
const YEAR_UNKNOWN = 'okant';

/** What a cell of the cube must say, from the API's value. */
function expected(matt: string, v: ApiValue): number | string {
  const missing = v.saknas ?? 'ej-tillamplig';
  if (matt === 'varde' || matt === 'andel') return typeof v.varde === 'number' ? v.varde : missing;
  if (matt === 'svarande') return v.svarande ?? v.saknas ?? 'uppgift-saknas';
  if (matt === 'tillfragade') return v.tillfragade ?? v.saknas ?? 'uppgift-saknas';
  if (v.fordelning) return v.fordelning[matt] ?? 0;
  if (typeof v.varde === 'string') return Number(v.varde === matt);
  return v.saknas ?? 'uppgift-saknas';
}

it('every cube is the API, cell for cell', async () => {
  let compared = 0;
  for (const { id } of site.index.catalogue.indikatorer) {
    const cube = JSONstat(await site.json(path(id)));
    expect(cube.class).toBe('dataset');
    const size = cube.size.reduce((a, b) => a * b, 1);
    expect(cube.n).toBe(size);
    const measures = cube.Dimension('matt').id;
    const values = await site.api(id);
    for (const v of values)
      for (const matt of measures) {
        const at = { plats: v.kod, matt, kon: v.kon, ar: v.ar === null ? YEAR_UNKNOWN : String(v.ar) };
        const cell = cube.Data(at);
        expect([id, at, cell.value ?? cell.status]).toEqual([id, at, expected(matt, v)]);
        compared += 1;
      }
    // Cells that no observation stands behind are absent with a reason, never zero and never without a word.
    const { value, status } = await site.json(path(id));
    for (const [i, cell] of value.entries()) if (cell === null) expect(status[i]).toMatch(/^[a-z-]+$/);
  }
  expect(compared).toBeGreaterThan(50_000);
});

it('names time, place and unit as statistical tools expect', async () => {
  const cube = JSONstat(await site.json(path('N07907')));
  expect(cube.role).toMatchObject({ time: ['ar'], geo: ['plats'], metric: ['matt'] });
  expect(cube.Dimension('plats').Category('2480').label).toBe('Umeå');
  expect(cube.Dimension('matt').Category('varde').unit).toEqual({ label: 'procent', decimals: 1 });
  expect(cube.source).toContain('Kolada');
});

it('a collection leads to every indicator of its area', async () => {
  const collection = JSONstat(await site.json('data/hemloshet/indikatorer.jsonstat.json'));
  expect(collection.class).toBe('collection');
  const { webbplats } = site.index.catalogue.release;
  const links = (await site.json('data/hemloshet/indikatorer.jsonstat.json')).link.item;
  expect(links).toHaveLength(site.index.indikatorerOf('hemloshet').length);
  for (const { href } of links) expect(site.paths).toContain(href.slice(webbplats.length));
});

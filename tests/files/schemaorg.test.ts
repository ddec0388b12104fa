import { beforeAll, expect, it } from 'vitest';
import { allFiles } from '../../src/files/index.ts';
import { datasetsByPage, scriptJson } from '../../src/files/schemaorg/dataset.ts';
import { LITET, type Published, publish } from './helpers/catalogue.ts';

let site: Published;
// biome-ignore lint/suspicious/noExplicitAny: what search engines read is what the test finds out
let pages: ReadonlyMap<string, any>;
beforeAll(async () => {
  site = await publish();
  const found = datasetsByPage(site.index, allFiles(site.index));
  pages = new Map([...found].map(([path, set]) => [path, JSON.parse(scriptJson(set))]));
});

it('every indicator, survey and area page is the page of one data set, and /data/ of them all', () => {
  const { indikatorer, omraden } = site.index.catalogue;
  for (const { slug } of indikatorer) expect(pages.has(`indikatorer/${slug}/`)).toBe(true);
  for (const { slug } of omraden) expect(pages.has(`omraden/${slug}/`)).toBe(true);
  expect(pages.has('omraden/hemloshet/2016/')).toBe(true);
  expect(pages.has('data/')).toBe(true);
});

it('says what Google asks for, of files that exist', () => {
  const { webbplats } = site.index.catalogue.release;
  for (const [path, set] of pages) {
    expect(set).toMatchObject({ '@type': 'Dataset', url: webbplats + path, isAccessibleForFree: true });
    expect([path, set.description.length >= 50 && set.description.length <= 5000]).toEqual([path, true]);
    expect(set.license).toMatch(/^http/);
    expect(set.distribution.length).toBeGreaterThan(0);
    for (const { contentUrl } of set.distribution)
      expect(site.paths).toContain(contentUrl.slice(webbplats.length));
  }
  expect(pages.get('omraden/hemloshet/2016/').temporalCoverage).toBe('2016');
  expect(pages.get('omraden/hemloshet/').temporalCoverage).toMatch(/^\d{4}\/\d{4}$/);
});

it('has the addresses of the catalogue for the same things', async () => {
  const small = await publish(LITET);
  const turtle = await small.text('dcat.ttl');
  const sets = [...datasetsByPage(small.index, allFiles(small.index)).values()];
  expect(sets.length).toBeGreaterThan(4);
  for (const set of sets) expect(turtle).toContain(`\n<${set['@id']}>\n`);
});

it('cannot end its element', () => {
  expect(scriptJson({ name: '</script><b>' })).not.toContain('<');
  expect(JSON.parse(scriptJson({ name: '</script>' }))).toEqual({ name: '</script>' });
});

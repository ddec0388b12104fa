import { expect, it } from 'vitest';
import type { ListedFile } from '../../../src/content/data/files.ts';
import { downloadsOf, indicatorDownloads } from '../../../src/content/indikator/downloads.ts';
import { loaded } from '../../pipeline/loaded.ts';

const { index } = await loaded('tests/fixtures/litet');
const { indikatorer } = index.catalogue;

const listed = (path: string): ListedFile => ({
  path,
  format: '',
  title: '',
  mediaType: '',
  description: '',
  opensIn: '',
  group: 'indikator',
  example: false,
});

it('an indicator has its own files where places have values, and the API alone where a figure is published', () => {
  const seen = new Set<string>();
  for (const indicator of indikatorer) {
    const { id } = indicator;
    const low = id.toLowerCase();
    const files = [
      `api/v1/observationer/${id}.json`,
      `data/indikatorer/${low}.csv`,
      `data/indikatorer/${low}9.csv`,
    ];
    const downloads = downloadsOf(index, indicator);
    const values = index.observationsOf(id).some((o) => o.varde !== null);
    expect(downloads, id).toEqual({
      known: values || index.publishedOf(id).length > 0,
      data: values ? files[1] : null,
    });
    const paths = indicatorDownloads(files.map(listed), indicator, downloads).map((f) => f.path);
    expect(paths, id).toEqual(files.slice(0, values ? 2 : 1));
    seen.add(String(values));
  }
  expect(seen.has('true')).toBe(true);
});

import { expect, it } from 'vitest';
import { dataSetRows, type ListedFile } from '../../../src/content/data/files.ts';

const file = (path: string, format: string, title: string): ListedFile => ({
  path,
  format,
  title,
  mediaType: 'text/plain',
  description: '',
  opensIn: '',
  group: 'hemloshet',
  example: path.includes('2016'),
});

const FILES = [
  file('data/h/2016.xlsx', 'Excel', 'Hemlöshet 2016'),
  file('data/h/2016.pptx', 'PowerPoint', 'Hemlöshet 2016: presentation'),
  file('data/h/2016.csv', 'CSV', 'Hemlöshet 2016'),
  file('data/h/2023.csv', 'CSV', 'Hemlöshet 2023'),
  file('data/h/observationer.csv', 'CSV', 'Hemlöshet, alla år'),
  file('data/h/observationer-excel.csv', 'CSV för Excel', 'Hemlöshet, alla år'),
  file('data/h/indikatorer.jsonstat.json', 'JSON-stat', 'Hemlöshet: indikatorernas kuber'),
  file('data/h/datapackage.json', 'Data Package', 'Hemlöshet: beskrivning av CSV-filerna'),
  file('data/h/observationer.csv-metadata.json', 'CSVW', 'Beskrivning'),
  file('dcat.rdf', 'RDF/XML', 'Katalog'),
  file('dcat.ttl', 'Turtle', 'Katalog'),
];

it('is one row for what is the same, newest edition first, and loses no file', () => {
  const rows = dataSetRows(FILES, 'Hemlöshet');
  expect(rows.map((r) => [r.name, [...r.files.keys()]])).toEqual([
    ['2023', ['CSV']],
    ['2016', ['Excel', 'PowerPoint', 'CSV']],
    ['Alla år', ['CSV', 'CSV för Excel', 'JSON-stat']],
    ['Katalog', ['Annat']],
  ]);
  expect(rows.map((r) => r.example)).toEqual([false, true, false, false]);
  // What describes other files stands elsewhere.
  expect(rows.flatMap((r) => [...r.files.values()].flat())).toHaveLength(FILES.length - 2);
});

import { expect, it } from 'vitest';
import {
  dataMatrix,
  dataSetRows,
  fileMatrix,
  fileTable,
  type ListedFile,
} from '../../../src/content/data/files.ts';

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

it('a table has what readers open first, and what describes other files by its bare name', () => {
  const { main, companions } = fileTable(FILES.toReversed());
  expect(main.slice(0, 2).map((f) => f.format)).toEqual(['Excel', 'PowerPoint']);
  expect(main).toHaveLength(FILES.length - 1);
  expect(companions.map((f) => f.name)).toEqual(['observationer.csv-metadata.json']);
});

it('a matrix has a cell for each subject and format, also where there is no file', () => {
  const row = (name: string, formats: readonly string[]) => ({
    name,
    href: `/${name}/`,
    files: FILES.filter((f) => formats.includes(f.format)),
  });
  const { formats, rows } = fileMatrix([row('a', ['Turtle', 'Excel']), row('b', ['CSV'])]);
  expect(formats).toEqual(['Excel', 'Turtle', 'CSV']);
  expect(rows.map((r) => r.cells.map((files) => files.length))).toEqual([
    [1, 1, 0],
    [0, 0, 3],
  ]);
});

it('data sets have the columns that any of them needs, and no group without rows', () => {
  const { groups, formats } = dataMatrix([
    { id: 'h', title: 'Hemlöshet', files: FILES },
    { id: 'tom', title: 'Tomt', files: FILES.filter((f) => f.format === 'CSVW') },
  ]);
  expect(groups.map((g) => [g.id, g.rows.length])).toEqual([['h', 4]]);
  expect(formats).toEqual(['Excel', 'PowerPoint', 'CSV för Excel', 'CSV', 'JSON-stat', 'Annat']);
});

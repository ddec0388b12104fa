import { expect, it } from 'vitest';
import { writersWithout } from '../../../src/pipeline/files/formats.ts';
import { dearFirst, largeFirst } from '../../../src/pipeline/files/write.ts';
import { loaded } from '../loaded.ts';

it('begins with what was large in the build before, and leaves the others in their order', async () => {
  const { index } = await loaded();
  const files = writersWithout([]).flatMap((writer) => writer.files(index));
  const books = files.filter((file) => file.format === 'Excel').slice(3, 5);
  // What needs no process is done at once, however large.
  const table = files.find((file) => file.format === 'CSV');
  const large = new Set([...books, table].map((file) => file?.path));
  const ordered = largeFirst(files, { weightBefore: (path) => (large.has(path) ? 1_000_000 : 1000) });
  expect(ordered).toEqual([...books, ...files.filter((file) => !books.includes(file))]);
  expect(largeFirst(files, { weightBefore: () => 0 })).toEqual(files);
});

it('renders a deck just after the report of the same kommun, and workbooks last', async () => {
  const { index } = await loaded();
  const files = writersWithout([])
    .flatMap((writer) => writer.files(index))
    .filter((file) => file.rendering !== undefined);
  const ordered = dearFirst(files);
  expect(ordered.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
    files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  );
  const reports = ordered.filter((f) => f.format === 'PDF' && f.group === 'kommun');
  expect(reports.length).toBeGreaterThan(5);
  for (const report of reports) {
    const deck = ordered[ordered.indexOf(report) + 1];
    expect([deck?.format, deck?.about]).toEqual(['PowerPoint', report.about]);
  }
  const formats = ordered.map((f) => f.format);
  expect(formats.lastIndexOf('PNG')).toBeLessThan(formats.indexOf('Excel'));
});

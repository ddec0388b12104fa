import { expect, it } from 'vitest';
import { writersWithout } from '../../../src/pipeline/files/formats.ts';
import { dearFirst } from '../../../src/pipeline/files/write.ts';
import { loaded } from '../loaded.ts';

it('renders a deck just after the report of the same kommun, what was large first, and workbooks last', async () => {
  const { index } = await loaded();
  const files = writersWithout([])
    .flatMap((writer) => writer.files(index))
    .filter((file) => file.rendering !== undefined);
  const [book] = files.filter((file) => file.format === 'Excel');
  const ordered = dearFirst(files, { weightBefore: (path) => (path === book?.path ? 1_000_000 : 0) });
  expect(ordered[0]).toBe(book);
  expect(ordered.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
    files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  );
  const reports = ordered.filter((f) => f.format === 'PDF' && f.group === 'kommun');
  expect(reports.length).toBeGreaterThan(5);
  for (const report of reports) {
    const deck = ordered[ordered.indexOf(report) + 1];
    expect([deck?.format, deck?.about]).toEqual(['PowerPoint', report.about]);
  }
  const formats = ordered.slice(1).map((f) => f.format);
  expect(formats.lastIndexOf('PNG')).toBeLessThan(formats.indexOf('Excel'));
});

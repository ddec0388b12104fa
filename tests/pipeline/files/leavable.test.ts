import { describe, expect, it } from 'vitest';
import { leavable, refuseMissing } from '../../../src/pipeline/files/leavable.ts';
import { costLines } from '../../../src/pipeline/files/log.ts';

describe('formats that a publisher can do without', () => {
  it('are named in any letters, with commas; none when none is named', () => {
    expect(leavable(undefined)).toEqual([]);
    expect(leavable('')).toEqual([]);
    expect(leavable(' PDF ,')).toEqual(['pdf']);
  });

  it('are no others: what cannot be left out is named, with those that can', () => {
    expect(() => leavable('pdf,csv')).toThrow(/”csv” kan inte lämnas bort.*pdf/);
    // A name that every object has is no format.
    expect(() => leavable('toString')).toThrow(/kan inte lämnas bort/);
  });

  it('stop a build only when they cannot be made and are not left out', () => {
    const cannot = () => false;
    expect(() => refuseMissing([], cannot)).toThrow(/--utan pdf/);
    expect(() => refuseMissing(['pdf'], cannot)).not.toThrow();
    expect(() => refuseMissing([], () => true)).not.toThrow();
  });
});

it('what each format cost is a line with its files, size, time and largest file', () => {
  const writer = { name: 'xlsx', files: 1200, bytes: 2_500_000, reused: 0, ms: 1540, largest: 90_400 };
  const [made, reused] = costLines({ files: [], ms: 0, writers: [writer, { ...writer, reused: 7 }] });
  for (const part of ['xlsx', '1 200 filer', '2,5 MB', '1,5 s', 'störst 90 kB'])
    expect(made?.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(part);
  expect(made).not.toContain('återanvända');
  expect(reused).toContain('7 återanvända');
});

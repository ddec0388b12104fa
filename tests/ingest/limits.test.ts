import { expect, it } from 'vitest';
import { ingest } from '../../src/ingest/index.ts';
import { BOUNDS } from '../../src/model/limits.ts';
import { ANDEL, ANTAL, append, type Change, ENKAT, folder, replace, textOf, write } from './folder.ts';

const codes = (...change: readonly Change[]) =>
  ingest(folder(...change)).findings.map((f) => [f.code, f.alsoRows.length]);

/** Long enough for a slow machine, far too short for anything that grows with the square. */
const LIMIT = 20_000;

it(
  'reads cells of as many spaces as it takes, and no more',
  () => {
    const most = BOUNDS.file.cell;
    const cell = (length: number) => `${' '.repeat(length - 1)}x`;
    const { findings } = ingest(folder(append(ANTAL, `0114;2021;T;${cell(most)};`)));
    expect(findings.map((f) => f.code)).toEqual(['cell-blanksteg']);
    expect(findings[0]?.value?.length).toBeLessThan(600);
    const many = Array.from({ length: 20 }, (_, i) => `0114;${1990 + i};T;1;;;${cell(most)}`);
    expect(codes(append(ANDEL, ...many)).length).toBe(20);
    expect(codes(append(ANTAL, `0114;2021;T;${cell(10 * most)};`))).toEqual([['cell-lang', 0]]);
  },
  LIMIT,
);

it(
  'reports as many unknown columns as it takes without comparing each with every other',
  () => {
    const names = (count: number) => Array.from({ length: count }, (_, i) => `kolumn${i}`).join(';');
    const found = codes(replace(ENKAT, 'U1;U2', `U1;U2;${names(BOUNDS.file.columns - 10)}`));
    expect(found.filter(([code]) => code === 'rubrik-okand').length).toBe(BOUNDS.file.columns - 10);
    const crowded = codes(replace(ENKAT, 'U1;U2', `U1;U2;${names(100_000)}`));
    expect(crowded.filter(([code]) => String(code).startsWith('rubrik-'))).toEqual([['rubrik-for-manga', 0]]);
  },
  LIMIT,
);

it(
  'keeps what it says of a hundred thousand faulty rows short',
  () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `x${i};2022;T;${i};`);
    const found = codes(append(ANTAL, ...rows));
    expect(found.length).toBe(5001);
    expect(found.at(-1)).toEqual(['kommunkod-okand', 94_999]);
  },
  LIMIT,
);

it('makes one finding of one cause, however many rows it has', () => {
  const trailing = (path: string) => (files: Map<string, string | Uint8Array>) =>
    void files.set(path, textOf(files, path).replaceAll(/(?<!saknas)\n/g, ';\n'));
  expect(codes(trailing(ANTAL))).toEqual([['rad-for-manga-falt', 6]]);
  const english = (files: Map<string, string | Uint8Array>) =>
    void files.set(ANTAL, textOf(files, ANTAL).replaceAll(/;(\d+);$/gm, ';$1,000;'));
  expect(codes(english)).toEqual([['tal-tvetydigt', 4]]);
});

it('is silent about what hangs on a file that cannot be read', () => {
  const text = (path: string) => (files: Map<string, string | Uint8Array>) =>
    void files.set(path, new Uint8Array(Buffer.from(textOf(files, path), 'latin1')));
  expect(codes(text('referens/kommuner.csv'))).toEqual([['kodning-ej-utf8', 0]]);
  expect(codes(write('omraden/prov/indikatorer.json', '[{},]'))).toEqual([['json-syntax', 0]]);
  expect(codes(text(ENKAT))).toEqual([['kodning-ej-utf8', 0]]);
});

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import {
  type FileKind,
  fileKind,
  readableKind,
  unpackedParts,
} from '../../../src/islands/inventering/kinds.ts';
import { Unreadable } from '../../../src/islands/inventering/unreadable.ts';
import { zipBomb } from './files.ts';

const book = () => {
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet([['kommunkod']]), 'Blad');
  return made;
};
const saved = (bookType: 'xls' | 'ods' | 'xlsb' | 'xlsx') =>
  new Uint8Array(write(book(), { type: 'array', bookType }));
const zip = (...names: readonly string[]) => zipSync(Object.fromEntries(names.map((n) => [n, strToU8('x')])));

const KINDS: readonly (readonly [FileKind, Uint8Array])[] = [
  ['xlsx', saved('xlsx')],
  ['xls', saved('xls')],
  ['ods', saved('ods')],
  ['xlsb', saved('xlsb')],
  ['numbers', zip('Index/Document.iwa', 'preview.jpg')],
  ['word', zip('word/document.xml')],
  ['zip', zip('inventering.csv')],
  ['pdf', strToU8('%PDF-1.7')],
  ['bild', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
  ['binar', Uint8Array.of(1, 0, 2, 0)],
  ['csv', strToU8('kommunkod;ar')],
  ['csv', Uint8Array.of(0xff, 0xfe, 107, 0)],
];

describe('what a file is', () => {
  it.each(KINDS)('is seen by its bytes: %s', (kind, bytes) => {
    expect(fileKind(bytes)).toBe(kind);
  });
  it.each(
    KINDS.filter(([kind]) => kind !== 'xlsx' && kind !== 'csv'),
  )('says what to do with %s', (_, bytes) => {
    expect(() => readableKind(bytes)).toThrow(Unreadable);
    expect(() => readableKind(bytes)).toThrow(/^är .*\.$/);
  });
  it('names the formats that a kommun has', () => {
    expect(() => readableKind(saved('xls'))).toThrow(/\.xls\).*Spara som.*\.xlsx/);
    expect(() => readableKind(saved('ods'))).toThrow(/OpenDocument.*\.ods/);
    expect(() => readableKind(zip('Index/Document.iwa'))).toThrow(/Numbers.*Exportera/);
  });
  it('says that a cut file is broken', () => {
    expect(() => fileKind(saved('xlsx').slice(0, 500))).toThrow(/skadad/);
  });
});

describe('what is unpacked', () => {
  it('is only what holds cells', () => {
    const bytes = zip(
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/media/image1.png',
      'xl/vbaProject.bin',
    );
    expect(Object.keys(unpackedParts(bytes))).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  });
  it('is never more than the limit, and nothing is unpacked to find out', () => {
    const bomb = zipBomb(150);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(() => unpackedParts(bomb)).toThrow(/blir 150 MB när den packas upp/);
  });
  it('holds no more than the file says of itself', () => {
    const bytes = zipBomb(20);
    // The sizes in the central directory are lied about: 1000 bytes instead of 20 MB.
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 20e6)
        view.setUint32(at + 24, 1000, true);
    const size = (parts: Record<string, Uint8Array>) =>
      Object.values(parts).reduce((sum, part) => sum + part.length, 0);
    try {
      expect(size(unpackedParts(bytes))).toBeLessThan(2000);
    } catch (error) {
      expect(error).toBeInstanceOf(Unreadable);
    }
  });
});

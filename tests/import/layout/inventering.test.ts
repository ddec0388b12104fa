import { createHash } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { nodeEffects } from '../../../src/effects-node.ts';
import { type DataFolder, openFolder } from '../../../src/import/folder.ts';
import { inventoryFiles } from '../../../src/import/layout/inventering.ts';
import { InlastFil } from '../../../src/model/inlasning.ts';
import { LITET } from '../../files/helpers/catalogue.ts';

const FIL = 'inventering/exempelkommunen.csv';
const batch = {
  kalla: 'Boverket',
  values: [],
  utelamnat: [],
  fraga: ['bme.xlsx'],
  hamtad: '2026-11-25T10:00:00.000Z',
  sha256: 'a'.repeat(64),
  beskrivningar: {},
  noter: [],
};
const answer = { kod: '0000', ar: 2023, uppgift: 'kontrakt-kommun', varde: 12, fil: FIL };

let folder: DataFolder;
beforeAll(async () => {
  folder = openFolder(await nodeEffects().readTree(LITET));
});
const written = (text: string) => {
  const files = new Map(folder.files).set(FIL, new TextEncoder().encode(text));
  return inventoryFiles({ ...folder, files }, batch as never, [answer]);
};

it('adds a row in the columns of the file, and leaves every line that was there', () => {
  const before = 'kommunkod;ar;uppgift;kon;alder;varde;text\n0000;2022;akut-alla;T;alla;58;\n';
  expect(written(before)[0]).toEqual({ path: FIL, text: `${before}0000;2023;kontrakt-kommun;T;alla;12;\n` });
});

it.each([
  [
    'another order and another separator',
    'uppgift,varde,ar,kommunkod\n',
    '\n',
    'kontrakt-kommun,12,2023,0000\n',
  ],
  [
    'line ends of Windows, and a mark before the header',
    '\uFEFFar;kommunkod;varde\r\n',
    '\r\n',
    '2023;0000;12\r\n',
  ],
])('keeps %s', (_, header, newline, row) => {
  expect(written(header)[0]?.text).toBe(`${header.replace(/[\r\n]+$/, '')}${newline}${row}`);
});

it('writes beside the file where its new figures come from, with the hash of what was written', () => {
  const [file, record] = written('kommunkod;ar;uppgift;varde\n');
  const { fil, sha256, inlasningar } = InlastFil.parse(JSON.parse(record?.text ?? ''));
  expect(record?.path).toBe('inventering/exempelkommunen.inlasning.json');
  expect(fil).toBe('exempelkommunen.csv');
  expect(sha256).toBe(
    createHash('sha256')
      .update(file?.text ?? '')
      .digest('hex'),
  );
  expect(inlasningar.at(-1)).toMatchObject({
    kalla: 'Boverket',
    indikatorer: ['kontrakt-kommun'],
    ar: [2023],
  });
});

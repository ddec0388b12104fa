import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { joined, utf8 } from '../../src/files/common/bytes.ts';
import { deflatedInThread, zipInNode, zipInPieces } from '../../src/files/common/zip-node.ts';
import { LITET, publish } from './helpers/catalogue.ts';

it('the zip holds the very files of the site, and a text that names them', async () => {
  const site = await publish(LITET);
  const zip = await JSZip.loadAsync(await site.bytes('data/allt/allt.zip'));
  const names = Object.keys(zip.files).filter((n) => !n.endsWith('/') && n !== 'LAS-MIG.txt');
  expect(names.length).toBeGreaterThan(40);
  const readMe = (await zip.file('LAS-MIG.txt')?.async('string')) ?? '';
  expect(readMe).toContain(site.index.catalogue.release.version);
  expect(readMe).toContain('Exempeldata');
  for (const name of names) {
    const inside = await zip.file(name)?.async('uint8array');
    expect([name, Buffer.compare(inside ?? new Uint8Array(), await site.bytes(name))]).toEqual([name, 0]);
    expect(readMe).toContain(`${name}: `);
  }
  for (const part of ['observationer.csv', 'observationer.parquet', '2016.xlsx', 'datapackage.json'])
    expect(names).toContain(`data/hemloshet/${part}`);
});

it('what was compressed before, in a thread, is what would have been', async () => {
  const parts = [
    { name: 'stor.csv', bytes: utf8('kod;ar;varde\n2480;2016;ja\n'.repeat(20_000)) },
    { name: 'slump.csv', bytes: Uint8Array.from({ length: 400_000 }, (_, i) => (i * i * 31) >> 3) },
    { name: 'tom.txt', bytes: utf8('') },
  ];
  const pieces: Uint8Array[] = [];
  const zip = zipInPieces('2026-11-23', (piece) => pieces.push(piece));
  for (const { name, bytes } of parts) zip.add({ name, deflated: await deflatedInThread(bytes) });
  zip.end();
  expect(joined(pieces)).toEqual(zipInNode(parts, '2026-11-23'));
});

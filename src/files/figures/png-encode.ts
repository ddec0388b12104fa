import { crc32, deflateSync } from 'node:zlib';
import type { Canvas } from './canvas.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A chunk of a PNG: length, name, bytes and their sum. */
export function pngChunk(name: string, bytes: Uint8Array): Buffer {
  const chunk = Buffer.alloc(bytes.length + 12);
  chunk.writeUInt32BE(bytes.length);
  chunk.write(name, 4, 'latin1');
  chunk.set(bytes, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, bytes.length + 8)), bytes.length + 8);
  return chunk;
}

const METRE = 1 / 0.0254;
/** A byte for each point, the number of a colour in the palette (11.2.2). */
const INDEXED = 3;
/** The work that packing may cost: one step more takes twice the time and saves a tenth. */
const LEVEL = 3;

/**
 * A canvas as PNG (its specification, second edition).
 * @param scale points of the file for each point that the picture is wide on a page
 */
export function encodedPng({ width, height, rows, palette }: Canvas, scale: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, INDEXED], 8);
  // Programs that place a picture by its size in inches give it the size of the vector, twice as sharp.
  const size = Buffer.alloc(9);
  const perMetre = Math.round(96 * scale * METRE);
  size.writeUInt32BE(perMetre);
  size.writeUInt32BE(perMetre, 4);
  size[8] = 1;
  const colours = palette.colours.flatMap((colour) => [0, 8, 16].map((bits) => (colour >>> bits) & 0xff));
  return Buffer.concat([
    SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('pHYs', size),
    pngChunk('PLTE', Uint8Array.from(colours)),
    pngChunk('IDAT', deflateSync(rows, { level: LEVEL })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

import { crc32, deflateSync } from 'node:zlib';

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

/** Bytes of a pixel as the renderer gives it, and as it is written: nothing shines through a picture on paper colour. */
const [RGBA, RGB] = [4, 3];
const METRE = 1 / 0.0254;

/** Points as a renderer gives them, row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgba: Uint8Array };

/**
 * Opaque points as PNG (its specification, second edition): eight bits of red, green and blue, rows without a filter.
 * Flat colours are best left as they are: the file is a third smaller than the renderer's own coder makes it, for no more work.
 * @param scale points of the file for each point that the picture is wide on a page
 */
export function encodedPng({ width, height, rgba }: Pixels, scale: number): Uint8Array {
  const rows = new Uint8Array(height * (width * RGB + 1));
  let [to, from] = [0, 0];
  for (let row = 0; row < height; row++) {
    // The byte before each row says that it has no filter.
    to += 1;
    for (let column = 0; column < width; column++) {
      rows[to] = rgba[from] ?? 0;
      rows[to + 1] = rgba[from + 1] ?? 0;
      rows[to + 2] = rgba[from + 2] ?? 0;
      to += RGB;
      from += RGBA;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  // Eight bits, truecolour.
  header.set([8, 2], 8);
  // Programs that place a picture by its size in inches give it the size of the vector, twice as sharp.
  const size = Buffer.alloc(9);
  const perMetre = Math.round(96 * scale * METRE);
  size.writeUInt32BE(perMetre);
  size.writeUInt32BE(perMetre, 4);
  size[8] = 1;
  return Buffer.concat([
    SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('pHYs', size),
    pngChunk('IDAT', deflateSync(rows, { level: 6 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

import { promisify } from 'node:util';
import { crc32, deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib';
import { type ZipInputFile, Zip as ZipStream } from 'fflate';
import { joined } from './bytes.ts';
import { type Deflated, type Zip, type ZipPart, zipTime } from './zip.ts';

/** zlib's own; what is packed already is only wrapped. */
const LEVEL = 6;

const inThread = promisify<Uint8Array, ZlibOptions, Uint8Array>(deflateRaw);

const known = new WeakMap<Uint8Array, Deflated>();

/** Compressed bytes; those of parts that many files share are made once. */
function deflated({ bytes, packed = false }: Omit<ZipPart, 'name'>): Deflated {
  const made = known.get(bytes) ?? {
    size: bytes.length,
    crc: crc32(bytes),
    bytes: new Uint8Array(deflateRawSync(bytes, { level: packed ? 0 : LEVEL })),
  };
  known.set(bytes, made);
  return made;
}

/**
 * What a zip holds of some bytes, compressed in a thread of Node's: the same as in `zipInPieces`. Not for what is packed
 * already, which costs nothing, and which zlib divides in another way in a thread.
 */
export async function deflatedInThread(bytes: Uint8Array): Promise<Deflated> {
  const made = await inThread(bytes, { level: LEVEL });
  return { size: bytes.length, crc: crc32(bytes), bytes: new Uint8Array(made) };
}

/** Deflate, also for what is packed already: an entry that is only stored cannot be read as a stream (APPNOTE 4.4.4). */
const DEFLATE = 8;

/** A part that has been compressed for a zip. */
type DeflatedPart = Pick<ZipPart, 'name'> & { readonly deflated: Deflated };

/** A zip that is given away piece by piece, for one too large for memory. */
export type ZipInPieces = {
  readonly add: (part: ZipPart | DeflatedPart) => void;
  readonly end: () => void;
};

/**
 * By fflate around what Node's zlib has compressed, several times as fast as doing it in JavaScript.
 * @param datum ISO date
 * @param take is given each piece in turn, before `add` and `end` return
 */
export function zipInPieces(datum: string, take: (piece: Uint8Array) => void): ZipInPieces {
  const zip = new ZipStream((error, piece) => {
    if (error) throw error;
    take(piece);
  });
  const mtime = zipTime(datum);
  return {
    add: (part) => {
      const { size, crc, bytes } = 'deflated' in part ? part.deflated : deflated(part);
      const file: ZipInputFile = { filename: part.name, mtime, size, crc, compression: DEFLATE };
      zip.add(file);
      file.ondata?.(null, bytes, true);
    },
    end: () => zip.end(),
  };
}

/** A whole zip, by Node's zlib. */
export const zipInNode: Zip = (parts, datum) => {
  const pieces: Uint8Array[] = [];
  const zip = zipInPieces(datum, (piece) => pieces.push(piece));
  for (const part of parts) zip.add(part);
  zip.end();
  return joined(pieces);
};

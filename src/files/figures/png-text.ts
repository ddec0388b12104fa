import { pngChunk } from './png-encode.ts';

/** The eight bytes that begin every PNG, and IHDR with its length, name and sum: what must come first. */
const SIGNATURE = 8;
const IHDR = 25;

/** Words in a PNG by the keywords of its specification (11.3.3.2): Title, Source, Copyright, Software … */
export type PngTexts = Readonly<Record<string, string>>;

/** An international text chunk (iTXt), not compressed, in no stated language: UTF-8. */
function textChunk(keyword: string, text: string): Buffer {
  return pngChunk(
    'iTXt',
    Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')]),
  );
}

/**
 * A PNG that says what it is, also when it has been sent on without its page.
 * @param png as a renderer wrote it
 * @param texts keywords are Latin letters, at most 79; no text has a NUL
 * @returns the same picture, with a text chunk each after its header
 */
export function withTexts(png: Uint8Array, texts: PngTexts): Uint8Array {
  const head = SIGNATURE + IHDR;
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  return Buffer.concat([png.subarray(0, head), ...chunks, png.subarray(head)]);
}

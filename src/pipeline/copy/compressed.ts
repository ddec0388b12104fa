import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { mediaTypeOf } from '../../serving/media.ts';

/** What is text and large enough to gain by it; other formats are compressed by themselves. */
const GAINS = /^(text\/|application\/(\w+[.+-])*(json|xml)|image\/svg)/;
const SMALLEST = 1024;
/** One step below the best, which takes many times as long for a few per cent. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Whether a file is text, which compressing makes smaller. */
export const gains = (path: string): boolean => GAINS.test(mediaTypeOf(path));

/**
 * A file as servers that support it send it: beside itself with `.br` and `.gz`. The same bytes each time.
 * @returns the other forms by ending; none for a file that would not gain
 */
export function compressedForms(path: string, bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (bytes.length < SMALLEST || !gains(path)) return new Map();
  const forms = [
    ['.br', brotliCompressSync(bytes, BROTLI)],
    ['.gz', gzipSync(bytes, { level: 9 })],
  ] as const;
  return new Map(forms.filter(([, form]) => form.length < bytes.length * 0.95));
}

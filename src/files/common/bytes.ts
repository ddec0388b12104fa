import { createHash } from 'node:crypto';

const encoder = new TextEncoder();

/** Text as UTF-8 bytes, without a byte order mark. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** JSON as bytes. @param indent spaces, for files that people read */
export const jsonBytes = (content: unknown, indent = 0): Uint8Array =>
  utf8(`${JSON.stringify(content, null, indent)}\n`);

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A line of a list of hashes, as `sha256sum -c` reads it: the path is from the folder where the list lies. */
export const sumLine = (sha256: string, path: string): string => `${sha256}  ${path}\n`;

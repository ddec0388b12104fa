const encoder = new TextEncoder();

/** Text as UTF-8 bytes, without a byte order mark. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** Bytes one after the other. Not Node's `Buffer`: a browser makes workbooks too. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1 && pieces[0] !== undefined) return pieces[0];
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** JSON as bytes. @param indent spaces, for files that people read */
export const jsonBytes = (content: unknown, indent = 0): Uint8Array =>
  utf8(`${JSON.stringify(content, null, indent)}\n`);

/** A line of a list of hashes, as `sha256sum -c` reads it: the path is from the folder where the list lies. */
export const sumLine = (sha256: string, path: string): string => `${sha256}  ${path}\n`;

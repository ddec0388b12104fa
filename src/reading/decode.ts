import type { Findings } from './findings.ts';

const HOW_TO_SAVE =
  'Spara om filen som UTF-8. I Excel: Arkiv, Spara som, och välj filtypen ”CSV UTF-8 (kommaavgränsad)”.';

/**
 * Bytes to text. UTF-8 with or without a byte order mark is accepted; anything else is refused, with the byte and
 * line where it shows.
 * @returns null when the file cannot be read; the reason is then among the findings
 */
export function decode(file: string, bytes: Uint8Array, findings: Findings): string | null {
  const refuse = (code: string, row: number | null, value: string | null, message: string) => {
    findings.error(
      { file, row, value },
      { code, rule: 'Filen ska vara text kodad som UTF-8.', message, suggestion: HOW_TO_SAVE },
    );
    return null;
  };
  if (bytes.length === 0 || (bytes.length === 3 && hasBom(bytes))) {
    findings.error(
      { file },
      {
        code: 'tom-fil',
        rule: 'En fil ska ha innehåll.',
        message: 'Filen är tom.',
        suggestion: 'Ta bort filen eller fyll den.',
      },
    );
    return null;
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return refuse('kodning', 1, null, 'Filen är kodad som UTF-16.');
  const at = firstInvalidByte(bytes);
  if (at !== null) {
    const byte = bytes[at] ?? 0;
    const hex = `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    const meant = LATIN1[byte];
    return refuse(
      'kodning',
      lineOf(bytes, at),
      hex,
      `Byte ${at + 1} i filen (${hex}) är inte UTF-8${meant ? `; i Windows-kodning är det ”${meant}”` : ''}.`,
    );
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1)
    return refuse('kodning', lineOf(bytes, nul), '0x00', `Byte ${nul + 1} i filen är ett nolltecken.`);
  return new TextDecoder('utf-8').decode(bytes);
}

const LATIN1: Readonly<Record<number, string>> = {
  229: 'å',
  228: 'ä',
  246: 'ö',
  197: 'Å',
  196: 'Ä',
  214: 'Ö',
  233: 'é',
  252: 'ü',
};

const hasBom = (b: Uint8Array) => b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf;

const lineOf = (bytes: Uint8Array, at: number) => bytes.subarray(0, at).filter((b) => b === 10).length + 1;

/** Position of the first byte that cannot be UTF-8; null when all is well. */
function firstInvalidByte(bytes: Uint8Array): number | null {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return null;
  } catch {
    // Only a broken file pays for finding out where.
  }
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : lead >= 0xe0 && lead < 0xf0
            ? 3
            : lead < 0xf5
              ? 4
              : 0;
    const sequence = bytes.subarray(i, i + length);
    if (length === 0 || lead === 0xc0 || (lead > 0x7f && lead < 0xc2) || !isUtf8(sequence, length)) return i;
    i += length;
  }
  return null;
}

function isUtf8(sequence: Uint8Array, length: number): boolean {
  if (sequence.length < length) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sequence);
    return true;
  } catch {
    return false;
  }
}

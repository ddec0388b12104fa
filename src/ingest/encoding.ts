import { BOUNDS } from '../model/limits.ts';
import type { IngestReport } from './rules.ts';

const SAVE_AS_UTF8 =
  'Öppna filen i Excel, välj Arkiv > Spara som och filtypen ”CSV UTF-8 (kommaavgränsad) (*.csv)”.';

const hex = (byte: number) => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** Line (first = 1) of a byte. A line ends with LF, CRLF or CR. */
function lineOfByte(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i += 1) {
    if (bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a)) line += 1;
  }
  return line;
}

/** How many bytes the UTF-8 character at `i` takes; 0 when none can begin there (RFC 3629, table 3-7 of Unicode). */
function characterLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i] ?? 0;
  const second = bytes[i + 1] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : 4;
  if (first < 0xc2 || first > 0xf4) return 0;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let k = 2; k < length; k += 1) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Index of the first byte that is not UTF-8, or −1. */
function firstInvalidByte(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const length = characterLength(bytes, i);
    if (length === 0 || i + length > bytes.length) return i;
    i += length;
  }
  return -1;
}

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((b, i) => bytes[i] === b);

/** Å, ä, ö … that were saved as UTF-8 and read as Windows-1252 before they were saved again. */
const TWICE_ENCODED = /Ã[¤¥¦¶©…„–]/;

/**
 * The text of a file that should be UTF-8, with or without byte order mark.
 * @returns null when the bytes cannot be read as text; why is then reported
 */
export function decode(file: string, bytes: Uint8Array, report: IngestReport): string | null {
  // Said already, of every file whatever it is (`reportSizes`).
  if (bytes.length > BOUNDS.file.bytes) return null;
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    report(
      'kodning-utf16',
      { file, row: 1, value: hex(bytes[0] ?? 0) },
      'Filen är sparad som UTF-16 (”Unicode-text”).',
      SAVE_AS_UTF8,
    );
    return null;
  }
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    report(
      'fil-ar-excel',
      { file, row: 1 },
      'Filen är en Excelbok, fast namnet säger något annat.',
      SAVE_AS_UTF8,
    );
    return null;
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const place = { file, row: lineOfByte(bytes, nul), value: '0x00' };
    report('kodning-nolltecken', place, `Byte ${nul + 1} i filen är ett nolltecken.`, SAVE_AS_UTF8);
    return null;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    reportInvalidByte(file, bytes, report);
    return null;
  }
  if (reportDamage(file, text, report)) return null;
  reportControls(file, text, report);
  // macOS writes å as a and a ring; every other system, and our reference data, as one letter.
  return APART.test(text) ? text.normalize('NFC') : text;
}

const APART = /[\u0300-\u036f]/;

function reportInvalidByte(file: string, bytes: Uint8Array, report: IngestReport): void {
  const at = firstInvalidByte(bytes);
  const byte = bytes[at] ?? 0;
  const letter = new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
  report(
    'kodning-ej-utf8',
    { file, row: lineOfByte(bytes, at), value: hex(byte) },
    `Byte ${at + 1} i filen är ${hex(byte)}, som inte är UTF-8. I Windows-1252, som Excel ofta sparar i, betyder den ”${letter}”.`,
    SAVE_AS_UTF8,
  );
}

/** Characters that no text has a use for and that XML does not allow: a vertical tab is a soft line break from Word. */
const CONTROLS = /[^\P{Cc}\t\n\r\u0085]|[\ufffe\uffff]/gu;

/** Reports control characters, each line once. */
function reportControls(file: string, text: string, report: IngestReport): void {
  let row = 1;
  let counted = 0;
  let last = 0;
  for (const { index, 0: character } of text.matchAll(CONTROLS)) {
    row += lineBreaks(text.slice(counted, index));
    counted = index;
    if (row === last) continue;
    last = row;
    const place = { file, row, value: codePoint(character) };
    report(
      'tecken-styr',
      place,
      controlMessage(character),
      'Ta bort det, eller skriv ett mellanslag i stället.',
    );
  }
}

/** `U+000B`. */
const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

export const controlMessage = (character: string): string =>
  `Här står ett styrtecken (${codePoint(character)}${character === '\v' ? ', mjuk radbrytning ur Word' : ''}).`;

/** The first control character in a text, or half of a character that is written in two; null when there is none. */
export function controlIn(text: string): string | null {
  const control = text.match(CONTROLS)?.[0];
  return control ?? (text.isWellFormed() ? null : '\uFFFD');
}

/** Signs that an earlier program has already misread the letters. Names would all be wrong, for this one reason. */
function reportDamage(file: string, text: string, report: IngestReport): boolean {
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0) {
    const row = lineOfIndex(text, lost);
    report(
      'kodning-forstord',
      { file, row, value: '\uFFFD' },
      'Här står tecknet � där en bokstav har gått förlorad.',
      'Hämta texten på nytt ur källan.',
    );
  }
  const twice = text.includes('Ã') ? TWICE_ENCODED.exec(text) : null;
  if (twice) {
    const row = lineOfIndex(text, twice.index);
    report(
      'kodning-dubbel',
      { file, row, value: twice[0] },
      `Här står ”${twice[0]}”, som är en svensk bokstav som har tolkats fel.`,
      'Öppna ursprungsfilen igen och välj UTF-8 när du läser in den.',
    );
  }
  return lost >= 0 || twice !== null;
}

/** Line (first = 1) of a character; lines end with LF, CRLF or CR. */
export function lineOfIndex(text: string, index: number): number {
  return 1 + lineBreaks(text.slice(0, index));
}

/** How many line breaks a text holds. */
export function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

import { type UnzipFileInfo, unzipSync } from 'fflate';
import { BOUNDS } from '../../model/limits.ts';
import { Unreadable } from './unreadable.ts';

/** What a file is, by its bytes: endings lie. */
export type FileKind =
  | 'csv'
  | 'xlsx'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'numbers'
  | 'word'
  | 'pdf'
  | 'bild'
  | 'zip'
  | 'binar';

const AS_XLSX = 'Öppna den, välj Spara som och formatet Excel-arbetsbok (.xlsx), och välj den nya filen här.';

const NOT_READ: Readonly<Record<Exclude<FileKind, 'csv' | 'xlsx'>, string>> = {
  xls: `är en äldre Excel-fil (.xls) eller skyddad med lösenord. ${AS_XLSX} Ta bort lösenordet om den har ett.`,
  xlsb: `är en binär Excel-fil (.xlsb). ${AS_XLSX}`,
  ods: `är ett kalkylblad i OpenDocument-format (.ods). ${AS_XLSX}`,
  numbers:
    'är en fil från Numbers. Välj Arkiv, Exportera till och Excel i Numbers, och välj den nya filen här.',
  word: 'är ett Word-dokument. Fyll i mallen i Excel och välj den i stället.',
  pdf: 'är en PDF. Verktyget läser siffror ur Excel och CSV, inte ur en PDF.',
  bild: 'är en bild. Verktyget läser siffror ur Excel och CSV, inte ur bilder.',
  zip: 'är ett zip-arkiv. Packa upp det och välj filen som ligger i.',
  binar: 'är inte en fil som verktyget kan läsa. Fyll i mallen i Excel eller som CSV.',
};

const starts = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** Everything that lies in a zip, without unpacking any of it. @throws Unreadable when it is broken */
function contents(bytes: Uint8Array): readonly UnzipFileInfo[] {
  const files: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter: (file) => {
        files.push(file);
        return false;
      },
    });
  } catch {
    throw new Unreadable('är skadad och går inte att öppna. Spara den på nytt och försök igen.');
  }
  return files;
}

function kindOfZip(bytes: Uint8Array): FileKind {
  const names = new Set(contents(bytes).map((f) => f.name));
  const any = (pattern: RegExp) => [...names].some((name) => pattern.test(name));
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('xl/workbook.bin')) return 'xlsb';
  if (any(/^Index(\/|\.zip$)/)) return 'numbers';
  if (any(/^word\//)) return 'word';
  return names.has('content.xml') && names.has('mimetype') ? 'ods' : 'zip';
}

/** What a file is. @throws Unreadable when it is a zip that cannot be opened */
export function fileKind(bytes: Uint8Array): FileKind {
  if (starts(bytes, 0x50, 0x4b)) return kindOfZip(bytes);
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (
    starts(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    starts(bytes, 0xff, 0xd8, 0xff) ||
    starts(bytes, 0x47, 0x49, 0x46)
  )
    return 'bild';
  // UTF-16 is text with a null in every other byte; the reader of CSV says how it should be saved.
  const utf16 = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);
  return !utf16 && bytes.subarray(0, 1000).includes(0) ? 'binar' : 'csv';
}

/** @throws Unreadable, with what the file is and what to do, when it is neither a workbook nor text */
export function readableKind(bytes: Uint8Array): 'csv' | 'xlsx' {
  const kind = fileKind(bytes);
  if (kind !== 'csv' && kind !== 'xlsx') throw new Unreadable(NOT_READ[kind]);
  return kind;
}

/** The parts of a workbook that its cells hang on; pictures, macros and printers' settings are never unpacked. */
const NEEDED = /\.(xml|rels)$/i;

/**
 * Unpacks what holds the cells of a workbook. Memory is bounded by the sizes that the file itself declares: what comes
 * to more than it says is cut, and no longer valid.
 * @throws Unreadable when that is more than the tool reads, or broken
 */
export function unpackedParts(bytes: Uint8Array): Record<string, Uint8Array> {
  const needed = contents(bytes).filter((f) => NEEDED.test(f.name));
  const size = needed.reduce((sum, f) => sum + f.originalSize, 0);
  if (size > BOUNDS.inventory.unpacked)
    throw new Unreadable(
      `blir ${Math.round(size / 1e6)} MB när den packas upp, och verktyget läser högst ${BOUNDS.inventory.unpacked / 1e6} MB. Kopiera siffrorna till en ny mall.`,
    );
  try {
    return unzipSync(bytes, { filter: (file) => NEEDED.test(file.name) });
  } catch {
    throw new Unreadable('är skadad och går inte att öppna. Spara den på nytt och försök igen.');
  }
}

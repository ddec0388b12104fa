import { deflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { passagesInPdf } from '../../src/disclosure/audit/pdf.ts';
import { glancedText } from '../../src/disclosure/audit/pdf-glance.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { allFiles } from '../../src/files/index.ts';
import { canMakePdf } from '../../src/files/typst/compiler.ts';
import { must } from '../../src/model/must.ts';
import { load } from '../../src/pipeline/load.ts';

// A glance may only tell what a document does not name. What it reads is held against somebody else's reader, and what
// it does not follow must be read by that.

async function wholeText(pdf: Uint8Array): Promise<string> {
  const doc = await getDocumentProxy(new Uint8Array(pdf));
  const pages: string[] = [];
  for (let n = 1; n <= doc.numPages; n += 1) {
    const { items } = await (await doc.getPage(n)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await doc.loadingTask.destroy();
  return pages.join('');
}
const bare = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

it.skipIf(!canMakePdf())(
  'reads in each of our documents the letters that a whole reader does',
  async () => {
    const { index } = await load('tests/fixtures/litet', nodeEffects());
    const pdfs = allFiles(must(index, 'a catalogue')).filter((f) => f.path.endsWith('.pdf'));
    expect(pdfs.map((f) => f.path)).toContain('data/anvandarguide.pdf');
    for (const { path, content } of pdfs) {
      const bytes = await content();
      const [glanced = ''] = must(glancedText(bytes), `text of ${path} at a glance`).split('\n');
      expect(bare(glanced), path).toBe(bare(await wholeText(bytes)));
    }
  },
  120_000,
);

/** What a document is made of, as it may be made in other ways. */
type Parts = {
  readonly page: string;
  readonly objects: readonly string[];
  readonly letters: string;
  readonly rows: string;
};
const LETTERS = ['H', 'e', 'm', 'l', 'ö', 's', 'a', ' ', 'ft'];
const hex = (n: number) => n.toString(16).toUpperCase().padStart(4, '0');
const meaning = (letter: string) => [...letter].map((sign) => hex(must(sign.codePointAt(0), sign))).join('');
const PLAIN: Parts = {
  page: 'BT\n0 Tr\n/f0 10 Tf\n1 0 0 1 20 20 Tm\n[(\\000\\001\\000\\002) 14 (\\0\\3\\000\\004\\000\\005)] TJ\n(\\000\\006) Tj\nET',
  objects: [],
  letters: LETTERS.map((letter, i) => `<${hex(i + 1)}> <${meaning(letter)}>\n`).join(''),
  rows: '',
};
const stream = (content: string, values = '') =>
  `<<\n  /Length ${content.length}\n${values}>>\nstream\n${content}\nendstream`;

/** A document of one page, as Typst writes them. */
function pdfOf(changed: Partial<Parts> = {}, change = (pdf: string) => pdf): Uint8Array {
  const { page, objects, letters, rows } = { ...PLAIN, ...changed };
  const cmap = `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${letters.split('\n').length - 1} beginbfchar\n${letters}endbfchar\n${rows}endcmap\nend\nend`;
  const all = [
    '<<\n  /Type /Catalog\n  /Pages 2 0 R\n>>',
    '<<\n  /Type /Pages\n  /Count 1\n  /Kids [3 0 R]\n>>',
    '<<\n  /Type /Page\n  /Resources <<\n    /Font <<\n      /f0 5 0 R\n    >>\n  >>\n  /MediaBox [0 0 200 200]\n  /Parent 2 0 R\n  /Contents 4 0 R\n>>',
    stream(page),
    '<<\n  /Type /Font\n  /Subtype /Type0\n  /BaseFont /A\n  /Encoding /Identity-H\n  /DescendantFonts [6 0 R]\n  /ToUnicode 7 0 R\n>>',
    '<<\n  /Type /Font\n  /Subtype /CIDFontType2\n  /BaseFont /A\n  /CIDSystemInfo <<\n    /Registry (Adobe)\n    /Ordering (Identity)\n    /Supplement 0\n  >>\n  /FontDescriptor 8 0 R\n  /DW 500\n>>',
    stream(cmap),
    '<<\n  /Type /FontDescriptor\n  /FontName /A\n  /Flags 4\n  /FontBBox [0 0 500 500]\n  /ItalicAngle 0\n  /Ascent 500\n  /Descent 0\n  /CapHeight 500\n  /StemV 80\n>>',
    ...objects,
  ];
  let pdf = '%PDF-1.7\n%\x80\x80\x80\x80\n\n';
  const places = all.map((object, i) => {
    const at = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n\n`;
    return `${String(at).padStart(10, '0')} 00000 n\r\n`;
  });
  const size = all.length + 1;
  pdf += `xref\n0 ${size}\n0000000000 65535 f\r\n${places.join('')}trailer\n<<\n  /Size ${size}\n  /Root 1 0 R\n>>\nstartxref\n${pdf.length}\n%%EOF`;
  return new Uint8Array(Buffer.from(change(pdf), 'latin1'));
}

describe('a plain document', () => {
  it('is read at a glance', async () => {
    expect(glancedText(pdfOf())).toBe('Hemlös');
    expect(await wholeText(pdfOf())).toBe('Hemlös');
  });

  it.each([
    ['escaped and paired signs', '[(\\000\\001(\\001)\\001) 3 (\\(\\003\\0\\\n\\10)] TJ'],
    ['a part in another language', '/Span <<\n  /Lang (sv-SE)\n>> BDC\n(\\000\\001) Tj\nEMC'],
    ['a letter of two signs', '(\\000\\001\\000\\t) Tj'],
    ['what a text stands for', '/Span <<\n  /ActualText <FEFF00A0>\n>> BDC\n(\\000\\010) Tj\nEMC'],
  ])('has %s, and says what a whole reader finds in it', async (_, shown) => {
    const letters = `${PLAIN.letters}<2801> <0078>\n<2803> <0079>\n<2901> <0077>\n`;
    const pdf = pdfOf({ page: `BT\n/f0 10 Tf\n1 0 0 1 9 9 Tm\n${shown}\nET`, letters });
    expect(bare(must(glancedText(pdf), 'text'))).toBe(bare(await wholeText(pdf)));
  });

  it('has a sign that is two letters, which a reader takes apart', () => {
    const pdf = pdfOf({ letters: PLAIN.letters.replace('<0006> <0073>', '<0006> <FB05>') });
    expect(glancedText(pdf)).toBe('Hemlö\ufb05\nHemlöst');
  });
});

const packed = Buffer.from(deflateSync(PLAIN.page)).toString('latin1');
describe('what is not followed to the end is left to the whole reader', () => {
  it.each([
    ['texts in figures', pdfOf({ page: PLAIN.page.replace('(\\000\\006)', '<0006>') })],
    ['a remark, in which a text may seem to stand', pdfOf({ page: `% (\n${PLAIN.page}` })],
    [
      'words that no page shows',
      pdfOf({ page: PLAIN.page.replace('(\\000\\006)', '/Span <</Alt (\\000\\006)>> BDC (\\000\\006)') }),
    ],
    ['a font from before', pdfOf({ page: PLAIN.page.replace('BT\n0 Tr\n/f0 10 Tf', '/f0 10 Tf\nBT') })],
    [
      'an object written over by a later one',
      pdfOf({}, (pdf) => `${pdf}\n4 0 obj\n${stream(PLAIN.page)}\nendobj\n`),
    ],
    ['something between objects', pdfOf({}, (pdf) => pdf.replace('endobj\n\n5 0', 'endobj\n\n%\n5 0'))],
    ['a part of a page', pdfOf({ objects: [stream('', '  /Type /XObject\n  /Subtype /Form\n')] })],
    ['objects in objects', pdfOf({ objects: [stream('', '  /Type /ObjStm\n')] })],
    ['a font of a graphic state', pdfOf({ objects: ['<<\n  /Type /ExtGState\n  /Font [5 0 R 10]\n>>'] })],
    ['a name by numbers', pdfOf({ objects: ['<<\n  /Subtype /F#6Frm\n>>'] })],
    ['a page that no list names', pdfOf({ objects: ['<<\n  /Type /Page\n  /Parent 2 0 R\n>>'] })],
    ['letters in rows', pdfOf({ rows: '1 beginbfrange\n<0020> <0021> <0041>\nendbfrange\n' })],
    ['a letter without a meaning', pdfOf({ page: PLAIN.page.replace('\\000\\006', '\\000\\060') })],
    ['half a letter', pdfOf({ page: PLAIN.page.replace('(\\000\\006)', '(\\000\\006\\000)') })],
  ])('%s', async (_, pdf) => {
    expect(glancedText(pdf)).toBeNull();
    expect(await wholeText(pdf)).toContain('Hemlö');
    expect(await passagesInPdf(pdf, [{ om: 'Hemlö', plats: null }])).not.toEqual([]);
  });

  it.each([
    ['another packing', '/ASCIIHexDecode'],
    ['two packings', '[/FlateDecode /ASCIIHexDecode]'],
  ])('%s', (_, filter) => {
    const page = (as: string) =>
      pdfOf({}, (pdf) => pdf.replace(stream(PLAIN.page), stream(packed, `  /Filter ${as}\n`)));
    expect(glancedText(page('/FlateDecode'))).toBe('Hemlös');
    expect(glancedText(page(filter))).toBeNull();
  });

  it('a file that is cut off, or no PDF', () => {
    const whole = pdfOf();
    for (const part of [0, 9, whole.length / 2, whole.length - 6])
      expect(glancedText(whole.subarray(0, part))).toBeNull();
  });
});

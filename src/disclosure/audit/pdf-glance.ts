import { inflateSync } from 'node:zlib';
import { must } from '../../model/must.ts';

/** An object of a PDF: its values as they are written, without words, and its stream, unpacked. */
type PdfObject = { readonly values: string; readonly stream: () => string };
type PdfObjects = ReadonlyMap<string, PdfObject>;
/** What the codes of a font mean, by number. */
type Letters = readonly (string | undefined)[];

/**
 * All that the pages of a plain PDF say, as one text without regard to where it stands: in a few milliseconds, where a
 * whole reader takes ten times as many. It tells what a document does not name, and never what it says of something.
 * @returns null for a document with anything in it that this does not follow to the end: another structure than a list of
 *   objects, another packing, letters that are not in the page's own stream, a code without a meaning
 */
export function glancedText(content: Uint8Array): string | null {
  try {
    const text = textOf(objectsIn(Buffer.from(content).toString('latin1')));
    const apart = text.normalize('NFKC');
    // A sign may be several letters, and a reader may take it apart.
    return apart === text ? text : `${text}\n${apart}`;
  } catch {
    // Whatever it was, the whole reader says it.
    return null;
  }
}

function mustBe(is: boolean, what: string): void {
  if (!is) throw new Error(what);
}
/** What a pattern has in parentheses, found exactly once. */
function onlyIn(text: string, pattern: RegExp): string {
  const [found, second] = text.matchAll(pattern);
  mustBe(second === undefined, `one ${pattern}`);
  return must(found?.[1], String(pattern));
}

const HEAD = /%PDF-1\.\d\n%[^\r\n]*\n\n/y;
const OBJECT = /(\d+) 0 obj\n/y;
/** After the objects only their places, once: no list stands before it, and no object is written over by a later one. */
const END =
  /xref\n0 \d+\n(?:\d{10} \d{5} [nf]\r\n)+trailer\n<<(?:(?!\/Prev|\/XRefStm|\/Encrypt)[^%])*\nstartxref\n\d+\n%%EOF\s*$/y;
const [CLOSED, STREAM, STREAM_CLOSED] = ['\nendobj\n\n', '\nstream\n', '\nendstream\nendobj\n\n'];
/**
 * Objects in objects, secrets, packings with settings, parts of pages, fonts of a graphic state, and names that are
 * written by numbers.
 */
const BEYOND = /\/(?:ObjStm|XRef|Encrypt|Crypt|DecodeParms|Form|Font\s*\[)|\/[^\s/<>()[\]]*#/;

/** What stands in parentheses, which may have pairs of them in it, in three depths at most. */
const inside = (pair: string) => String.raw`(?:[^\\()\r]|\\[^\r]${pair})*`;
const paired = (pair: string) => String.raw`|\(${inside(pair)}\)`;
const INSIDE = inside(paired(paired('')));
/** Words of an object, in which anything may stand. */
const WORDS = new RegExp(String.raw`\(${INSIDE}\)`, 'g');

const matchAt = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Every object of a file, one after the other, with nothing between them. */
function objectsIn(pdf: string): PdfObjects {
  const objects = new Map<string, PdfObject>();
  let at = must(matchAt(HEAD, pdf, 0), 'head')[0].length;
  for (let found = matchAt(OBJECT, pdf, at); found !== null; found = matchAt(OBJECT, pdf, at)) {
    const number = must(found[1], 'number');
    const from = at + found[0].length;
    const closed = pdf.indexOf(CLOSED, from);
    const written = pdf.slice(from, must(closed < 0 ? undefined : closed, CLOSED));
    const cut = written.indexOf(STREAM);
    const values = (cut < 0 ? written : written.slice(0, cut)).replace(WORDS, '()');
    mustBe(!BEYOND.test(values) && !objects.has(number), `plain object ${number}`);
    if (cut < 0) {
      objects.set(number, { values, stream: () => must<string>(null, `stream of ${number}`) });
      at = closed + CLOSED.length;
      continue;
    }
    const begin = from + cut + STREAM.length;
    const end = begin + Number(onlyIn(values, /\/Length (\d+)\n/g));
    mustBe(pdf.startsWith(STREAM_CLOSED, end), STREAM_CLOSED);
    objects.set(number, { values, stream: () => unpacked(values, pdf.slice(begin, end)) });
    at = end + STREAM_CLOSED.length;
  }
  must(matchAt(END, pdf, at), 'end');
  return objects;
}

function unpacked(values: string, stream: string): string {
  if (!values.includes('/Filter')) return stream;
  mustBe(onlyIn(values, /\/Filter\s*(\S+)/g) === '/FlateDecode', 'packing');
  return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
}

/** What all pages say, in their order. */
function textOf(objects: PdfObjects): string {
  const all = [...objects.values()].map((o) => o.values);
  const tree = all.filter((values) => /\/Type\s*\/Pages\b/.test(values));
  mustBe(tree.length === 1, 'one list of pages');
  const kids = onlyIn(must(tree[0], 'pages'), /\/Kids \[((?:\d+ 0 R ?)*)\]/g).match(/\d+(?= 0 R)/g) ?? [];
  mustBe(kids.length === all.filter((v) => /\/Type\s*\/Page\b/.test(v)).length, 'each page in the list');
  const fonts = new Map<string, Letters>();
  const lettersOf = (number: string): Letters => {
    const letters = fonts.get(number) ?? lettersIn(objects, number);
    fonts.set(number, letters);
    return letters;
  };
  const text = kids.map((number) => textOfPage(objects, number, lettersOf)).join('');
  // What has no form is passed over, as readers do.
  return text.replace(/[\p{Cc}\p{Cf}\p{Cn}]/gu, '');
}

const objectOf = (objects: PdfObjects, number: string) => must(objects.get(number), `object ${number}`);

/** The letters of a font whose codes are two bytes, each with its meaning in the document. */
function lettersIn(objects: PdfObjects, number: string): Letters {
  const { values } = objectOf(objects, number);
  mustBe(/\/Subtype \/Type0\n/.test(values) && /\/Encoding \/Identity-H\n/.test(values), 'font of two bytes');
  const meaning = objectOf(objects, onlyIn(values, /\/ToUnicode (\d+) 0 R/g)).stream();
  onlyIn(meaning, /(begincodespacerange\n<0000> <FFFF>\nendcodespacerange)/g);
  mustBe(!/beginbfrange|notdef|usecmap|begincid/.test(meaning), 'letters one by one');
  const letters: string[] = [];
  for (const [, many, lines = ''] of meaning.matchAll(/(\d+) beginbfchar\n([\s\S]*?)endbfchar/g)) {
    let pairs = 0;
    for (const [, code = '', text = ''] of lines.matchAll(/^<([\dA-F]{4})> <((?:[\dA-F]{4})+)>$/gm)) {
      letters[Number.parseInt(code, 16)] = Buffer.from(text, 'hex').swap16().toString('utf16le');
      pairs += 1;
    }
    mustBe(pairs === Number(many), 'each letter');
  }
  return letters;
}

/**
 * In a page: a font that is chosen, what is said of a text, a text, where texts begin, and last what may hold texts in
 * ways that are not followed.
 */
const IN_PAGE = new RegExp(
  [
    String.raw`\/([^\s/<>()[\]%]+)\s+[\d.]+\s+Tf\b`,
    String.raw`\/Lang\s*\([\w-]*\)|\/ActualText\s*<[\dA-F\s]*>`,
    String.raw`\((${INSIDE})\)`,
    String.raw`\b(BT)\b`,
    // Remarks, texts by numbers, pairs too deep, pictures, and words that something else is given.
    String.raw`(%|(?<!<)<(?!<)|\(|\bBI\b|\/\w+\s*(?=\())`,
  ].join('|'),
  'g',
);

/** What a page says, in the order in which it is drawn. */
function textOfPage(objects: PdfObjects, number: string, lettersOf: (font: string) => Letters): string {
  const { values } = objectOf(objects, number);
  const content = objectOf(objects, onlyIn(values, /\/Contents (\d+) 0 R/g)).stream();
  const fonts = new Map(
    [...onlyIn(values, /\/Font <<([^<>]*)>>/g).matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name, at]) => [
      name,
      at,
    ]),
  );
  let letters: Letters | null = null;
  let text = '';
  for (const [, font, written, begun, beyond] of content.matchAll(IN_PAGE)) {
    mustBe(beyond === undefined, 'texts in parentheses alone');
    // A font is chosen for each text: one from before may have been let go in between.
    if (begun !== undefined) letters = null;
    else if (font !== undefined) letters = lettersOf(must(fonts.get(font), font));
    else if (written !== undefined) text += textIn(written, must(letters, 'font'));
  }
  return text;
}

/** The letters of a text, a sign at a time: a report has twenty thousand. */
function textIn(written: string, letters: Letters): string {
  const bytes = bytesIn(written);
  mustBe(bytes.length % 2 === 0, 'codes of two bytes');
  const text: number[] = [];
  for (let i = 0; i < bytes.length; i += 2) {
    const letter = must(letters[must(bytes[i], 'byte') * 256 + must(bytes[i + 1], 'byte')], 'letter');
    for (let k = 0; k < letter.length; k += 1) text.push(letter.charCodeAt(k));
  }
  return String.fromCharCode(...text);
}

const BACKSLASH = 92;
const ZERO = 48;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a text in parentheses. */
function bytesIn(written: string): readonly number[] {
  const bytes: number[] = [];
  for (let i = 0; i < written.length; i += 1) {
    const byte = written.charCodeAt(i);
    if (byte !== BACKSLASH) {
      bytes.push(byte);
      continue;
    }
    // A byte by number, in up to three figures of eight; else a sign that would have meant something else.
    let number = 0;
    let figures = 0;
    for (; figures < 3; figures += 1) {
      const figure = written.charCodeAt(i + 1 + figures) - ZERO;
      if (!(figure >= 0 && figure < 8)) break;
      number = number * 8 + figure;
    }
    const sign = written.charAt(i + 1);
    i += Math.max(1, figures);
    if (figures > 0) bytes.push(number & 255);
    // Before a new line it divides a text, and is nothing.
    else if (sign !== '\n') bytes.push((ESCAPED[sign] ?? sign).charCodeAt(0));
  }
  return bytes;
}

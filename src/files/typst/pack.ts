import { deflateSync } from 'node:zlib';

/** Bytes as text in which every character is one byte (ISO 8859-1), and back. */
const textOf = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** A dictionary that is followed by a stream. */
const STREAM = />>\s*stream\r?\n/;

type PdfObject = { readonly number: number; readonly body: string };

/** The objects of a PDF with a plain cross-reference table, as Typst writes them, in their order. */
function objectsOf(pdf: string): readonly PdfObject[] {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf)?.[1]);
  if (!pdf.startsWith('xref', start)) throw new Error('PDF without a plain cross-reference table');
  const offsets = [...pdf.slice(start).matchAll(/^(\d{10}) \d{5} n/gm)].map((m) => Number(m[1]));
  const inOrder = [...offsets, start].toSorted((a, b) => a - b);
  return inOrder.slice(0, -1).map((offset, i) => {
    const text = pdf.slice(offset, inOrder[i + 1]);
    const [head, number] = /^(\d+) 0 obj\s*/.exec(text) ?? [];
    const end = text.lastIndexOf('endobj');
    if (head === undefined || end < 0) throw new Error(`No PDF object at ${offset}`);
    return { number: Number(number), body: text.slice(head.length, end).trimEnd() };
  });
}

/** Numbers as big-endian fields, for the rows of a cross-reference stream: type (1 byte), offset (4), index (2). */
const row = (type: number, second: number, third: number) =>
  String.fromCharCode(
    type,
    (second >>> 24) & 255,
    (second >>> 16) & 255,
    (second >>> 8) & 255,
    second & 255,
    (third >>> 8) & 255,
    third & 255,
  );

const stream = (dictionary: string, content: string) => {
  const data = textOf(deflateSync(bytesOf(content)));
  return `<<${dictionary}/Filter/FlateDecode/Length ${data.length}>>\nstream\n${data}\nendstream`;
};

/**
 * The same PDF with everything that is not a stream (most of it the tags, an object for each cell of each table)
 * in one compressed object stream: a third of the size. PDF 1.5 and later (ISO 32000-1, 7.5.7 and 7.5.8), so also
 * PDF/UA-1. Nothing else changes.
 * @throws when the file is not as Typst writes it
 */
export function packed(bytes: Uint8Array): Uint8Array {
  const pdf = textOf(bytes);
  const objects = objectsOf(pdf);
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(pdf)?.[1] ?? '';
  const keep = ['Root', 'Info', 'ID'].flatMap((key) => {
    const value = new RegExp(`/${key}\\s*(\\d+ 0 R|\\[[^\\]]*\\])`).exec(trailer)?.[1];
    return value === undefined ? [] : [`/${key} ${value}`];
  });
  const loose = objects.filter((o) => !STREAM.test(o.body));
  const streams = objects.filter((o) => STREAM.test(o.body));
  const container = Math.max(...objects.map((o) => o.number)) + 1;
  const table = container + 1;

  const rows = new Map<number, string>([[0, row(0, 0, 65535)]]);
  let out = `${pdf.slice(0, pdf.indexOf('\n', 10) + 1)}`;
  const write = (number: number, body: string) => {
    rows.set(number, row(1, out.length, 0));
    out += `${number} 0 obj\n${body}\nendobj\n`;
  };
  for (const o of streams) write(o.number, o.body);

  let at = 0;
  const places: string[] = [];
  for (const [i, o] of loose.entries()) {
    places.push(`${o.number} ${at}`);
    rows.set(o.number, row(2, container, i));
    at += o.body.length + 1;
  }
  const head = `${places.join(' ')} `;
  write(
    container,
    stream(
      `/Type/ObjStm/N ${loose.length}/First ${head.length}`,
      head + loose.map((o) => `${o.body} `).join(''),
    ),
  );
  const start = out.length;
  rows.set(table, row(1, start, 0));
  const all = Array.from({ length: table + 1 }, (_, n) => rows.get(n) ?? row(0, 0, 65535)).join('');
  const dictionary = `/Type/XRef/W[1 4 2]/Size ${table + 1}${keep.join('')}`;
  out += `${table} 0 obj\n${stream(dictionary, all)}\nendobj\nstartxref\n${start}\n%%EOF\n`;
  return bytesOf(out);
}

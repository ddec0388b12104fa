import { strFromU8, unzipSync } from 'fflate';
import { read, utils } from 'xlsx';
import { cellAt, foundIn } from '../../model/pieces.ts';
import { gridPassages, namesOne, type Passage, type Subject, sentencesOf } from './passages.ts';
import { shownText } from './shown.ts';

/** The parts of a deck by name, as text; workbooks as bytes. */
type Deck = {
  readonly text: (name: string) => string;
  readonly names: readonly string[];
  readonly book: (name: string) => Uint8Array | undefined;
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (xml: string) =>
  xml.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, number, name) =>
    hex || number
      ? String.fromCodePoint(Number.parseInt(hex ?? number, hex ? 16 : 10))
      : (ENTITIES[name] ?? whole),
  );
/** What stands between the tags of a name, each with its own markup. */
const inside = (xml: string, tag: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>(.*?)</${tag}>`, 'gs'))].map(([, body = '']) => body);
/** The same of the first; empty where there is none. */
const firstInside = (xml: string, tag: string) => cellAt(inside(xml, tag), 0);
const wordsIn = (xml: string) => unescaped(inside(xml, 'a:t').join(''));
const paragraphs = (xml: string) =>
  inside(xml, 'a:p')
    .map(wordsIn)
    .filter((text) => text.trim() !== '');

/** The parts that say something, with what they refer to; the looks of a deck are twice as large. */
const READ = /^(?:ppt|docProps)\/(?:.*(?:slides|notesSlides|charts)\/|.*\.xlsx$|core\.xml$)/;

/**
 * What the slides of a PowerPoint file say: tables, charts with their numbers and their workbooks, texts, notes, and what
 * pictures are said to be.
 * @param subjects a deck that names none of these says nothing of them, and is not read
 */
export function passagesInPptx(content: Uint8Array, subjects: readonly Subject[]): readonly Passage[] {
  const parts = unzipSync(content, { filter: ({ name }) => READ.test(name) });
  const text = (name: string) => (parts[name] === undefined ? '' : strFromU8(parts[name]));
  const deck: Deck = { text, names: Object.keys(parts), book: (name) => parts[name] };
  const said = deck.names.map((name) =>
    /\.xlsx$/.test(name)
      ? rawBook(parts[name] ?? new Uint8Array())
      : /slides\/slide|notesSlides\/notes|charts\/chart/.test(name)
        ? unescaped(
            text(name)
              .replace(/<[^>]*descr="([^"]*)"[^>]*>/g, ' $1 ')
              .replace(/<[^>]*>/g, ''),
          )
        : '',
  );
  if (!namesOne(said.join(' '), subjects)) return [];
  const title = unescaped(foundIn(text('docProps/core.xml'), /<dc:title>([^<]*)</));
  return deck.names.flatMap((name): readonly Passage[] => {
    const number = foundIn(name, /^ppt\/slides\/slide(\d+)\.xml$/);
    return number === '' ? [] : slidePassages(deck, { name, place: `bild ${number}`, title });
  });
}

/** All texts of a workbook, without being read as one. */
function rawBook(content: Uint8Array): string {
  const parts = unzipSync(content, { filter: ({ name }) => /sharedStrings|worksheets\/.*xml$/.test(name) });
  return Object.values(parts)
    .map((part) => unescaped(strFromU8(part).replace(/<[^>]*>/g, ' ')))
    .join(' ');
}

type SlideAt = { readonly name: string; readonly place: string; readonly title: string };

function slidePassages(deck: Deck, { name, place, title }: SlideAt): readonly Passage[] {
  const xml = deck.text(name);
  const heading = paragraphs(firstInside(xml, 'p:sp'));
  const outside = xml.replace(/<a:tbl>.*?<\/a:tbl>/gs, '');
  const around = [title, ...heading];
  const sentences = (texts: readonly string[], where: string) =>
    texts.flatMap(sentencesOf).map((value): Passage => ({ place: where, around, row: [], value }));
  const related = relatedTo(deck, name);
  return [
    ...inside(xml, 'a:tbl').flatMap((table) =>
      gridPassages(
        inside(table, 'a:tr').map((row) => inside(row, 'a:tc').map(wordsIn)),
        { place, around },
      ),
    ),
    ...sentences(paragraphs(outside), place),
    ...sentences(
      [...xml.matchAll(/\sdescr="([^"]*)"/g)].map(([, alt = '']) => unescaped(alt)),
      place,
    ),
    ...related
      .filter((n) => n.includes('notesSlides/'))
      .flatMap((n) => sentences(paragraphs(deck.text(n)), `${place}, anteckningar`)),
    ...related
      .filter((n) => n.includes('charts/'))
      .flatMap((n) => [
        ...gridPassages(chartGrid(deck.text(n)), { place: `${place}, diagram`, around }),
        ...relatedTo(deck, n)
          .filter((book) => book.endsWith('.xlsx'))
          .flatMap((book) =>
            bookGrids(deck.book(book)).flatMap((grid) =>
              gridPassages(grid, { place: `${place}, diagrammets arbetsbok`, around }),
            ),
          ),
      ]),
  ];
}

/** The parts that a part refers to. */
function relatedTo(deck: Deck, name: string): readonly string[] {
  const rels = deck.text(name.replace(/([^/]+)$/, '_rels/$1.rels'));
  return [...rels.matchAll(/\sTarget="([^"]*)"/g)].map(([, target = '']) =>
    new URL(target, `zip:/${name}`).pathname.slice(1),
  );
}

/** The numbers of a chart as they are kept in it: categories down, series across. */
function chartGrid(xml: string): readonly (readonly string[])[] {
  /** The points by number: a chart has none where a number is missing. */
  const points = (part: string): readonly string[] => {
    const found: string[] = [];
    for (const [, i, v = ''] of part.matchAll(/<c:pt idx="(\d+)"[^>]*>.*?<c:v>([^<]*)<\/c:v>/gs))
      found[Number(i)] = unescaped(v);
    return found;
  };
  const series = inside(xml, 'c:ser').map((s) => ({
    name: cellAt(points(firstInside(s, 'c:tx')), 0),
    categories: points(firstInside(s, 'c:cat')),
    values: points(firstInside(s, 'c:val')),
  }));
  const rows = Math.max(0, ...series.flatMap((s) => [s.categories.length, s.values.length]));
  return [
    ['', ...series.map((s) => s.name)],
    ...Array.from({ length: rows }, (_, i) => [
      cellAt(series[0]?.categories ?? [], i),
      ...series.map((s) => cellAt(s.values, i)),
    ]),
  ];
}

function bookGrids(content: Uint8Array | undefined): readonly (readonly (readonly string[])[])[] {
  if (content === undefined) return [];
  const book = read(content, { type: 'array' });
  return Object.values(book.Sheets).map((sheet) =>
    utils
      .sheet_to_json<readonly unknown[]>(sheet, { header: 1, raw: true, defval: null })
      .map((row) => row.map(shownText)),
  );
}

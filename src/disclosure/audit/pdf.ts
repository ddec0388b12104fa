import { getDocumentProxy } from 'unpdf';
import { gridPassages, namesOne, type Passage, type Subject, sentencesOf } from './passages.ts';
import { glancedText } from './pdf-glance.ts';

type Item = {
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
};
type Line = { readonly size: number; readonly cells: readonly string[] };

/** Points between two texts of a line that stand in cells of their own. */
const GAP = 8;
/** Running text is 10 points; headings are larger. */
const HEADING = 10.2;

/**
 * What the pages of a PDF say, line by line: a line with gaps is a row of a table, under the last line that has no
 * number; the last heading stands over it.
 * @param subjects a document that names none of these says nothing of them, and is not read where a glance tells that
 */
export async function passagesInPdf(
  content: Uint8Array,
  subjects: readonly Subject[],
): Promise<readonly Passage[]> {
  const glanced = glancedText(content);
  if (glanced !== null && !namesOne(glanced, subjects)) return [];
  const doc = await getDocumentProxy(new Uint8Array(content));
  try {
    const pages: (readonly Item[])[] = [];
    for (let n = 1; n <= doc.numPages; n++) pages.push(await itemsOf(await doc.getPage(n)));
    if (!namesOne(pages.flatMap((items) => items.map((i) => i.text)).join(''), subjects)) return [];
    const passages: Passage[] = [];
    let [title, heading] = ['', ''];
    for (const [i, items] of pages.entries()) {
      let header: readonly string[] = [];
      const place = `sida ${i + 1}`;
      for (const { size, cells } of linesOf(items)) {
        const text = cells.join(' ');
        if (size > HEADING) {
          if (title === '') title = text;
          heading = text;
          header = [];
        }
        const around = [title, heading];
        if (cells.length > 1) {
          // A row with as many cells as the header has each under its own; else all of the header is over it.
          const own = header.length === cells.length;
          passages.push(
            ...gridPassages([own ? header : [], cells], {
              place,
              around: own ? around : [...around, ...header],
            }),
          );
          if (!/\d/.test(text)) header = cells;
        } else
          passages.push(
            ...sentencesOf(text).map((value) => ({ place, around: [...around, ...header], row: [], value })),
          );
      }
    }
    return passages;
  } finally {
    await doc.loadingTask.destroy();
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

async function itemsOf(page: Page): Promise<readonly Item[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item): readonly Item[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , x = 0, y = 0] = item.transform.map(Number);
    return [{ x, end: x + item.width, y, size: item.height, text: item.str }];
  });
}

/** The lines of a page from the top, each as the texts that stand apart in it. */
function linesOf(items: readonly Item[]): readonly Line[] {
  const lines = new Map<number, Item[]>();
  for (const item of items) {
    const y = [...lines.keys()].find((at) => Math.abs(at - item.y) < 2) ?? item.y;
    lines.set(y, [...(lines.get(y) ?? []), item]);
  }
  return [...lines]
    .toSorted(([a], [b]) => b - a)
    .map(([, all]) => {
      const cells: string[] = [];
      let end = Number.NEGATIVE_INFINITY;
      for (const item of all.toSorted((a, b) => a.x - b.x)) {
        const last = cells.at(-1);
        if (last === undefined || item.x - end > GAP) cells.push(item.text);
        else cells[cells.length - 1] = `${last}${item.x - end > 1 ? ' ' : ''}${item.text}`;
        end = item.end;
      }
      return { size: Math.max(...all.map((i) => i.size)), cells };
    });
}

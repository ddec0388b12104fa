/** A piece of running text: plain, strong, emphasised or a link. */
export type Inline = {
  readonly text: string;
  readonly strong?: true;
  readonly emph?: true;
  readonly href?: string;
};

/** A block of a text: what the guide's Markdown may hold. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly head: Row; readonly rows: readonly Row[] };

type Row = readonly (readonly Inline[])[];

const INLINE = /\*\*([^*]+)\*\*|\*([^*]+)\*|_([^_]+)_|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** Strong (`**x**`), emphasis (`*x*`, `_x_`) and links (`[x](y)`); everything else is text as it stands. */
export function inlineOf(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > at) parts.push({ text: text.slice(at, match.index) });
    const [whole, strong, star, line, words, href] = match;
    if (strong !== undefined) parts.push({ text: strong, strong: true });
    else if (words !== undefined && href !== undefined) parts.push({ text: words, href });
    else parts.push({ text: star ?? line ?? whole, emph: true });
    at = match.index + whole.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}

const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/;
const ITEM = /^(?:([-*+])|\d+[.)])\s+(.+)$/;
const RULE = /^\|[\s:|-]+\|$/;
const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;

const cellsOf = (line: string): Row =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => inlineOf(cell.trim()));

function listBlock(lines: readonly string[]): Block {
  const items: string[] = [];
  for (const line of lines) {
    const item = ITEM.exec(line);
    if (item) items.push(item[2] ?? '');
    else items.push(`${items.pop() ?? ''} ${line}`);
  }
  return { kind: 'list', ordered: ITEM.exec(lines[0] ?? '')?.[1] === undefined, items: items.map(inlineOf) };
}

/** A run of lines without an empty one between them. A list may follow its lead at once. */
function blocksOfRun(lines: readonly string[]): readonly Block[] {
  const [first = '', second = ''] = lines;
  const heading = HEADING.exec(first);
  if (heading) {
    const [, signs = '#', words = ''] = heading;
    const rest = lines.length > 1 ? blocksOfRun(lines.slice(1)) : [];
    return [{ kind: 'heading', level: signs.length, text: inlineOf(words) }, ...rest];
  }
  if (first.startsWith('|') && RULE.test(second))
    return [{ kind: 'table', head: cellsOf(first), rows: lines.slice(2).map(cellsOf) }];
  if (ITEM.test(first)) return [listBlock(lines)];
  const list = lines.findIndex((line) => ITEM.test(line));
  const words = list < 0 ? lines : lines.slice(0, list);
  const paragraph: Block = { kind: 'paragraph', text: inlineOf(words.join(' ')) };
  return list < 0 ? [paragraph] : [paragraph, listBlock(lines.slice(list))];
}

/**
 * The simple Markdown that the project's texts are written in: headings, paragraphs, flat lists, tables, and the
 * inline marks of `inlineOf`. Front matter is left out. HTML is text like any other.
 */
export function blocksOf(markdown: string): readonly Block[] {
  const text = markdown.replace(/\r\n?/g, '\n').replace(FRONT_MATTER, '');
  return text
    .split(/\n\s*\n/)
    .map((run) =>
      run
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((run) => run.length > 0)
    .flatMap(blocksOfRun);
}

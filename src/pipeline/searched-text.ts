import { must } from '../model/must.ts';

/** A tag: an end tag's slash, the name, what stands in it. A value of an attribute may hold what ends a tag. */
const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
/** What Pagefind reads nothing in, beside what says so itself. */
const UNREAD = new Set(['svg', 'script', 'style']);
const IGNORED = /\sdata-pagefind-ignore(?=[\s=]|$)/;
/** Elements that have no end. */
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
/** Of a page's head, what a hit is called by. */
const HEAD = /<head>[\s\S]*?(<title>[\s\S]*?<\/title>)[\s\S]*?<\/head>/;

/**
 * A page without what is not searched: pictures, parts that say that they are ignored, all of the head but its title.
 * The index of what is left is the index of the page, byte for byte, and there is much less to read.
 * @param html a page that this project has made: an element that is left out has its end tag
 */
export function searchedText(html: string): string {
  const page = html.replace(HEAD, '<head>$1</head>');
  const tag = new RegExp(TAG);
  let text = '';
  let from = 0;
  for (let found = tag.exec(page); found !== null; found = tag.exec(page)) {
    const name = textAt(found, 2).toLowerCase();
    if (textAt(found, 1) !== '' || VOID.has(name)) continue;
    if (!UNREAD.has(name) && !IGNORED.test(textAt(found, 3))) continue;
    const end = endOf(page, name, tag.lastIndex);
    if (end === null) break;
    text += page.slice(from, found.index);
    from = end;
    tag.lastIndex = end;
  }
  return text + page.slice(from);
}

/** A group of a match that always has text, maybe none. */
const textAt = (found: RegExpExecArray, group: number): string => must(found[group], `group ${group}`);

const ofKind = new Map<string, RegExp>();

/** Where an element ends that begins before a place; null when it does not. Only tags of its kind are looked at. */
function endOf(page: string, name: string, from: number): number | null {
  const kind = ofKind.get(name) ?? new RegExp(`<(/?)${name}(?![\\w-])((?:[^>"']|"[^"]*"|'[^']*')*)>`, 'gi');
  ofKind.set(name, kind);
  kind.lastIndex = from;
  let open = 1;
  for (let found = kind.exec(page); found !== null; found = kind.exec(page)) {
    if (textAt(found, 2).endsWith('/')) continue;
    open += textAt(found, 1) === '' ? 1 : -1;
    if (open === 0) return kind.lastIndex;
  }
  return null;
}

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
  let text = '';
  let from = 0;
  /** The element that is left out now, and how many of its kind are open. */
  let out: { readonly name: string; readonly start: number; open: number } | null = null;
  for (const { 0: tag, 1: slash = '', 2: written = '', 3: within = '', index } of page.matchAll(TAG)) {
    const name = written.toLowerCase();
    if (out !== null) {
      if (name !== out.name || within.endsWith('/')) continue;
      out.open += slash === '' ? 1 : -1;
      if (out.open > 0) continue;
      text += page.slice(from, out.start);
      from = index + tag.length;
      out = null;
    } else if (slash === '' && !VOID.has(name) && (UNREAD.has(name) || IGNORED.test(within)))
      out = { name, start: index, open: 1 };
  }
  return text + page.slice(from);
}

/**
 * What a person can read in a diff: a page with one line for each block of text, JSON with one line for each value.
 * A changed sentence is one changed line.
 */

/** Elements that stand inside a sentence or a table row; a line is not broken at them. */
const INLINE = new Set(
  'a abbr b br cite code data dd dfn dt em i input kbd label q s small span strong sub sup svg td th time u var wbr'.split(
    ' ',
  ),
);

/** Names, sums and sizes follow another file's content, which stands there itself (tests/pipeline holds the sums). */
const withoutHashes = (text: string) =>
  text
    .replace(/(assets\/[^"'\s]*?)[.-][\w-]{8}\.(css|js|woff2)/g, '$1.HASH.$2')
    .replace(/\b[0-9a-f]{64}\b/g, 'SHA256')
    .replace(/"bytes":\s*\d+/g, '"bytes": 0')
    .replace(/\d+(?:[\s\u00a0\u202f]\d{3})*(?:,\d+)?([\s\u00a0\u202f]kB)\b/g, '0$1')
    .replace(/<code>[0-9a-f]{12}<\/code>/g, '<code>SHA256</code>');

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="[^"]*"`).exec(tag)?.[0] ?? '';

/** Pictures have goldens of their own: what stays is which picture it is and what it says to who cannot see it. */
const withoutDrawings = (html: string) =>
  html.replace(
    /<svg\b[^>]*>.*?<\/svg>/gs,
    (svg) => `<svg${attribute(svg, 'class')}${attribute(svg, 'aria-label')}/>`,
  );

/** Linked data inside a page, a value on each line. */
const withReadableJson = (html: string) =>
  html.replace(
    /(<script type="application\/(?:ld\+)?json"[^>]*>)(.*?)(<\/script>)/gs,
    (_, open: string, text: string, close: string) =>
      `${open}\n${JSON.stringify(JSON.parse(text), null, 1)}\n${close}`,
  );

const atTags = (html: string) =>
  html
    .replace(/<(\/?)([a-z][\w-]*)\b[^>]*>/g, (tag, close: string, name: string) => {
      if (INLINE.has(name)) return tag;
      return close === '/' ? `${tag}\n` : `\n${tag}`;
    })
    .replace(/\n\s*\n/g, '\n')
    .trim();

/** The head and foot that all pages share; the start page keeps them, and they are the same everywhere else. */
export const shell = (html: string) =>
  [...html.matchAll(/<(header class="top"|footer class="bottom").*?<\/(?:header|footer)>/gs)]
    .map(([part]) => part.replace(/ aria-current="[^"]*"/g, ''))
    .join('\n');

const withoutShell = (html: string) =>
  html.replace(/<(header|footer) class="(top|bottom)".*?<\/\1>/gs, '<$1 class="$2"/>');

/**
 * @param path the file's path in the site; its ending says how it is read
 * @param text the file as it was published
 * @returns the same content with line breaks that follow it, ending with one line break
 */
export function reviewable(path: string, text: string): string {
  if (path.endsWith('.json')) return `${withoutHashes(JSON.stringify(JSON.parse(text), null, 1))}\n`;
  if (!path.endsWith('.html')) return text;
  const own = path === 'index.html' ? text : withoutShell(text);
  return `${withoutHashes(atTags(withReadableJson(withoutDrawings(own))))}\n`;
}

import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { isLinkTarget } from '../model/address.ts';
import { slugOf } from '../model/slug.ts';

/** A heading of a text: for its list of contents. */
export type Heading = { readonly id: string; readonly text: string };

/** HTML of a text, and its second-level headings. */
export type Rendered = { readonly html: string; readonly headings: readonly Heading[] };

const plain = (markdown: string) => markdown.replaceAll(/[*_`]|\[([^\]]*)\]\([^)]*\)/g, '$1');

/** What a text may become. No picture, frame, form, style or script, and no link but those of `isLinkTarget`. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'br', 'div'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'strong', 'em', 'del', 'code', 'a'],
  ],
  allowedAttributes: {
    a: ['href', 'title'],
    ol: ['start'],
    th: ['scope'],
    div: ['tabindex', 'role', 'aria-label'],
    ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((heading) => [heading, ['id']])),
  },
  allowedClasses: { div: ['scroll'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  exclusiveFilter: ({ tag, attribs }) =>
    tag === 'a' && (attribs.href === undefined || !isLinkTarget(attribs.href)) ? 'excludeTag' : false,
};

/**
 * Markdown of `texter/` as HTML (CommonMark with tables, by marked). Every heading gets an id, so that it can be
 * linked to; a wide table scrolls in a box of its own that the keyboard reaches. Only what `ALLOWED` lists comes out,
 * whatever the text says: ingest refuses HTML and strange links, and this does not rely on it.
 */
export function renderMarkdown(markdown: string): Rendered {
  const headings: Heading[] = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const text = plain(this.parser.parseInline(tokens, this.parser.textRenderer));
        const id = slugOf(text);
        if (depth === 2) headings.push({ id, text });
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      table({ header, rows }) {
        const cells = (row: typeof header, tag: string) =>
          row
            .map((cell, i) => {
              const scope = tag === 'th' ? ' scope="col"' : i === 0 ? ' scope="row"' : '';
              const name = i === 0 ? 'th' : tag;
              return `<${name}${scope}>${this.parser.parseInline(cell.tokens)}</${name}>`;
            })
            .join('');
        const label = header.map((cell) => plain(cell.text)).join(', ');
        return `<div class="scroll" tabindex="0" role="region" aria-label="Tabell: ${label}"><table><thead><tr>${cells(header, 'th')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table></div>\n`;
      },
    },
  });
  return { html: sanitizeHtml(marked.parse(markdown, { async: false }), ALLOWED), headings };
}

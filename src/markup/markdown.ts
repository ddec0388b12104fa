import { Marked } from 'marked';
import { slugOf } from '../model/slug.ts';

/** A heading of a text: for its list of contents. */
export type Heading = { readonly id: string; readonly text: string };

/** HTML of a text, and its second-level headings. */
export type Rendered = { readonly html: string; readonly headings: readonly Heading[] };

const plain = (markdown: string) => markdown.replaceAll(/[*_`]|\[([^\]]*)\]\([^)]*\)/g, '$1');

/**
 * Markdown of `texter/` as HTML (CommonMark with tables, by marked). Every heading gets an id, so that it can be
 * linked to; a wide table scrolls in a box of its own that the keyboard reaches. Ingest has refused HTML in the
 * text, so what comes out is only what Markdown can say.
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
  return { html: marked.parse(markdown, { async: false }), headings };
}

import { Lexer, type Token, type Tokens } from 'marked';

/** A piece of running text: plain, strong, emphasised or a link. */
type Inline = {
  readonly text: string;
  readonly strong?: true;
  readonly emph?: true;
  readonly href?: string;
};

/** A block of a text, as the template of the guide takes it. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly head: Cells; readonly rows: readonly Cells[] };

type Cells = readonly (readonly Inline[])[];

/** The tokens of running text as pieces; of marks inside each other the inner one is kept. */
function inlineOf(tokens: readonly Token[], mark: Omit<Inline, 'text'> = {}): readonly Inline[] {
  return tokens.flatMap((token): readonly Inline[] => {
    if (token.type === 'strong') return inlineOf(token.tokens ?? [], { strong: true });
    if (token.type === 'em') return inlineOf(token.tokens ?? [], { emph: true });
    if (token.type === 'link') return inlineOf(token.tokens ?? [], { href: String(token.href) });
    if (token.type === 'br') return [{ text: ' ', ...mark }];
    if ('tokens' in token && token.tokens) return inlineOf(token.tokens, mark);
    const text: unknown = 'text' in token ? token.text : token.raw;
    return [{ text: String(text).replaceAll(/\s*\n\s*/g, ' '), ...mark }];
  });
}

const listOf = (list: Tokens.List): Block => ({
  kind: 'list',
  ordered: list.ordered,
  items: list.items.map((item) => inlineOf(item.tokens)),
});

const tableOf = ({ header, rows }: Tokens.Table): Block => ({
  kind: 'table',
  head: header.map((cell) => inlineOf(cell.tokens)),
  rows: rows.map((row) => row.map((cell) => inlineOf(cell.tokens))),
});

const isList = (token: Token): token is Tokens.List => token.type === 'list';
const isTable = (token: Token): token is Tokens.Table => token.type === 'table';

function blockOf(token: Token): readonly Block[] {
  if (isList(token)) return [listOf(token)];
  if (isTable(token)) return [tableOf(token)];
  if (token.type === 'space' || token.type === 'hr' || token.type === 'def') return [];
  if (token.type === 'blockquote') return (token.tokens ?? []).flatMap(blockOf);
  const text = inlineOf('tokens' in token && token.tokens ? token.tokens : [token]);
  return token.type === 'heading'
    ? [{ kind: 'heading', level: token.depth, text }]
    : [{ kind: 'paragraph', text }];
}

/**
 * A text of `texter/` as blocks for the template of the guide: read by the very parser (`marked`) that makes the web pages'
 * HTML, so that the two cannot differ. Ingest has refused HTML and taken the front matter away.
 */
export function blocksOf(markdown: string): readonly Block[] {
  return new Lexer().lex(markdown).flatMap(blockOf);
}

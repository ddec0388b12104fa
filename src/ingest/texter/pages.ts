import { Marked } from 'marked';
import { isLinkTarget } from '../../model/address.ts';
import { GUIDE_PARTS, GuideHead, type GuidePage, TEXT_VALUES } from '../../model/guide.ts';
import { must } from '../../model/must.ts';
import { decode } from '../encoding.ts';
import { explainIssue } from '../json/issues.ts';
import { didYouMean } from '../nearest.ts';
import { optional, type Reading } from '../source.ts';

const PAGE = new RegExp(`^texter/(${GUIDE_PARTS.join('|')})/(\\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\\.md$`);

/** Reads a page of the guide or of the support pages: a head of three lines, then Markdown. */
export function readPage(reading: Reading, file: string): GuidePage | null {
  const [, del, ordning, slug] = PAGE.exec(file) ?? [];
  const part = GUIDE_PARTS.find((p) => p === del);
  if (part === undefined || slug === undefined) {
    reading.report(
      'text-namn',
      { file },
      `Texten ${file} har ett namn som inte går att läsa.`,
      `Skriv som texter/anvandarguide/10-las-resultaten.md. Mapparna är ${GUIDE_PARTS.join(' och ')}.`,
    );
    return null;
  }
  const source = optional(reading, file);
  const text = source && decode(file, source.bytes, reading.report);
  if (!text) return null;
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    reading.report(
      'text-huvud',
      { file, row: 1, value: must(lines[0], 'first line') },
      'Texten saknar huvud.',
      'Börja filen med en rad ---, sedan titel:, kortnamn: och ingress:, och en rad --- igen.',
    );
    return null;
  }
  const head = readHead(reading, file, lines.slice(1, end));
  const body = lines.slice(end + 1);
  checkLinks(reading, file, body.join('\n'), end + 2);
  body.forEach((line, i) => void checkLine(reading, file, line, end + 2 + i));
  return (
    head && {
      ...head,
      del: part,
      slug,
      ordning: Number(ordning),
      markdown: `${body.join('\n').trim()}\n`,
      fil: file,
    }
  );
}

function readHead(reading: Reading, file: string, lines: readonly string[]) {
  const pairs = lines.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, Math.max(at, 0)).trim(), line.slice(at + 1).trim()] as const;
  });
  const raw = Object.fromEntries(pairs);
  const result = GuideHead.safeParse(raw);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    // An unknown key is an issue of the whole head, and is named in its explanation.
    const column = issue.path[0] === undefined ? null : String(issue.path[0]);
    const value = column === null ? undefined : raw[column];
    for (const { message, suggestion, key } of explainIssue(issue, value, Object.keys(GuideHead.shape))) {
      const name = key ?? column;
      const line = pairs.findIndex(([k]) => k === name);
      reading.report(
        'text-huvud',
        {
          file,
          row: line < 0 ? 1 : line + 2,
          column: name,
          value: (name === null ? null : raw[name]) ?? null,
        },
        message,
        suggestion,
      );
    }
  }
  return null;
}

/** Links and pictures, found by the parser that makes the pages. @param first the row of the file where the text begins */
function checkLinks(reading: Reading, file: string, body: string, first: number): void {
  const rowOf = (raw: string) => first + body.slice(0, Math.max(body.indexOf(raw), 0)).split('\n').length - 1;
  const marked = new Marked();
  marked.walkTokens(marked.lexer(body), (token) => {
    const place = { file, row: rowOf(token.raw), value: token.raw };
    if (token.type === 'image')
      reading.report('text-lank', place, 'Texten innehåller en bild.', 'Länka till bilden i stället.');
    if (token.type === 'link' && !isLinkTarget(String(token.href)))
      reading.report(
        'text-lank',
        place,
        `Länken går till ”${token.href}”.`,
        'Skriv en adress som börjar med https://, mailto: eller /.',
      );
  });
}

/** What a line of prose may not hold. */
function checkLine(reading: Reading, file: string, line: string, row: number): void {
  if (/^# /.test(line))
    reading.report(
      'text-rubrik',
      { file, row, value: line },
      'Sidans titel är redan den största rubriken.',
      'Skriv rubriken med ## i stället.',
    );
  const html = /<\/?[a-z][^>]*>/i.exec(line);
  if (html)
    reading.report(
      'text-html',
      { file, row, value: html[0] },
      'Texten innehåller HTML.',
      'Skriv med Markdown.',
    );
  for (const [whole, name = ''] of line.matchAll(/\{\{([^}]*)\}\}/g))
    if (!TEXT_VALUES.some((v) => v === name))
      reading.report(
        'text-varde',
        { file, row, value: whole },
        `Det finns inget värde ”${name}”.`,
        didYouMean(name, TEXT_VALUES),
      );
}

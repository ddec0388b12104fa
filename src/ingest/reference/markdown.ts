import type { z } from 'zod';
import { GuideHead } from '../../model/guide.ts';
import { JSON_FILES } from '../json/schemas.ts';
import { TEXT_PAGE } from '../layout.ts';
import { TEXT_WORDS } from './collection-words.ts';
import { columnWord } from './column-words.ts';
import { keysOf } from './keys.ts';
import { TABLES, type TableKind } from './tables.ts';
import type { Words } from './words.ts';

/** Where the generated part of `data/README.md` begins and ends. */
export const REFERENCE_BEGIN = '<!-- Härifrån är texten skriven av programmet ur reglerna i koden. -->';
export const REFERENCE_END = '<!-- Hit. -->';

const cell = (text: string) => text.replaceAll('|', '\\|');
const code = (text: string) => (text === '' ? '' : `\`${text}\``);

const rows = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...lines.map((l) => l.map(cell))]
    .map((l) => `| ${l.join(' | ')} |`)
    .join('\n');

/** A file with keys: its heading, the other places where it may lie, and a row a key. */
function keyPart(path: string, schema: z.ZodType, words: Words, also: readonly string[] = []): string {
  const lines = keysOf(schema).map(({ path: key, rule, optional }) => {
    const [about, example] = words[key] ?? ['', ''];
    return [code(key), about, optional ? `${rule}. Får utelämnas` : rule, code(example)];
  });
  const places = also.length === 0 ? '' : `Kan också ligga som ${also.map(code).join(', ')}.\n\n`;
  return `### \`${path}\`\n\n${places}${rows(['nyckel', 'innehåll', 'regel', 'exempel'], lines)}`;
}

function csvPart({ path, columns }: TableKind): string {
  const lines = columns.map(({ name, rule, optional }) => {
    const [about, example] = columnWord(path, name) ?? ['', ''];
    return [code(name), about, optional ? `${rule}. Kolumnen får utelämnas` : rule, code(example)];
  });
  return `### \`${path}\`\n\n${rows(['kolumn', 'innehåll', 'regel', 'exempel'], lines)}`;
}

/** Every key of every JSON file and every column of every table, with rule and example, in Markdown. */
export function referenceMarkdown(): string {
  return [
    REFERENCE_BEGIN,
    '',
    '## Alla nycklar och kolumner',
    '',
    'Det som inte står här läser verktyget inte. En text (`.md`) har sina nycklar överst, mellan två rader med `---`. En punkt i nyckeln går in i ett objekt, `[]` i en lista. En JSON-fil som är ett objekt får börja med `"$schema"`: då fyller editorn i och kontrollerar medan du skriver.',
    '',
    ...JSON_FILES.map(({ path, schema, words, also }) => `${keyPart(path, schema, words, also)}\n`),
    `${keyPart(TEXT_PAGE, GuideHead, TEXT_WORDS)}\n`,
    ...TABLES.map((t) => `${csvPart(t)}\n`),
    REFERENCE_END,
  ].join('\n');
}

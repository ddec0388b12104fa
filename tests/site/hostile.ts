import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dsvFormat } from 'd3-dsv';

/**
 * What would run, load or cover something if any page took text for markup. `intrang` is set by every one that runs, to a
 * number that no count of the folder is: the audit would rightly stop a hidden one that stands in a text.
 */
const ATTACK = [
  '<script>window.intrang=901</script>',
  '<img src=x onerror="window.intrang=902">',
  '"><svg onload=window.intrang=903>',
  "' onfocus=window.intrang=904 autofocus='",
  '<iframe src="https://example.org/ram"></iframe>',
  '<link rel=stylesheet href=https://example.org/stil.css>',
  '<style>*{display:none}</style>',
  '[länk](javascript:window.intrang=905)',
  '![bild](https://example.org/bild.png)',
  '</script></style></title></textarea><base href=https://example.org/>',
  '&lt;script&gt;window.intrang=906&lt;/script&gt;',
].join(' ');

/** HTML in Markdown is refused when it is read; this is not HTML. */
const MARKDOWN = '&lt;script&gt;window.intrang=908&lt;/script&gt; **"><svg onload=window.intrang=909**';

/** Text that people write, not a key, a code, a date, an address or a number: it has a space in it. */
const isProse = (text: string) => /\p{L} \p{L}/u.test(text) && !/^https?:|@/.test(text);
const hostile = (text: string) => (isProse(text) ? `${text} ${ATTACK}` : text);

function inJson(value: unknown): unknown {
  if (typeof value === 'string') return hostile(value);
  if (Array.isArray(value)) return value.map(inJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, v]) => [
      key,
      KEPT.has(key)
        ? v
        : SHORT.has(key) && typeof v === 'string'
          ? `${v} ${SHORT_ATTACK}`.slice(0, 60)
          : inJson(v),
    ]),
  );
}

/** Fields that may only hold so many characters. */
const SHORT: ReadonlySet<string> = new Set(['titel', 'kortnamn']);
const SHORT_ATTACK = '<svg onload=intrang=907>';

/** Fields whose words are names for something elsewhere. */
const KEPT: ReadonlySet<string> = new Set([
  'namn',
  'gemensamFraga',
  'enhet',
  'kalla',
  'utgivare',
  'licens',
  'kvalitetsomrade',
]);

const PAGE =
  '---\ntitel: Ett prov\nkortnamn: Prov\ningress: En text som bara finns i prov.\n---\n\n## Rubrik\n\nEn text.\n';

const csv = dsvFormat(';');

/** A copy of a data folder in which every text that somebody has written also holds an attack. */
export function hostileFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  mkdirSync(join(to, 'texter/anvandarguide'), { recursive: true });
  writeFileSync(join(to, 'texter/anvandarguide/10-prov.md'), PAGE);
  writeFileSync(join(to, 'texter/ordlista.csv'), 'term;forklaring;se_aven\nett ord;vad det betyder;\n');
  for (const name of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
    const path = join(to, name);
    if (name.startsWith('referens') || name.includes('versioner')) continue;
    if (name.endsWith('.md'))
      writeFileSync(path, `${readFileSync(path, 'utf8')}\n${MARKDOWN}\n\n- ${MARKDOWN}\n`);
    if (name.endsWith('.json'))
      writeFileSync(path, JSON.stringify(inJson(JSON.parse(readFileSync(path, 'utf8'))), null, 2));
    if (!name.endsWith('.csv')) continue;
    const [head, ...rows] = csv.parseRows(readFileSync(path, 'utf8'));
    const changed = rows.map((row) =>
      row.map((cell, i) => (KEPT_COLUMNS.has(head?.[i] ?? '') ? cell : hostile(cell))),
    );
    writeFileSync(path, csv.formatRows([head ?? [], ...changed]));
  }
}

/** Columns whose words are names for something elsewhere, or one of a few. */
const KEPT_COLUMNS: ReadonlySet<string> = new Set(['kommun', 'stadsdel', 'namn', 'kalla', 'term', 'se_aven']);

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompareData } from '../../src/compare/data.ts';
import { resultOf } from '../../src/compare/result.ts';
import { parseSelection } from '../../src/compare/selection.ts';
import { ingest } from '../../src/ingest/index.ts';
import { textReport } from '../../src/ingest/report/index.ts';
import { renderMarkdown } from '../../src/markup/markdown.ts';
import { bytesOf, type Chance, chance, mutated, PIECES } from './mutate.ts';
import { inventoryParts, type Parts, workbookCase } from './workbooks.ts';

/** What is given to the readers: a small data folder with a text, what `/jamfor/` reads, and a filled-in inventory. */
export type Material = {
  readonly files: ReadonlyMap<string, string>;
  readonly compare: CompareData;
  readonly inventory: Parts;
};

const PAGE =
  '---\ntitel: Ett prov\nkortnamn: Prov\ningress: En text som bara finns i prov.\n---\n\n## Rubrik\n\n- *a* [b](/stod/) **c**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';

export function materialOf(folder: string, compare: CompareData): Material {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((p) =>
    /\.(csv|json)$/.test(p),
  );
  const files = paths
    .sort()
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')] as const);
  return {
    files: new Map([
      ...files,
      ['texter/anvandarguide/10-prov.md', PAGE],
      ['texter/ordlista.csv', 'term;forklaring;se_aven\na;b;\n'],
    ]),
    compare,
    inventory: inventoryParts(),
  };
}

/**
 * One case: a folder, a text, a workbook or an address with something done to it, read as it would be.
 * @param seed decides everything
 * @throws what a reader throws, or when it says something that nobody could act on
 */
export async function runCase(seed: number, material: Material): Promise<void> {
  const luck = chance(seed);
  const kind = luck.next();
  if (kind < 0.82) folder(material, luck);
  else if (kind < 0.87) await workbookCase(material.inventory, luck);
  else if (kind < 0.93) renderMarkdown(mutated(mutated(PAGE, false, luck), false, luck));
  else address(material, luck);
}

function folder({ files }: Material, luck: Chance): void {
  const names = [...files.keys()];
  const changed = new Set(Array.from({ length: 1 + luck.below(3) }, () => names[luck.below(names.length)]));
  const entries = [...files].map(([path, text]) => {
    const name = changed.has(path) && luck.next() < 0.03 ? `${path}${luck.pick(PIECES)}` : path;
    if (!changed.has(path)) return [name, new TextEncoder().encode(text)] as const;
    let next = text;
    for (let i = 0; i <= luck.below(3); i += 1) next = mutated(next, path.endsWith('.json'), luck);
    return [name, bytesOf(next, luck)] as const;
  });
  const gone = luck.next() < 0.05 ? luck.below(entries.length) : -1;
  const { findings, counts } = ingest(new Map(entries.filter((_, i) => i !== gone)));
  for (const { file, message, rule, row } of findings) {
    if (file === '' || message === '' || rule === '') throw new Error('a finding says too little');
    if (row !== null && !(Number.isInteger(row) && row > 0)) throw new Error(`a finding is on row ${row}`);
  }
  const error = findings.filter((f) => f.severity === 'error').length;
  const report = textReport({ findings, counts: { ...counts, error, warning: findings.length - error } });
  if (/[^\P{Cc}\n]/u.test(report)) throw new Error('a control character reaches the terminal');
}

function address({ compare }: Material, luck: Chance): void {
  const keys = ['k', 'i', 'ar', 'vy', 'med', 'karta', 'mot', 'omrade', '__proto__'] as const;
  const codes = [...compare.kommuner.map((k) => k.kod), ...compare.indikatorer.map((i) => i.id)];
  const value = () =>
    luck.next() < 0.6
      ? (codes[luck.below(codes.length)] ?? '')
      : luck.pick([...PIECES, 'tabell', 'punkter', 'karta', '2016']);
  const query = Array.from({ length: luck.below(6) }, () => {
    const list = Array.from({ length: luck.below(30) }, value).join(',');
    return `${luck.pick(keys)}=${luck.next() < 0.5 ? list.toWellFormed() : encodeURIComponent(list.toWellFormed())}`;
  });
  resultOf(compare, parseSelection(`?${query.join('&')}`, compare).selection);
}

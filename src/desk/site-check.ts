import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChecklistItem, checklistItem } from './checklist.ts';

/** More broken links than this have the same cause. */
const SHOWN = 10;

/** Follows every internal link of a built site, and looks for what every page must have. */
export function checkSite(folder: string): readonly ChecklistItem[] {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (f) => f.endsWith('.html') && !f.startsWith('pagefind'),
  );
  const html = new Map(pages.map((p) => [p.replaceAll('\\', '/'), readFileSync(join(folder, p), 'utf8')]));
  const broken = new Set<string>();
  const bare: string[] = [];
  for (const [page, text] of html) {
    if (!/<html[^>]*\slang="/.test(text) || !/<title>[^<]+<\/title>/.test(text)) bare.push(page);
    for (const [, href = ''] of text.matchAll(/<a\s[^>]*?href="([^"]+)"/g)) {
      if (/^(https?:|mailto:|tel:|#)/.test(href)) continue;
      const path = decodeURI(href.replace(/[?#].*$/s, '')).replace(/^\//, '');
      const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      if (!html.has(target) && !existsSync(join(folder, target))) broken.add(`${page} → ${href}`);
    }
  }
  return [
    ...[...broken].slice(0, SHOWN).map((link) => checklistItem('lankar', `Länken leder ingenstans: ${link}`)),
    ...(broken.size > SHOWN ? [checklistItem('lankar', `Och ${broken.size - SHOWN} länkar till.`)] : []),
    ...bare.map((page) => checklistItem('tillganglighet', `${page} saknar språk eller titel.`)),
  ];
}

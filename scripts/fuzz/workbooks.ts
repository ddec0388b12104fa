import { unzipSync, zipSync } from 'fflate';
import { runJob } from '../../src/islands/inventering/job.ts';
import { FORMULAR } from '../../tests/fixtures/formular.ts';
import { filledTemplate } from '../../tests/islands/inventering/files.ts';
import { type Chance, mutated, PIECES } from './mutate.ts';

/** The parts of a workbook by their path. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** The template of the inventory tool, filled in. */
export const inventoryParts = (): Parts => unzipSync(filledTemplate({ 5: 31, 6: 12, 7: 19, 23: 3 }));

const HOSTILE_XML: readonly [string, ...string[]] = [
  '<c r="XFD1048576"><v>7</v></c>',
  '<c r="A0"><v>1</v></c>',
  '<c r="ZZZZZZ99999999999"><v>1</v></c>',
  '<row r="-1">',
  '<row r="1048576"><c r="A1048576" t="s"><v>99999999</v></c></row>',
  '<c t="e"><v>#REF!</v></c>',
  '<c t="d"><v>9999-99-99</v></c>',
  '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>&b;',
  '&#0;&#xD800;&#x110000;',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<f>SUM(A1:A2)</f>',
  '<row>'.repeat(500),
  '<'.repeat(2000),
  '"'.repeat(999),
];

/** A workbook with something done to one of its parts, or to the bytes of the whole. */
function broken(parts: Parts, luck: Chance): Uint8Array {
  const names = Object.keys(parts);
  const name = names[luck.below(names.length)] ?? '';
  let text = new TextDecoder().decode(parts[name]);
  for (let i = 0; i <= luck.below(3); i += 1) {
    const at = luck.below(text.length + 1);
    const end = Math.min(text.length, at + luck.below(200));
    const ways: readonly [() => string, ...(() => string)[]] = [
      () => mutated(text, false, luck),
      () => text.slice(0, at) + luck.pick(HOSTILE_XML) + text.slice(at),
      () => text.slice(0, at) + luck.pick(PIECES) + text.slice(end),
      () =>
        text.replace(/<v>[^<]*<\/v>|"[^"]*"/g, (found) =>
          luck.next() < 0.02 ? luck.pick(HOSTILE_XML) : found,
        ),
      () => text.slice(0, at) + text.slice(at, end).repeat(1 + luck.below(50)) + text.slice(end),
    ];
    text = luck.pick(ways)();
  }
  const changed: Record<string, Uint8Array> = { ...parts, [name]: new TextEncoder().encode(text) };
  if (luck.next() < 0.03) delete changed[names[luck.below(names.length)] ?? ''];
  const bytes = zipSync(changed, { level: 0 });
  const way = luck.next();
  if (way < 0.8) return bytes;
  if (way < 0.9) return bytes.slice(0, luck.below(bytes.length));
  for (let i = 0; i < 4; i += 1) bytes[luck.below(bytes.length)] = luck.below(256);
  return bytes;
}

const KOMMUNER = [['0114', 'Upplands Väsby']] as const;

/**
 * Gives the inventory tool a broken workbook.
 * @throws what it throws, or when it says nothing that the reader could act on
 */
export async function workbookCase(parts: Parts, luck: Chance): Promise<void> {
  const files = [{ name: 'mall.xlsx', bytes: broken(parts, luck) }];
  const outcome = await runJob({ files, kommuner: KOMMUNER, formular: FORMULAR }, () => {});
  if (outcome.kind === 'olasligt' && outcome.words.length < 20) throw new Error(`says only ${outcome.words}`);
  if (outcome.kind !== 'fynd') return;
  for (const { file, message, row } of outcome.findings)
    if (file === '' || message === '' || (row !== null && row < 1))
      throw new Error('a finding says too little');
}

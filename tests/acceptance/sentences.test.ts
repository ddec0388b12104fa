import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kommunDocument } from '../../src/content/kommun/document.ts';
import { lanDocument } from '../../src/content/lan.ts';
import { riketDocument } from '../../src/content/riket.ts';
import { sortedByName } from '../../src/text/collate.ts';
import { loaded } from '../pipeline/loaded.ts';

/** Every twelfth kommun by name, and those whose sentences are made in their own way. */
const OWN_WAY = ['Göteborg', 'Habo', 'Malmö', 'Säffle', 'Tingsryd'];

/** Read aloud when they change: they are what most readers meet first. */
it('the sentences about 29 kommuner, the län and riket are those that have been read', async () => {
  const { index } = await loaded();
  const { kommuner, lan } = index.catalogue.referens;
  const chosen = sortedByName(kommuner).filter((k, i) => i % 12 === 0 || OWN_WAY.includes(k.namn));
  const lines = [
    riketDocument(index).lead,
    ...sortedByName(lan).flatMap((l) => lanDocument(index, l).areas.map((a) => a.lead)),
    ...chosen.flatMap((kommun) => {
      const { areas, registers } = kommunDocument(index, kommun);
      return [...areas.map((a) => a.sentence), ...registers.map((r) => r.sentence)];
    }),
  ];
  const text = `${lines.join('\n\n').replaceAll('\u00a0', ' ')}\n`;
  const golden = new URL('held/meningar.txt', import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, text);
  expect(existsSync(golden)).toBe(true);
  expect(text).toBe(readFileSync(golden, 'utf8'));
});

import { describe, expect, it } from 'vitest';
import { loadFiles } from '../../src/pipeline/load.ts';
import { type Change, folder } from '../ingest/folder.ts';
import { inventering, kartlaggning } from './planted.ts';

/** What stops a folder from being published. */
async function errors(...changes: readonly Change[]): Promise<readonly string[]> {
  const { report } = await loadFiles(folder(...changes));
  return report.findings.filter((f) => f.severity === 'error').map((f) => f.code);
}

describe('parts that add up by chance are no sum, where what is formed by it cannot be', () => {
  it('kinds of an inventory: somebody was in two, and somebody else in none', async () => {
    // Women: 20 in shelters and 8 at hotels are all 28, but 3 less 1 is two in jourboende.
    const lines = [
      ...['akut-alla;T;alla;40;', 'akut-alla;K;alla;28;', 'akut-alla;M;alla;12;'],
      ...['harbarge;T;alla;27;', 'harbarge;K;alla;20;', 'harbarge;M;alla;7;'],
      ...['hotell;T;alla;14;', 'hotell;K;alla;8;', 'hotell;M;alla;6;'],
      ...['jourboende;T;alla;3;', 'jourboende;M;alla;1;'],
    ];
    expect(await errors(inventering(...lines))).toEqual([]);
  });

  it('classes of a kartläggning of which one person can be in several', async () => {
    const by = (kon: string, n: number, klass = '') => `personer;alla;${kon};${n};antal;;${klass}`;
    const lines = [
      ...[by('T', 40), by('K', 20), by('M', 20)],
      ...[by('T', 25, 'skulder'), by('K', 15, 'skulder'), by('M', 10, 'skulder')],
      ...[by('T', 15, 'sjukdom'), by('K', 5, 'sjukdom'), by('M', 10, 'sjukdom')],
      ...[by('T', 12, 'våld'), by('M', 6, 'våld')],
    ];
    const indelningar = { orsak: { klasser: ['skulder', 'sjukdom', 'våld'], enda: false } };
    expect(await errors(kartlaggning(lines, { indelningar }))).toEqual([]);
  });

  it('measures of a kartläggning, that agree in one situation', async () => {
    const once = ['vuxna;1;T;10', 'barn;1;T;4', 'hushall;1;T;6', 'vuxna;2;T;30', 'barn;2;T;34'];
    expect(await errors(kartlaggning(once))).toEqual([]);
    // In three it is no chance, and the fourth is an error.
    const often = ['3', '4', 'ej-angiven'].flatMap((s) => [
      `vuxna;${s};T;10`,
      `barn;${s};T;4`,
      `hushall;${s};T;6`,
    ]);
    expect(await errors(kartlaggning([...once, ...often]))).toEqual(['motsager-varandra']);
  });
});

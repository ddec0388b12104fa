import { describe, expect, it } from 'vitest';
import { auditFiles } from '../../src/disclosure/audit/index.ts';
import type { AuditedFile } from '../../src/disclosure/audit/readers.ts';
import { auditReport } from '../../src/disclosure/audit/report.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { allFiles } from '../../src/files/index.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { folder } from '../ingest/folder.ts';
import { kartlaggning } from './planted.ts';

const highs = await loadHighs();
/** 3 of 40 people are women in situation 1; the rest of the margins would tell it. */
const LINES = [
  ...['personer;alla;T;40', 'personer;alla;K;18', 'personer;alla;M;22'],
  ...['personer;1;T;15', 'personer;1;K;3', 'personer;1;M;12'],
  ...['personer;2;T;25', 'personer;2;K;15', 'personer;2;M;10'],
  ...['personer;3;T;0', 'personer;4;T;0', 'personer;ej-angiven;T;0'],
];

async function hiddenIn(lines: readonly string[], definition: object = {}): Promise<readonly string[]> {
  const { index } = await loadFiles(folder(kartlaggning(lines, definition)));
  const varden = index?.catalogue.kartlaggningar[0]?.varden ?? [];
  expect(varden.every((v) => (v.saknas === 'skyddad') === (v.varde === null))).toBe(true);
  return varden.flatMap((v) => (v.saknas === 'skyddad' ? [`${v.enhet} ${v.situation} ${v.kon}`] : []));
}

describe('a kartläggning that is published here first', () => {
  it('has its small count hidden, and what would tell it', async () => {
    const hidden = await hiddenIn(LINES);
    expect(hidden).toContain('antal 1 K');
    expect(hidden.length).toBeGreaterThanOrEqual(4);
    expect(hidden).not.toContain('antal alla T');
  });

  it('hides a percentage that would tell a count, before the total that it is of', async () => {
    const more = ['personer;alla;T;1000', 'personer;1;T;4', 'personer;alla;K;480'];
    expect(await hiddenIn(more)).toEqual(['antal 1 T']);
    // 0,4 % of 1 000 is between 3,5 and 4,5.
    expect(await hiddenIn([...more, 'personer;1;T;0.4;procent'])).toEqual(['antal 1 T', 'procent 1 T']);
  });

  it('is left as it is when somebody else has published it', async () => {
    expect(
      await hiddenIn(LINES, {
        personskydd: null,
        utanPersonskydd: 'Staden har redan publicerat alla talen.',
      }),
    ).toEqual([]);
  });

  it('is attacked as it was written, and a leak in the file stops the build', async () => {
    const { index, secret } = await loadFiles(folder(kartlaggning(LINES)));
    if (!index || !secret) throw new Error('nothing is hidden');
    const audit = async (change: (text: string) => string) => {
      const files = allFiles(index)
        .filter((f) => f.path.endsWith('.csv'))
        .map((f): AuditedFile => {
          const content = async () =>
            new TextEncoder().encode(change(new TextDecoder().decode(await f.content())));
          return { path: f.path, content };
        });
      return auditReport(await auditFiles(highs, secret, files));
    };
    const { failures, summary } = await audit((text) => text);
    expect(failures).toEqual([]);
    expect(summary).toMatch(/1 tabell över personer/);
    const leaking = await audit((text) =>
      text.replace(/(personer[;,]1[;,]K[^\n]*?)[;,][;,]skyddad/, (row) =>
        row.replace(/([;,])[;,]skyddad/, '$13$1'),
      ),
    );
    expect(leaking.failures.join(' ')).toMatch(/kod 0114, kön M: går att räkna ut, värdet är 12/);
  });
});

it('counts that contradict each other are named, and nothing is published', async () => {
  const lines = ['personer;alla;T;20', 'personer;1;T;15', 'personer;2;T;12'];
  const { index, report } = await loadFiles(folder(kartlaggning(lines)));
  expect(index).toBeNull();
  const [finding] = report.findings.filter((f) => f.severity === 'error');
  expect(finding?.file).toMatch(/^kartlaggningar\/vasby\//);
  expect(finding?.message).toMatch(/27/);
  expect(finding?.message).toMatch(/20/);
});

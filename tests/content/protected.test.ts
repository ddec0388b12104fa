import { describe, expect, it } from 'vitest';
import { protectedSentence, roundSentence } from '../../src/content/kartlaggning.ts';
import { kommunDocument } from '../../src/content/kommun/document.ts';
import type { Kartlaggning } from '../../src/model/kartlaggning.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { kartlaggning } from '../disclosure/planted.ts';
import { LITET } from '../files/helpers/catalogue.ts';
import { folder } from '../ingest/folder.ts';
import { loaded } from '../pipeline/loaded.ts';

// A hidden figure is not a missing one: the sentence says that it is protected, why, and what can be said instead.
const WHY = /skydda[dt].*visas inte, för att ingen person ska kunna kännas igen/;

async function counted(lines: readonly string[]): Promise<Kartlaggning> {
  const { index, report } = await loadFiles(folder(kartlaggning(lines)));
  const [k] = index?.catalogue.kartlaggningar ?? [];
  if (!k) throw new Error(JSON.stringify(report.findings.slice(0, 2)));
  return k;
}

describe('a kartläggning with protected figures', () => {
  it('says of a hidden total that it is protected, and never that there is no figure', async () => {
    const k = await counted(['personer;alla;T;3', 'personer;alla;K;1', 'personer;alla;M;2']);
    const [round] = k.omgangar;
    if (!round) throw new Error('no round');
    const said = roundSentence(k, round);
    expect(said).toMatch(WHY);
    expect(said).not.toContain('ingen siffra');
    expect(said).toMatch(/också skyddade\.$/);
  });

  it('names what is shown instead, largest first', async () => {
    const k = await counted(['personer;alla;T;40', 'personer;alla;K;18', 'personer;alla;M;22']);
    const [round] = k.omgangar;
    if (!round) throw new Error('no round');
    const varden = k.varden.map((v) =>
      v.kon === 'T' ? ({ ...v, varde: null, saknas: 'skyddad' } as const) : v,
    );
    expect(roundSentence({ ...k, varden }, round)).toMatch(
      /går att visa: Personer, män: 22; Personer, kvinnor: 18\.$/,
    );
  });

  it('counts the hidden figures of a round beside its table', async () => {
    const lines = ['alla;T;1000', 'alla;K;480', 'alla;M;520', '1;T;4', '2;T;996', '3;T;0', '4;T;0'];
    const k = await counted(lines.map((l) => `personer;${l}`));
    const [round] = k.omgangar;
    const hidden = k.varden.filter((v) => v.saknas === 'skyddad').length;
    expect(hidden).toBeGreaterThan(0);
    const said = protectedSentence(k, round?.ar ?? 0);
    expect(said).toMatch(WHY);
    expect(said).toMatch(hidden === 1 ? /^En siffra är/ : /^\p{L}+ siffror är/u);
    const open = { ...k, varden: k.varden.filter((v) => v.saknas !== 'skyddad') };
    expect(protectedSentence(open, round?.ar ?? 0)).toBeNull();
  });
});

it('a kommun with a protected figure in a register: why, and what its län has', async () => {
  const { index } = await loaded(LITET);
  const hidden = index
    .observationsOf('OJ-HL-99')
    .filter((o) => o.niva === 'kommun' && o.kon === 'T' && o.saknas === 'skyddad');
  expect(hidden.length).toBeGreaterThan(0);
  for (const { kod } of hidden) {
    const kommun = index.kommun(kod);
    if (!kommun) throw new Error(kod);
    const sentence = kommunDocument(index, kommun).registers.find(
      (r) => r.indicator.id === 'OJ-HL-99',
    )?.sentence;
    expect(sentence).toMatch(WHY);
    expect(sentence).toMatch(/För Blekinge län är den 149/);
  }
});

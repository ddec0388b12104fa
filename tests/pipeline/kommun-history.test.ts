import { beforeAll, describe, expect, it } from 'vitest';
import { indicatorSeries } from '../../src/charts/from/series.ts';
import { formerAddresses } from '../../src/content/kommun/addresses.ts';
import { formerKommuner } from '../../src/content/kommun/history.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { formerCollector } from '../../src/files/former/index.ts';
import { RIKET } from '../../src/model/kommun.ts';
import { kommunerOn, successorsOf } from '../../src/model/kommun-history.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { historySentences } from '../../src/text/sentences/history.ts';
import { LITET } from '../files/helpers/catalogue.ts';
import { changedFolder, type Texts, TOY_CHANGES, type ToyChange } from './changed-kommuner.ts';

let small: Texts;
beforeAll(async () => {
  const files = await nodeEffects().readTree(LITET);
  small = new Map([...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
});

const read = (texts: Texts) =>
  loadFiles(new Map([...texts].map(([path, text]) => [path, new TextEncoder().encode(text)])));
async function changed(...changes: readonly ToyChange[]) {
  const { index, report } = await read(changedFolder(small, changes));
  if (!index) throw new Error(JSON.stringify(report.findings.filter((f) => f.severity === 'error')));
  return { index, report };
}

describe.each(Object.entries(TOY_CHANGES))('kommuner that %s', (_, change) => {
  it('leave the old edition as it was: the same rows, the same shares, nothing to mend', async () => {
    const before = await read(small);
    const { index, report } = await changed(change);
    for (const id of ['U30428', 'U30437'])
      for (const kod of [RIKET, '09', '10'])
        expect(index.observation(id, kod, 2016)?.fordelning).toEqual(
          before.index?.observation(id, kod, 2016)?.fordelning,
        );
    const surveys = report.findings.filter((f) => f.file.includes('/enkat/'));
    expect(surveys).toEqual(before.report.findings.filter((f) => f.file.includes('/enkat/')));
    expect(kommunerOn(index.catalogue.referens, '2016-04-15').map((k) => k.kod)).toEqual(
      before.index?.catalogue.referens.kommuner.map((k) => k.kod),
    );
  });

  it('lead from every former address to what there is', async () => {
    const { index } = await changed(change);
    const { kommuner, tidigareKommuner } = index.catalogue.referens;
    expect(tidigareKommuner.length).toBe(1);
    for (const former of tidigareKommuner) {
      const now = successorsOf(index.catalogue.referens, former);
      expect(now.length).toBeGreaterThan(0);
      for (const k of now) {
        expect(kommuner).toContain(k);
        expect(historySentences(index, k).join(' ')).toContain('1 januari 2021');
      }
    }
    for (const { kommun, now } of formerKommuner(index)) {
      expect(kommuner.map((k) => k.slug)).not.toContain(kommun.slug);
      expect(now.length).toBeGreaterThan(0);
    }
  });
});

describe('the files of what was', () => {
  const filesOf = async (change: ToyChange) => {
    const { index } = await changed(change);
    const written = [
      'data/kommuner/SLUG.xlsx',
      'floden/kommuner/SLUG.xml',
      'data/hemloshet/2016.xlsx',
    ].flatMap((path) =>
      index.catalogue.referens.kommuner.map((k) => ({
        path: path.replace('SLUG', k.slug),
        mediaType: 'text/plain',
        format: 'Excel',
        title: k.namn,
        description: k.namn,
        opensIn: 'allt',
        group: 'kommun',
        about: k.kod,
        example: false,
        content: () => new TextEncoder().encode(k.namn),
      })),
    );
    const files = formerCollector.files(index, written);
    return files.map((f) => [f.path, f.title, f.group]);
  };

  it('are those of the only kommun that it became', async () => {
    expect(await filesOf(TOY_CHANGES.rename)).toEqual([
      ['data/kommuner/ronneby.xlsx', 'Blekingeby', 'tidigare'],
      ['floden/kommuner/ronneby.xml', 'Blekingeby', 'tidigare'],
    ]);
    expect((await filesOf(TOY_CHANGES.merge)).map(([path, title]) => [path, title])).toEqual([
      ['data/kommuner/olofstrom.xlsx', 'Karlshamn'],
      ['floden/kommuner/olofstrom.xml', 'Karlshamn'],
    ]);
  });

  it('are none where the address is in use, or where it became several', async () => {
    expect(await filesOf(TOY_CHANGES.split)).toEqual([]);
    const gone = {
      ...TOY_CHANGES.split,
      rows: TOY_CHANGES.split.rows.map((r) =>
        r.replace(/^1080;Karlskrona(.*;2021)/, '1080;Nya Karlskrona$1'),
      ),
    };
    const { index } = await changed(gone);
    const [former] = formerKommuner(index);
    expect(former?.now.map((k) => k.namn)).toEqual(['Nya Karlskrona', 'Nättraby']);
    expect(await filesOf(gone)).toEqual([]);
    const addresses = formerAddresses(index, formerKommuner(index));
    expect(addresses.map((a) => a.path)).toContain('/kommuner/karlskrona/hemloshet/2016/');
    for (const { now } of addresses) expect(now).toHaveLength(2);
  });
});

it('a former kommun in a later year gets a finding with what it became', async () => {
  const files = new Map(changedFolder(small, [TOY_CHANGES.merge]));
  const path = 'omraden/hemloshet/register/N07907.csv';
  files.set(path, `${files.get(path)?.trimEnd()}\n1060;2022;T;19.3;;;\n`);
  const { report } = await read(files);
  const found = report.findings.filter((f) => f.severity === 'error');
  expect(found).toEqual([expect.objectContaining({ code: 'kommunkod-nedlagd', value: '1060' })]);
  expect(found[0]?.suggestion).toContain('1082 (Karlshamn)');
});

it('a new kommun in an old survey gets a finding that it was not there', async () => {
  const files = new Map(changedFolder(small, [TOY_CHANGES.split]));
  const path = 'omraden/hemloshet/enkat/2016.csv';
  files.set(path, `${files.get(path)?.trimEnd()}\n1085;Nättraby;;ja;ja\n`);
  const { report } = await read(files);
  expect(report.findings.filter((f) => f.severity === 'error')).toEqual([
    expect.objectContaining({ code: 'kommunkod-nedlagd', value: '1085' }),
  ]);
});

it('a kommun of another area than before has a cut in its series, one with a new name has none', async () => {
  const grow = (texts: Texts): Texts => {
    const path = 'omraden/hemloshet/register/N07907.csv';
    const definitions = 'omraden/hemloshet/indikatorer.json';
    const text = texts.get(path)?.trimEnd() ?? '';
    const old = ['0980', '1060', '1080', '1081', '1082', '1083'].map((kod) => `${kod};2018;T;11.1;;;`);
    const all = JSON.parse(texts.get(definitions) ?? '[]').map((i: { id: string; ar: number[] }) =>
      i.id === 'N07907' ? { ...i, ar: [2018, 2022] } : i,
    );
    return new Map([...texts, [path, `${[text, ...old].join('\n')}\n`], [definitions, JSON.stringify(all)]]);
  };
  const cutsOf = async (change: ToyChange, kod: string) => {
    const { index, report } = await read(grow(changedFolder(small, [change])));
    const indicator = index?.indikator('N07907');
    if (!index || !indicator) throw new Error(JSON.stringify(report.findings.slice(0, 3)));
    return indicatorSeries(index, indicator, kod)?.notes.join(' ') ?? '';
  };
  expect(await cutsOf(TOY_CHANGES.merge, '1082')).toContain(
    'Olofström blev en del av Karlshamn 1 januari 2021',
  );
  expect(await cutsOf(TOY_CHANGES.split, '1080')).toContain('1 januari 2021');
  expect(await cutsOf(TOY_CHANGES.rename, '1081')).not.toContain('2021');
});

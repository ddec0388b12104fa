import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import { indicatorDistribution } from '../../src/charts/from/distribution.ts';
import { indicatorMap } from '../../src/charts/from/map.ts';
import { compareDataOf } from '../../src/compare/build.ts';
import { matrixOf } from '../../src/compare/matrix.ts';
import { tableHtml } from '../../src/compare/table.ts';
import { kommunDocument } from '../../src/content/kommun/document.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { comparisonCsv } from '../../src/files/compare/rows.ts';
import { kommunData } from '../../src/files/pdf/kommun-data.ts';
import type { CatalogueIndex } from '../../src/model/catalogue.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { LITET, type Published, publishIndex } from './helpers/catalogue.ts';
import { readPx } from './helpers/px.ts';

// A kommun's row in a register has a source and a remark of its own. They must be beside the figure wherever it stands:
// a reader who copies it away must not lose what it is worth.
const KARLSHAMN = '1082';
const SOURCE = 'Kommunens egen rapport 2023';
const NOTE = 'Beräknad på ett halvt år';

const decoder = new TextDecoder();
let site: Published;
let index: CatalogueIndex;
beforeAll(async () => {
  const files = new Map(await nodeEffects().readTree(LITET));
  const edit = (path: string, change: (text: string) => string) =>
    files.set(path, new TextEncoder().encode(change(decoder.decode(files.get(path)))));
  for (const path of [...files.keys()].filter((p) => /register\/N07907\.csv$/.test(p)))
    edit(path, (text) => text.replace(/^(1082;[^;]*;T;[^;]*;[^;]*);;$/m, `$1;egen-rapport;${NOTE}`));
  edit('referens/kallforteckning.json', (text) =>
    JSON.stringify([
      ...JSON.parse(text),
      { id: 'egen-rapport', namn: SOURCE, utgivare: 'Karlshamn', slag: 'forstahand' },
    ]),
  );
  // The measure once more as a register, which has pages, slides and reports of its own.
  edit('omraden/hemloshet/indikatorer.json', (text) => {
    const all = JSON.parse(text);
    const own = all.find((i: { id: string }) => i.id === 'N07907');
    return JSON.stringify([
      ...all,
      { ...own, id: 'OJ-HL-50', kolada: null, slug: 'prov', typ: 'register', likhetstema: null },
    ]);
  });
  const rows = files.get('omraden/hemloshet/register/N07907.csv');
  if (!rows) throw new Error('the small folder has no register N07907');
  files.set('omraden/hemloshet/register/OJ-HL-50.csv', rows);
  const loaded = await loadFiles(files);
  if (!loaded.index) throw new Error(JSON.stringify(loaded.report.findings.slice(0, 3)));
  index = loaded.index;
  site = publishIndex(index);
});

/** Everything that can be read in a file: its text, or the texts of the parts in it. */
async function textOf(path: string): Promise<string> {
  const bytes = await site.bytes(path);
  if (path.endsWith('.px')) return [...readPx(bytes).keys].map(([k, v]) => `${k} ${v.join(' ')}`).join('\n');
  if (path.endsWith('.parquet'))
    return JSON.stringify(await parquetReadObjects({ file: new Uint8Array(bytes).buffer }), (_, v) =>
      typeof v === 'bigint' ? Number(v) : v,
    );
  if (!/\.(xlsx|pptx)$/.test(path)) return decoder.decode(bytes);
  return Object.values(unzipSync(bytes))
    .map((part) => decoder.decode(part))
    .join('\n');
}

const FILES = [
  'data/indikatorer/oj-hl-50.csv',
  'data/indikatorer/oj-hl-50.px',
  'data/indikatorer/oj-hl-50.jsonstat.json',
  'data/hemloshet/observationer.csv',
  'data/hemloshet/observationer-excel.csv',
  'data/hemloshet/observationer.parquet',
  'data/allt/allt.xlsx',
  'data/kommuner/karlshamn.xlsx',
  'data/kommun/karlshamn.pptx',
  'data/lan/blekinge-lan.xlsx',
  'api/v1/observationer/OJ-HL-50.json',
  'api/v1/kommuner/1082.json',
  'api/v1/jamfor.json',
];

describe('the remark on a kommun’s row', () => {
  it.each(FILES)('is in %s', async (path) => {
    const text = await textOf(path);
    expect(text).toContain(NOTE);
    expect(text).toContain(SOURCE);
  });

  it('stands at the cell that it is about in PX', async () => {
    const { keys } = readPx(await site.bytes('data/indikatorer/oj-hl-50.px'));
    const notes = [...keys].filter(([key]) => key.startsWith('CELLNOTE('));
    expect(notes.map(([key]) => key)).toContainEqual(
      expect.stringMatching(/^CELLNOTE\("Karlshamn",".+","Båda könen","2022"\)$/),
    );
  });

  it('stands in the figures of the indicator and of the kommun, beside its own row and no other', () => {
    const indicator = index.indikator('OJ-HL-50');
    if (!indicator) throw new Error('no indicator');
    for (const figure of [
      indicatorMap(index, indicator, 2022),
      indicatorDistribution(index, indicator, 2022, { kod: KARLSHAMN }),
    ]) {
      const at = figure?.table.columns.findIndex((c) => c.label === 'Anmärkning') ?? -1;
      const own = figure?.table.rows.filter((r) => r[at]?.text.includes(NOTE)).map((r) => r[0]?.text);
      expect(own).toEqual(['Karlshamn']);
      for (const row of figure?.table.rows ?? []) expect(row).toHaveLength(figure?.table.columns.length ?? 0);
    }
  });

  it('is said in the report, of the register and of the background measure', () => {
    const kommun = index.kommun(KARLSHAMN);
    if (!kommun) throw new Error('no kommun');
    const data = kommunData(kommunDocument(index, kommun));
    const said = `${NOTE}. Källa: ${SOURCE}.`;
    expect(data.register.flatMap((r) => r.anmarkningar)).toContain(`Karlshamn: ${said}`);
    expect(data.bakgrundAnmarkningar).toHaveLength(1);
    expect(data.bakgrundAnmarkningar[0]).toContain(said);
  });

  it('follows the figure into a comparison and its CSV', () => {
    const data = compareDataOf(index);
    const matrix = matrixOf(data, { kommuner: [KARLSHAMN], indikatorer: ['OJ-HL-50'], ar: null });
    expect(tableHtml(matrix, data.omraden, { caption: 'Prov' })).toContain(NOTE);
    const [, row] = comparisonCsv([matrix], data).split('\r\n');
    expect(row).toMatch(new RegExp(`Karlshamn.*${NOTE}`));
  });

  it('has no column in a workbook where nothing is remarked on', async () => {
    expect(await textOf('data/kommuner/ronneby.xlsx')).not.toContain('Anmärkning');
  });
});

import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { kommunArea } from '../../src/content/kommun/area.ts';
import { kommunDocument } from '../../src/content/kommun/document.ts';
import { originSentence } from '../../src/content/origin.ts';
import { shareRows } from '../../src/content/shares.ts';
import { allFiles } from '../../src/files/index.ts';
import { kommunData } from '../../src/files/pdf/kommun-data.ts';
import type { CatalogueIndex } from '../../src/model/catalogue.ts';
import { RIKET } from '../../src/model/kommun.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { profileOf } from '../../src/statistics/profile.ts';
import { folder, OMRADE, replace } from '../ingest/folder.ts';

// An edition in which the answers to one question (U1, "Fråga ett") are real and those to another (U2, "Fråga två") are
// made up. Whoever meets the second anywhere must see that it is.
let index: CatalogueIndex;
beforeAll(async () => {
  const loaded = await loadFiles(
    folder(replace(OMRADE, '"ar": 2016,', '"ar": 2016, "verkliga": ["U1"],'), (files) => {
      const area = JSON.parse(String(files.get(OMRADE)));
      Object.assign(area.utgavor[1], { exempel: false, noter: [] });
      files.set(OMRADE, JSON.stringify(area));
    }),
  );
  expect(loaded.report.findings.filter((f) => f.severity === 'error')).toEqual([]);
  if (!loaded.index) throw new Error('no release');
  index = loaded.index;
});

const REAL = 'Fråga ett';
const MADE = 'Fråga två';
/** Every place that names the made-up question marks it; no place marks the real one; it is named at all. */
function marks(texts: readonly string[]): void {
  const naming = texts.filter((t) => t.includes(MADE));
  expect(naming.length).toBeGreaterThan(0);
  for (const text of naming) expect(text).toMatch(new RegExp(`${MADE} \\(exempel\\)`));
  for (const text of naming) expect(text.replaceAll(`${MADE} (exempel)`, '')).not.toContain(MADE);
  for (const text of texts) expect(text).not.toContain(`${REAL} (exempel)`);
}

const bytesOf = async (path: string) => {
  const file = allFiles(index).find((f) => f.path === path);
  if (!file) throw new Error(path);
  return file.content();
};

/** What stands on the slides and in their charts, piece by piece; notes define and are not here. */
async function slides(path: string): Promise<readonly string[]> {
  const zip = await JSZip.loadAsync(await bytesOf(path));
  const parts = await Promise.all(
    zip.file(/ppt\/(slides\/slide|charts\/chart)\d+\.xml$/).map((f) => f.async('string')),
  );
  return parts.flatMap((xml) => [...xml.matchAll(/<(?:a:t|c:v)>([^<]*)</g)].map(([, text = '']) => text));
}

async function sheet(path: string, name: string): Promise<readonly string[]> {
  const found = XLSX.read(await bytesOf(path)).Sheets[name];
  if (!found) throw new Error(`${path}: ${name}`);
  return XLSX.utils.sheet_to_json<unknown[]>(found, { header: 1 }).flat().map(String);
}

describe('real and made-up answers in one edition', () => {
  it('the deck of the area', async () => marks(await slides('data/prov/2016.pptx')));
  it('the deck of a kommun', async () => marks(await slides('data/kommun/uppsala.pptx')));
  it('the report of a kommun (PDF)', () => {
    const kommun = index.kommun('0380');
    if (!kommun) throw new Error('no Uppsala');
    const report = kommunData(kommunDocument(index, kommun));
    marks([JSON.stringify(report)]);
    expect(report.exempelnot).toContain('märkta (exempel)');
  });
  it.each([
    ['data/prov/2016.xlsx', 'Kommun'],
    ['data/prov/2016.xlsx', 'Län'],
    ['data/kommuner/uppsala.xlsx', 'Nyaste svar'],
  ])('%s, the sheet %s', async (path, name) => marks(await sheet(path, name)));

  it('CSV and JSON say it at every value', async () => {
    const csv = new TextDecoder().decode(await bytesOf('data/prov/2016.csv'));
    const [header = '', ...rows] = csv
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/);
    const at = header.split(/[,;]/).indexOf('exempel');
    const said = (id: string) => new Set(rows.filter((r) => r.includes(id)).map((r) => r.split(/[,;]/)[at]));
    expect([...said('U1')]).toEqual(['nej']);
    expect([...said('U2')]).toEqual(['ja']);
    for (const [id, exempel] of [
      ['U1', false],
      ['U2', true],
    ] as const) {
      const json = JSON.parse(new TextDecoder().decode(await bytesOf(`api/v1/observationer/${id}.json`)));
      const mine = json.values.filter((v: { ar: number }) => v.ar === 2016);
      expect(new Set(mine.map((v: { exempel: boolean }) => v.exempel))).toEqual(new Set([exempel]));
    }
  });

  it('charts and the files of a question are marked by the question', () => {
    const about = (id: string) =>
      allFiles(index)
        .filter((f) => f.about === id && f.group === 'figur')
        .map((f) => f.example);
    expect(about('U1').length).toBeGreaterThan(0);
    expect(new Set(about('U1'))).toEqual(new Set([false]));
    expect(new Set(about('U2'))).toEqual(new Set([true]));
  });

  it('the area’s page and riket’s', () => {
    const rows = shareRows(index, 'prov', RIKET, 2016);
    marks(rows.map((r) => r.name));
  });

  it('a kommun’s page: the table has both, what is said and counted rests on the real ones', () => {
    const kommun = index.kommun('0380');
    const omrade = index.omrade('prov');
    if (!kommun || !omrade) throw new Error('no Uppsala');
    const area = kommunArea(index, kommun, omrade);
    marks(area?.rows.map((r) => r.name) ?? []);
    expect(area?.blandat).toBe(true);
    expect(area?.parts.reduce((sum, p) => sum + p.antal, 0)).toBe(1);
    const shown = [area?.rare, area?.gaps, area?.yes, area?.others].flat().map((r) => r?.indicator.id);
    expect(shown).not.toContain('U2');
    expect(JSON.stringify([area?.sentence, area?.steps])).not.toContain(MADE);
    expect(originSentence(profileOf(index, 'prov', '0380').items)).toBeNull();
  });

  it('an edition that is only made up, or only real, marks no single question', async () => {
    for (const exempel of [true, false]) {
      const { index: plain } = await loadFiles(
        folder((files) => {
          const area = JSON.parse(String(files.get(OMRADE)));
          for (const edition of area.utgavor) Object.assign(edition, { exempel, noter: [] });
          files.set(OMRADE, JSON.stringify(area));
        }),
      );
      if (!plain) throw new Error('no release');
      for (const row of shareRows(plain, 'prov', RIKET, 2016)) expect(row.name).not.toContain('exempel');
    }
  });
});

import { describe, expect, it } from 'vitest';
import { correctionLines, shownChanges } from '../../../src/content/data/changes.ts';
import type { ListedFile } from '../../../src/content/data/files.ts';
import {
  dataPage,
  filesAt,
  indicatorFiles,
  kommunFiles,
  pictureFiles,
} from '../../../src/content/data/lists.ts';
import { nodeEffects } from '../../../src/effects-node.ts';
import { indexCatalogue } from '../../../src/model/catalogue.ts';
import { load } from '../../../src/pipeline/load.ts';

// True of any publisher's data.
const { index } = await load('data', nodeEffects());
if (!index) throw new Error('The data has faults');
const { omraden, indikatorer, referens } = index.catalogue;
const [omrade] = omraden;
const [indikator] = indikatorer;
const [kommun] = referens.kommuner;
if (!omrade || !indikator || !kommun) throw new Error('The data is empty');

const file = (path: string, group: string, about?: string, format = 'CSV'): ListedFile => ({
  path,
  format,
  group,
  title: path,
  mediaType: 'text/csv',
  description: '',
  opensIn: '',
  example: false,
  ...(about === undefined ? {} : { about }),
});
const files = [
  file(`data/${omrade.slug}/2016.csv`, omrade.slug),
  file(`data/${omrade.slug}/2023.csv`, omrade.slug),
  file('data/kommuner/x.xlsx', 'kommun', kommun.kod, 'Excel'),
  file('floden/kommuner/x.xml', 'flode', kommun.kod, 'Atom'),
  file(`api/v1/observationer/${indikator.id}.json`, 'api', undefined, 'JSON'),
  file('figurer/karta.svg', 'figur', indikator.id, 'SVG'),
  file('figurer/karta.png', 'figur', indikator.id, 'PNG'),
  file('figurer/serie.svg', 'figur', indikator.id, 'SVG'),
  file('data/v/1/alla.csv', 'version'),
  file('något/nytt.csv', 'ny-grupp'),
];

describe('the lists of files', () => {
  it('have every kommun once, under its letter, with its files', () => {
    const letters = kommunFiles(index, files);
    expect(letters.flatMap((l) => l.rows)).toHaveLength(referens.kommuner.length);
    expect(letters.map((l) => l.letter)).toEqual(
      letters.map((l) => l.letter).toSorted(new Intl.Collator('sv').compare),
    );
    const row = letters.flatMap((l) => l.rows).find((r) => r.name === kommun.namn);
    expect(row?.files.map((f) => f.format)).toEqual(['Excel', 'Atom']);
  });

  it('have an indicator in its own area, also with its answer of the API', () => {
    const areas = indicatorFiles(index, files);
    expect(areas.flatMap((a) => a.rows)).toHaveLength(indikatorer.length);
    const [withFiles] = areas.flatMap((a) => a.rows).filter((r) => r.files.length > 0);
    expect(withFiles?.name).toBe(indikator.kortnamn);
    expect(withFiles?.files.map((f) => f.path)).toEqual([`api/v1/observationer/${indikator.id}.json`]);
  });

  it('have a picture once, in all its formats, and no indicator without pictures', () => {
    const rows = pictureFiles(index, files).flatMap((a) => a.rows);
    expect(rows.map((r) => r.kortnamn)).toEqual([indikator.kortnamn]);
    expect(rows[0]?.pictures.map((p) => p.files.map((f) => f.format))).toEqual([['SVG', 'PNG'], ['SVG']]);
  });

  it('have files by their paths, those that there are', () => {
    expect(filesAt(files, ['figurer/serie.svg', 'saknas.csv'])).toHaveLength(1);
  });
});

describe('/data/', () => {
  const table = (name: string, description: string) => ({ columns: [{ name, description }] });
  const page = dataPage(index, files, [table('kod', 'i den första'), table('kod', 'i den andra')]);

  it('loses no file: what no list and no part has stands by itself', () => {
    const shown = [...page.current, ...page.kept].flatMap((s) => s.files.map((f) => f.path));
    const elsewhere = files.filter((f) => ['kommun', 'flode', 'api', 'figur'].includes(f.group));
    expect([...shown, ...elsewhere.map((f) => f.path)].toSorted()).toEqual(
      files.map((f) => f.path).toSorted(),
    );
    expect(page.current.at(-1)?.files.map((f) => f.path)).toEqual(['något/nytt.csv']);
    expect(page.kept.map((s) => s.id)).toEqual(['version']);
  });

  it('explains a column once, in the words of the first table that has it', () => {
    expect(page.columns).toEqual([['kod', 'i den första']]);
  });
});

describe('/data/andringar/', () => {
  it('has the newest correction first, and says what it was about', () => {
    const base = { version: '2026.2', text: 'Rättat.' };
    const corrected = indexCatalogue({
      ...index.catalogue,
      omraden: [
        { ...omrade, rattelser: [{ ...base, datum: '2026-02-01', indikatorer: [indikator.id] }] },
        ...omraden.slice(1),
      ],
    });
    const lines = correctionLines(corrected);
    expect(lines[0]?.about).toBe(`${omrade.titel} ${indikator.kortnamn}`);
    expect(lines.map((l) => l.datum)).toEqual(
      lines
        .map((l) => l.datum)
        .toSorted()
        .toReversed(),
    );
  });

  it('shows the first of many changes, and says how many there are besides and if they are of parts', () => {
    const change = (del: string) => ({ del });
    expect(shownChanges([change('')])).toEqual({ shown: [{ del: '' }], more: 0, divided: false });
    const many = shownChanges(Array.from({ length: 60 }, () => change('personer')));
    expect([many.shown.length, many.more, many.divided]).toEqual([50, 10, true]);
  });
});

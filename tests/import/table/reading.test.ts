import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../../src/effects-node.ts';
import { csvSheet } from '../../../src/import/csv/sheet.ts';
import { openFolder } from '../../../src/import/folder.ts';
import { planOf } from '../../../src/import/plan.ts';
import { readCell } from '../../../src/import/table/cells.ts';
import { guessMapping } from '../../../src/import/table/guess.ts';
import { importTable } from '../../../src/import/table/import.ts';
import { type ColumnMapping, type Mapping, mappingQuestions } from '../../../src/import/table/mapping.ts';
import { mappingText } from '../../../src/import/table/mapping-text.ts';
import type { RawSheet } from '../../../src/import/table/raw-sheet.ts';
import { readDataFolder } from '../../../src/ingest/sizes.ts';
import { KOMMUNER } from '../workbooks.ts';

const open = openFolder(await readDataFolder('tests/fixtures/litet', nodeEffects()));
const register = open.catalogue.indikatorer.find((i) => i.id === 'N07907');
if (!register) throw new Error('The small folder has no register N07907');
const question = open.catalogue.indikatorer.find((i) => i.id === 'U30428');
if (!question) throw new Error('The small folder has no question of U30428');

const bytes = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));
const guess = (grid: RawSheet, ar: number | null = null): Mapping => {
  const { indikatorer, referens } = open.catalogue;
  const mapping = guessMapping([grid], { indikatorer, referens, kalla: 'Prov', ar, fil: grid.name });
  if (!mapping) throw new Error('nothing was found in the table');
  return mapping;
};
const read = (grid: RawSheet, mapping: Mapping) =>
  importTable(
    open,
    {
      fil: grid.name,
      hamtad: '2026-11-25T10:00:00.000Z',
      sha256: '0'.repeat(64),
      grids: [grid],
      years: null,
    },
    mapping,
  );

describe('a table with kommuner in rows', () => {
  const answers = ['Ja', 'Nej', 'Delvis', '-', '', 'ja'];
  const grid = csvSheet(
    'plan 2018.csv',
    bytes([
      'Öppna jämförelser 2018',
      '',
      `Kommunkod;Kommun;${question.kortnamn} (U30428)`,
      ...KOMMUNER.map(([kod, namn], i) => `${kod};${namn};${answers[i]}`),
    ]),
  );

  it('is found below its titles, its year in its title, and asks only for the words that it does not know', () => {
    const mapping = guess(grid);
    const [sheet] = mapping.blad;
    expect(sheet?.ar).toBe(2018);
    expect(sheet?.kolumner.map((k) => k.indikator)).toEqual(['U30428']);
    expect(sheet?.kolumner[0]?.svar).toMatchObject({ Ja: 'ja', Nej: 'nej' });
    const questions = mappingQuestions(mapping);
    const text = mappingText(mapping, questions);
    expect(text).toContain('läses som U30428');
    // An empty cell and a dash are answered by what they usually mean, or asked about: never read as an answer.
    for (const said of questions) expect(text).toContain(said);
  });

  it('names some of the columns that no indicator is like, and says how many more there are', () => {
    const names = Array.from({ length: 3000 }, (_, i) => `Zzz ${i + 1}`);
    const wide = csvSheet(
      'bred 2018.csv',
      bytes([
        `Kommunkod;Kommun;${names.join(';')}`,
        ...KOMMUNER.map(([kod, namn]) => `${kod};${namn}${';9'.repeat(names.length)}`),
      ]),
    );
    const text = mappingText(guess(wide), []);
    expect(text.split('\n').length).toBeLessThan(8);
    expect(text).toMatch(/”Zzz 1”, .*”Zzz 8” och 2\s992 till läses inte/);
  });

  it('becomes answers by the mapping, and what the mapping leaves open stops it', () => {
    const mapping = guess(grid);
    const [sheet] = mapping.blad;
    const [column] = sheet?.kolumner ?? [];
    if (!sheet || !column) throw new Error('no column');
    const filled: ColumnMapping = {
      ...column,
      svar: { ja: 'ja', Ja: 'ja', Nej: 'nej' },
      saknas: { '': 'uppgift-saknas', '-': 'bortfall', Delvis: 'uppgift-saknas' },
    };
    const whole: Mapping = { ...mapping, blad: [{ ...sheet, kolumner: [filled] }] };
    const batch = read(grid, whole);
    expect(batch.values.map((v) => [v.kod, v.varde, v.saknas])).toEqual([
      ['0980', 'ja', null],
      ['1060', 'nej', null],
      ['1080', null, 'uppgift-saknas'],
      ['1081', null, 'bortfall'],
      ['1082', null, 'uppgift-saknas'],
      ['1083', 'ja', null],
    ]);
    expect(planOf(open, batch).skrivs.join(' ')).toContain('enkat/2018.csv');
    const less: Mapping = { ...mapping, blad: [{ ...sheet, kolumner: [{ ...filled, svar: { Ja: 'ja' } }] }] };
    expect(() => read(grid, less)).toThrow(/står inte i mappningen/);
  });

  it('stops when the sheet that the mapping names is not there', () => {
    expect(() => read({ ...grid, name: 'annat' }, guess(grid))).toThrow(/finns inte i annat/);
  });
});

describe('a table with women and men in rows and the year in a column', () => {
  it('gives a register by sex; a word of sex that nobody knows is for a person', () => {
    const grid = csvSheet(
      'register.csv',
      bytes([
        `kod;namn;år;kön;${register.kortnamn}`,
        ...KOMMUNER.flatMap(([kod, namn]) => [
          `${kod};${namn};2020;Kvinnor;1,5`,
          `${kod};${namn};2020;Män;2,5`,
          `${kod};${namn};2020;Okänt;9`,
        ]),
      ]),
    );
    const mapping = guess(grid);
    const [sheet] = mapping.blad;
    expect(sheet?.kon?.varden).toEqual({ Kvinnor: 'K', Män: 'M', Okänt: '' });
    expect(sheet?.ar).toBe('år');
    const own: Mapping = {
      ...mapping,
      blad: mapping.blad.map((b) => ({
        ...b,
        kolumner: b.kolumner.map((k) => ({ ...k, indikator: register.id, decimaltecken: ',' as const })),
      })),
    };
    const values = read(grid, own).values;
    expect(values).toHaveLength(2 * KOMMUNER.length);
    expect(values.slice(0, 2).map((v) => [v.kon, v.varde])).toEqual([
      ['K', 1.5],
      ['M', 2.5],
    ]);
  });
});

describe('a number that is text', () => {
  const column = (decimaltecken: ColumnMapping['decimaltecken']): ColumnMapping => ({
    kolumn: 'tal',
    indikator: register.id,
    forslag: [],
    ar: null,
    svar: {},
    saknas: {},
    decimaltecken,
  });
  const number = (text: string, decimal: ColumnMapping['decimaltecken']) => {
    const cell = readCell(text, column(decimal), []);
    return typeof cell === 'string' ? cell : cell.varde;
  };

  it.each([
    ['1 234,5', ',', 1234.5],
    ['1,234.5', '.', 1234.5],
    ['−3,5 %', ',', -3.5],
    ['12,345', null, 12345],
    ['1 234', null, 1234],
  ] as const)('%s with the decimal sign %s is %s', (text, decimal, value) => {
    expect(number(text, decimal)).toBe(value);
  });

  it.each([
    // Groups are of three: with no decimals, 1,23 is no number, and not 123.
    ['1,23', null],
    ['1,2345', null],
    ['12 34', ','],
    ['1.23', ','],
    ['tre', ','],
  ] as const)('%s with the decimal sign %s is none', (text, decimal) => {
    expect(number(text, decimal)).toContain('är inte ett tal');
  });
});

describe('a CSV file of anybody’s', () => {
  it('is read in the letters that it is written in, by the separator that cuts it best', () => {
    const latin = Uint8Array.from('kod;namn\n0980;Gotland\n1060;Olofström', (c) => c.charCodeAt(0));
    expect(csvSheet('l.csv', latin).rows[2]).toEqual(['1060', 'Olofström']);
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from('kod\tnamn\n1060\tOlofström', 'utf16le')]);
    expect(csvSheet('w.txt', wide).rows[1]).toEqual(['1060', 'Olofström']);
  });
});

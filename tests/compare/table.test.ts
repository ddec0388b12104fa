import { describe, expect, it } from 'vitest';
import { dotsHtml, groupDotsHtml, rangeOf } from '../../src/compare/dots.ts';
import { matrixOf } from '../../src/compare/matrix.ts';
import { tableHtml } from '../../src/compare/table.ts';
import { comparisonCsv } from '../../src/files/compare/rows.ts';
import { compareFixture } from './fixture.ts';

const data = compareFixture();
const matrix = matrixOf(data, { kommuner: ['0001', '0007'], indikatorer: [], ar: null });
const areas = [{ slug: 'hemloshet', titel: 'Hemlöshet <&>' }];

describe('the table', () => {
  const html = tableHtml(matrix, areas, { caption: 'Två' });

  it('gives the reason where a value is missing, never a number', () => {
    expect(html).toContain('<td class="saknas m m-saknas">Svarade inte</td>');
    expect(html).toContain('<td class="saknas">Uppgift saknas</td>');
    expect(html).not.toMatch(/class="saknas">\d/);
  });

  it('has as many cells in every row as in its head, few kommuner or many', () => {
    for (const count of [2, 8, 9, 50]) {
      const kommuner = data.kommuner.slice(0, count).map((k) => k.kod);
      const text = tableHtml(matrixOf(data, { kommuner, indikatorer: [], ar: null }), areas, { caption: '' });
      const rows = [...text.matchAll(/<tr>.*?<\/tr>/g)].map(([row]) => row.match(/<t[dh]\b/g)?.length);
      expect(rows).toEqual([count + 3, count + 3, count + 3]);
    }
  });

  it('says the year, that it is example data, and how many answered', () => {
    expect(html).toContain('2018 · exempeldata');
    expect(html).toContain('1\u00a0av\u00a01: Ja');
  });

  it('lets no name become markup', () => {
    expect(html).toContain('Hemlöshet &lt;&amp;&gt;');
  });
});

describe('the dots', () => {
  it('draw a dot for a value and only words for a gap', () => {
    const html = dotsHtml(matrix);
    expect(html.match(/<circle/g)?.length).toBe(1);
    expect(html).toMatch(/Uppgift saknas <small>1<\/small>/);
  });

  it('lie inside their axis also when all values are the same', () => {
    for (const values of [[3, 3], [0], [-2, 5]]) {
      const [from, to] = rangeOf(values);
      for (const v of values) expect(from < v && v < to).toBe(true);
    }
  });
});

describe('the CSV', () => {
  const csv = comparisonCsv([matrix], data);

  it('is for Swedish Excel and holds exactly what is shown', () => {
    expect(csv.startsWith('\uFEFFplats;niva;indikator;')).toBe(true);
    const rows = csv.trimEnd().split('\r\n').slice(1);
    expect(rows).toHaveLength(8);
    expect(rows[4]).toMatch(/^0001 [^;]+;kommun;N1;Bistånd;2022;\d+(,\d+)?;;värde;procent;/);
  });

  it('leaves a missing value empty, with its reason beside it', () => {
    expect(csv).toMatch(/\n0007 [^;]+;kommun;U1;Plan;2018;;bortfall;svar;/);
  });

  it('gives a percentage its base, and none where the base is small', () => {
    expect(csv).toContain('\nGruppen;grupp;U1;Plan;2018;;ej-publicerad;andel;procent;1;1;2;');
    expect(csv).toMatch(/\r\n00 Riket;riket;U1;Plan;2018;16,949\d+;;andel;procent;40;236;290;/);
  });

  it('says on every row where it comes from and whether it is made up', () => {
    for (const row of csv.trimEnd().split('\r\n').slice(1))
      expect(row).toMatch(
        row.includes(';U1;')
          ? /;Exempeldata\. Frågan kommer från Socialstyrelsen\.;ja;2026\.1;$/
          : /;Socialstyrelsen;nej;2026\.1;$/,
      );
  });
});

describe('a year before a break', () => {
  it('says that later years are not comparable with it', () => {
    const at = (ar: number | null) =>
      tableHtml(matrixOf(data, { kommuner: ['0001'], indikatorer: [], ar }), areas, { caption: '' });
    expect(at(2016)).toContain('2016 · exempeldata · kan inte jämföras med 2017 och senare');
    expect(at(2018)).not.toContain('kan inte jämföras');
    expect(at(null)).not.toContain('kan inte jämföras');
  });
});

describe('the group beside riket', () => {
  const svg = (kommuner: readonly string[], indikatorer: readonly string[] = []) =>
    groupDotsHtml(matrixOf(data, { kommuner, indikatorer, ar: null }), areas);

  it('places a share by its size, and only where its base bears it', () => {
    const five = svg(data.kommuner.slice(0, 6).map((k) => k.kod));
    expect(five).toMatch(/<circle cx="33.3%"/);
    expect(five).toMatch(/<line class="bar" x1="16.9%"/);
    expect(five).toContain('2\u00a0av\u00a06 · riket 17\u00a0% av\u00a0236');
    const two = svg(['0001', '0002']);
    expect(two).not.toContain('<circle');
    expect(two).toContain('1\u00a0av\u00a02 · riket');
  });

  it('is nothing where no question was answered', () => {
    expect(svg(['0001'], ['N1'])).toBe('');
    expect(svg(['0007'])).toBe('');
  });
});

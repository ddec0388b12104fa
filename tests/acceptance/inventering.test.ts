import { describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { compile } from '../../src/content/inventering/report.ts';
import { zipInNode } from '../../src/files/common/zip-node.ts';
import { compiledCsv } from '../../src/files/inventering/csv.ts';
import { reportHtml } from '../../src/files/inventering/html.ts';
import { compiledWorkbook } from '../../src/files/xlsx/inventering.ts';
import { loaded } from '../pipeline/loaded.ts';

const { index } = await loaded();
const { release, formular, inventeringar: years } = index.catalogue;
const report = compile(years, formular);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the worked example, compiled', () => {
  it('answers the questions with its figures', () => {
    const answers = Object.fromEntries(report.parts.map((p) => [p.id, p.answers.map(plain)]));
    expect(answers.akut).toEqual([
      'I akuta boendelösningar: 71 personer, 8 fler än 2023.',
      'Ekonomiskt bistånd till akut boende: 3 905 000 kr, 5 000 kr mindre än 2023.',
    ]);
    expect(answers.former?.slice(0, 5)).toEqual([
      '5 560 boendedygn motsvarar 15,2 platser som är belagda hela året.',
      'Härbärge och akutboende var belagda till 77 %.',
      'Jour- och korttidsboende var belagt till 47 %.',
      'Ett dygn kostade i genomsnitt 970 kr.',
      'Ett dygn på hotell, vandrarhem eller i stuga kostade i genomsnitt 1 250 kr.',
    ]);
    expect(answers.kontrakt).toContain(
      'I bostadsmarknadsenkäten har kommunen svarat att 13 kontrakt har tagits över, här 11.',
    );
    expect(answers.forebyggande).toContain(
      'Av dem som avhystes: skyddad uppgift, visas inte för att ingen ska kunna kännas igen.',
    );
  });

  it('answers the ten questions of the guidance, each with figures or words and a picture', () => {
    expect(report.parts).toHaveLength(10);
    expect(report.parts.filter((p) => p.picture === null || p.answers.length === 0).map((p) => p.id)).toEqual(
      [],
    );
    const saknas = Object.fromEntries(report.parts.map((p) => [p.id, p.saknas]));
    expect(saknas['ratt-boenden']).toEqual(['Boenden som saknas']);
  });

  it('names only what has gone the same way three years in a row', () => {
    expect(report.patterns.map(plain)).toContain('Bostad först: ökar varje år 2022–2024, från 6 till 19.');
    expect(report.patterns.some((p) => p.startsWith('Genomförda avhysningar'))).toBe(false);
    expect(report.patterns.at(-1)).toMatch(/^Saknas alla år: Kostnad för långsiktiga lösningar; /);
  });

  it('never shows a hidden count: not on the page, not in the files', () => {
    const hidden = years.flatMap((year) => year.rader.filter((r) => r.skyddad));
    expect(hidden.every((r) => r.varde === null)).toBe(true);
    expect(hidden.length).toBeGreaterThan(10);
    const rows = compiledCsv(years, formular).split('\r\n');
    expect(rows.filter((row) => row.includes(';X;'))).toHaveLength(hidden.length);
    const book = read(compiledWorkbook(years, formular, release, zipInNode));
    const cells = utils.sheet_to_json<string[]>(book.Sheets.Siffror ?? {}, { header: 1 });
    expect(cells.filter((row) => row[6] === 'X')).toHaveLength(hidden.length);
    expect(reportHtml(report)).not.toMatch(
      /Genomförda avhysningar av barnfamiljer, ärenden<\/th><td class="num">\d/,
    );
  });

  it('keeps free text out of the files and escapes it on the page', () => {
    const [text = ''] = report.texter.map((t) => t.text);
    expect(compiledCsv(years, formular)).not.toContain(text);
    const html = reportHtml({ ...report, texter: [{ namn: 'Prov', ar: 2024, text: '<b>&' }] });
    expect(html).toContain('&lt;b&gt;&amp;');
  });

  it('says nothing of a change when one of the years is hidden or missing', () => {
    const [first, ...rest] = years;
    if (!first) throw new Error('no year');
    const without = first.rader.filter((r) => r.uppgift !== 'akut-alla');
    const blind = [{ ...first, rader: without }, ...rest.slice(0, 1)];
    expect(plain(compile(blind, formular).parts[0]?.answers[0] ?? '')).toBe(
      'I akuta boendelösningar: 63 personer.',
    );
    expect(compile(blind, formular).patterns).toEqual([]);
  });
});

it('gives the same bytes twice', () => {
  expect(compiledWorkbook(years, formular, release, zipInNode)).toEqual(
    compiledWorkbook(years, formular, release, zipInNode),
  );
});

import { answerRow, type GivenAnswer, givenAnswer, newestByArea } from '../../content/kommun/answers.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Kommun } from '../../model/kommun.ts';
import { type Sheet, sheetColumn } from './sheet.ts';

const ANSWER = [
  sheetColumn('År', 8, 'year'),
  sheetColumn('Äldre än fem år', 14, 'svar'),
  sheetColumn('Svar', 22, 'wrap'),
  sheetColumn('Frågan senare utan svar', 14, 'year'),
] as const;

const answerCells = (r: GivenAnswer) => [r.ar, r.old ? 'ja' : 'nej', r.answer, r.silentIn];

/** A kommun's newest answer to every question, beside the shares of the same year and those to ask. */
export function newestSheet(index: CatalogueIndex, kommun: Kommun): Sheet {
  const areas = newestByArea(index, kommun.kod, answerRow);
  return {
    name: 'Nyaste svar',
    title: `${kommun.namn}: det nyaste svaret på varje fråga`,
    example: areas.some((a) => a.exempel),
    note: 'Andelarna bredvid är de som svarade ja (eller alla) samma år som svaret. Svar som är äldre än fem år: fråga om de fortfarande gäller.',
    fixed: 2,
    columns: [
      sheetColumn('Område', 20),
      sheetColumn('Fråga', 44, 'wrap'),
      ...ANSWER,
      sheetColumn('Liknande: ja', 13),
      sheetColumn('Länet: ja', 13),
      sheetColumn('Riket: ja', 13),
      sheetColumn('Liknande kommuner som svarade ja', 44, 'wrap'),
    ],
    rows: areas.flatMap(({ omrade, rows }) =>
      rows.map((r) => [
        omrade.kortnamn,
        r.name,
        ...answerCells(r),
        r.peers.text,
        r.lan.text,
        r.riket.text,
        r.ask.map((a) => `${a.namn}, ${a.when}`).join('; ') || null,
      ]),
    ),
    empty: 'Kommunen har inte fått några frågor.',
  };
}

/** The newest answers of many kommuner, one a row. */
export function newestOfMany(index: CatalogueIndex, title: string, kommuner: readonly Kommun[]): Sheet {
  const all = kommuner.map((kommun) => ({ kommun, areas: newestByArea(index, kommun.kod, givenAnswer) }));
  return {
    name: 'Nyaste svar',
    title: `${title}: det nyaste svaret på varje fråga`,
    example: all.some(({ areas }) => areas.some((a) => a.exempel)),
    note: 'Ett svar på varje rad, med sitt år. Svar som är äldre än fem år: fråga om de fortfarande gäller.',
    fixed: 1,
    columns: [
      sheetColumn('Kommun', 18),
      sheetColumn('Område', 20),
      sheetColumn('Fråga', 44, 'wrap'),
      ...ANSWER,
    ],
    rows: all.flatMap(({ kommun, areas }) =>
      areas.flatMap(({ omrade, rows }) =>
        rows.map((r) => [kommun.namn, omrade.kortnamn, r.name, ...answerCells(r)]),
      ),
    ),
    empty: 'Kommunerna har inte fått några frågor.',
  };
}

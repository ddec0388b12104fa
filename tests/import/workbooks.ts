import { type CellObject, utils, type WorkSheet, write } from 'xlsx';

/** A range that is merged: first row, first column, last row, last column, from 0. */
type Merged = readonly [number, number, number, number];
export type TestSheet = {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | CellObject | null)[])[];
  readonly merged?: readonly Merged[];
};

/** A workbook as an authority could have made it. */
export function workbook(sheets: readonly TestSheet[]): Uint8Array {
  const book = utils.book_new();
  for (const { name, rows, merged = [] } of sheets) {
    const sheet: WorkSheet = utils.aoa_to_sheet(rows.map((r) => [...r]));
    sheet['!merges'] = merged.map(([r1, c1, r2, c2]) => ({ s: { r: r1, c: c1 }, e: { r: r2, c: c2 } }));
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** Kommuner of the small folder by code. */
export const KOMMUNER = [
  ['0980', 'Gotland'],
  ['1060', 'Olofström'],
  ['1080', 'Karlskrona'],
  ['1081', 'Ronneby'],
  ['1082', 'Karlshamn'],
  ['1083', 'Sölvesborg'],
] as const;

/** The names of the two columns of the housing survey that the inventory wants, as two header rows make them. */
export const BME_COLUMN =
  'Boende för särskilda grupper – Antal lägenheter som kommunen hyr ut i andra hand (sociala kontrakt)';

/**
 * A housing survey as Boverket could give it: titles, a group above the questions, one row a kommun, a note below.
 * @param contracts what each kommun has answered about social contracts, by code
 */
export const bmeSheet = (
  kommuner: readonly (readonly [kod: string, namn: string])[],
  contracts: Readonly<Record<string, string | number>>,
  ar = 2024,
): TestSheet => ({
  name: 'Svar',
  rows: [
    [`Bostadsmarknadsenkäten ${ar}`],
    [],
    [null, null, null, 'Boende för särskilda grupper'],
    [
      'Kommunkod',
      'Kommun',
      'Läget på bostadsmarknaden i kommunen som helhet',
      'Hyr kommunen ut lägenheter i andra hand (sociala kontrakt)?',
      'Antal lägenheter som kommunen hyr ut i andra hand (sociala kontrakt)',
    ],
    ...kommuner.map(([kod, namn]) => [
      kod,
      namn,
      'Underskott på bostadsmarknaden',
      'Ja',
      contracts[kod] ?? 12,
    ]),
    [],
    ['Boverket ansvarar inte för enskilda svar.'],
  ],
  merged: [[2, 3, 2, 4]],
});

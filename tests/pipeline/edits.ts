import fc from 'fast-check';
import { expect } from 'vitest';
import { z } from 'zod';
import { nodeEffects } from '../../src/effects-node.ts';
import { LITET } from '../files/helpers/catalogue.ts';

// Edits of a data folder, one of every kind, for the tests that nothing is kept which an edit has changed.

export type Folder = ReadonlyMap<string, Uint8Array>;
export type Edit = (folder: Folder) => Folder;

const PUBLISHED = 'omraden/hemloshet/publicerat.csv';
const PUBLISHED_COLUMNS = 'indikator;ar;varde;kalla;not;svar;grupp;enhet;bas;ungefar;jamforbar_fran_ar';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The small folder, with a published figure. */
export const editedFolder = async (): Promise<Folder> =>
  new Map([
    ...(await nodeEffects().readTree(LITET)),
    [
      PUBLISHED,
      bytes(`${PUBLISHED_COLUMNS}
U30428;2014;8;test;;;kommuner-under-15000;procent;kommuner;nej;2014
`),
    ],
  ]);

const replaced =
  (path: string, from: string | RegExp, to: string): Edit =>
  (folder) => {
    const text = new TextDecoder().decode(folder.get(path));
    const changed = text.replace(from, to);
    expect([path, changed === text]).toEqual([path, false]);
    return new Map([...folder, [path, bytes(changed)]]);
  };

/** A register of the folder, of which nothing is left: what was read of it before is nowhere any more. */
const withoutRegister: Edit = (folder) => {
  const id = 'N07907';
  const next = new Map(folder);
  next.delete(`omraden/hemloshet/register/${id}.csv`);
  const path = 'omraden/hemloshet/indikatorer.json';
  const indicators: unknown = JSON.parse(new TextDecoder().decode(folder.get(path)));
  const left = z.array(z.looseObject({ id: z.string() })).parse(indicators);
  next.set(path, bytes(JSON.stringify(left.filter((i) => i.id !== id))));
  const topics = 'texter/amnen.json';
  return replaced(topics, `"${id}"`, '"OJ-HL-99"')(replaced(topics, `"${id}", `, '')(next));
};

/** A cell of every kind. */
export const EDITS: readonly (readonly [string, Edit])[] = [
  ['nothing', (folder) => folder],
  ['an answer', replaced('omraden/hemloshet/enkat/2016.csv', 'Karlskrona;;nej', 'Karlskrona;;ja')],
  [
    'an answer, so that riket’s counts change and not its share',
    replaced('omraden/hemloshet/enkat/2016.csv', 'Gotland;;nej;delvis', 'Gotland;;nej;nej'),
  ],
  [
    'answers of two län exchanged, so that riket is the same',
    (folder) =>
      replaced(
        'omraden/hemloshet/enkat/2016.csv',
        'Gotland;;nej;delvis',
        'Gotland;;nej;ja',
      )(replaced('omraden/hemloshet/enkat/2016.csv', 'Ronneby;;nej;ja', 'Ronneby;;nej;delvis')(folder)),
  ],
  [
    'the value of a register',
    replaced('omraden/hemloshet/register/N07907.csv', '2022;T;12.6', '2022;T;14.2'),
  ],
  ['a note', replaced('omraden/hemloshet/register/N07907.csv', 'Skattad med 2021', 'Skattad med 2020')],
  ['a published figure', replaced(PUBLISHED, ';2014;8;', ';2014;9;')],
  ['a text', replaced('omraden/hemloshet/omrade.json', /"ingress": "/, '"ingress": "Nytt. ')],
  [
    'the name of a kommun',
    (folder) =>
      replaced(
        'omraden/hemloshet/enkat/2016.csv',
        'Olofström',
        'Olofsby',
      )(replaced('referens/kommuner.csv', 'Olofström', 'Olofsby')(folder)),
  ],
  ['a register that is gone', withoutRegister],
  ['inhabitants', replaced('referens/kommuner.csv', '13000', '91000')],
  ['the date of the release', replaced('publicering.json', '2026-11-23', '2026-11-24')],
  ['the publisher', replaced('publicering.json', 'Exempelutgivaren', 'En annan utgivare')],
  [
    'the address of the site',
    replaced(
      'publicering.json',
      '"webbplats": "https://oppna-jamforelser.example/"',
      '"webbplats": "https://flyttad.example/"',
    ),
  ],
];

/** A cell of some table gets the value of another row: most such data have no error. */
export const randomEdits = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()).map(
  ([file, row, other, column]): Edit =>
    (folder) => {
      const tables = [...folder.keys()]
        .filter((p) => /^(omraden|program|inventering)\/.*\.csv$/.test(p))
        .toSorted();
      const path = tables[file % tables.length] ?? '';
      const lines = new TextDecoder().decode(folder.get(path)).trimEnd().split(/\r?\n/);
      const at = (n: number) => 1 + (n % (lines.length - 1));
      const [cells, others] = [lines[at(row)]?.split(';') ?? [], lines[at(other)]?.split(';') ?? []];
      const place = column % Math.max(1, cells.length);
      cells[place] = others[place] ?? '';
      lines[at(row)] = cells.join(';');
      return new Map([...folder, [path, bytes(`${lines.join('\n')}\n`)]]);
    },
);

/** `OJ_RANDOM=200` for a night; the seed of a failure is printed by fast-check. */
export const RUNS = Number(process.env.OJ_RANDOM ?? 2);
